"""The tools under the Model Context Protocol; every one of them reads only."""

import functools
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from demarche import __version__
from demarche.model import DemarcheError
from demarche.publish.exports.arrow import needed
from demarche.publish.mcp import records, states
from demarche.publish.mcp.held import Held
from demarche.publish.mcp.told import NOTE, Told

if TYPE_CHECKING:
    from mcp.server import MCPServer

TOOLS: tuple[Callable[..., Told], ...] = (
    records.search_engagements, records.get_engagement, records.get_evidence, records.compare_accounts,
    states.who_meets, states.isolation_panel, states.weekly_digest,
)  # fmt: skip
ABOUT = (
    "The record of diplomatic engagements in one store: who engaged whom, when, at what level, whether it took place, "
    "each tied to the exact words it came from. It only reads. " + NOTE
)


def server(held: Held) -> "MCPServer[Any]":
    """The server over a store, to be run on any transport."""
    needed("mcp", "mcp")
    from mcp.server import MCPServer
    from mcp.types import ToolAnnotations

    made = MCPServer("demarche", title="demarche", version=__version__, instructions=ABOUT, log_level="WARNING")
    reads = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
    for tool in TOOLS:
        made.add_tool(_bound(tool, held), annotations=reads, description=_says(tool), structured_output=True)
    return made


def serve(held: Held) -> None:
    """Answer on stdin and stdout until the other end closes."""
    server(held).run("stdio")


def _says(tool: Callable[..., Told]) -> str:
    return f"{inspect.getdoc(tool)}\n\n{NOTE}"


def _bound(tool: Callable[..., Told], held: Held) -> Callable[..., dict[str, Any]]:
    """The tool without its store, as its caller sees it; what it refuses, it refuses in a sentence."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def answered(**asked: Any) -> dict[str, Any]:
        try:
            told: dict[str, Any] = msgspec.to_builtins(tool(held, **asked))
        except DemarcheError as e:
            raise ToolError(str(e)) from e
        return told

    seen = [p for name, p in inspect.signature(tool).parameters.items() if name != "held"]
    answered.__signature__ = inspect.Signature(seen, return_annotation=dict[str, Any])  # type: ignore[attr-defined]
    answered.__annotations__ = {p.name: p.annotation for p in seen} | {"return": dict[str, Any]}
    return answered
