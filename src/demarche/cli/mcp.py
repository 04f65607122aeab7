"""`demarche mcp`: the record for language models, read-only, over stdin and stdout."""

from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data_json
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.model import Record
    from demarche.records import Comparison
    from demarche.store import Store

Page = Annotated[str, typer.Option("--page", metavar="URL", help="Where `demarche serve` shows this store, for links.")]


def mcp(page: Page = "http://127.0.0.1:8015", store: StoreAt = None, as_json: AsJson = False) -> None:
    """Serve the record to a language model (Model Context Protocol, stdio) until it leaves. --json lists the tools."""
    from demarche.publish.mcp import Held, serve
    from demarche.publish.mcp.server import TOOLS

    if as_json:
        data_json({"tools": [{"name": t.__name__, "says": " ".join((t.__doc__ or "").split())} for t in TOOLS]})
        return
    with opened(store) as held:
        serve(Held(store=held, page=page, compared=_compared))


def _compared(store: "Store", record: "Record") -> "Comparison":
    from demarche import pipeline, records

    return records.compare(record, pipeline.material(store, [record]))
