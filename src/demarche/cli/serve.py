"""`demarche serve`: the page and the API over a store, on this machine unless told otherwise."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import line_json, note
from demarche.cli.project import opened
from demarche.model import Record, UsageError

if TYPE_CHECKING:
    from demarche.publish.api import Duties
    from demarche.records import Comparison
    from demarche.store import Store

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; elsewhere a token is needed.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")]
Token = Annotated[
    str | None,
    typer.Option("--token", envvar="DEMARCHE_TOKEN", metavar="T", help="Who has it may write: 16 characters or more."),
]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Nobody may write, with a token or without.")]
Hosts = Annotated[str, typer.Option("--hosts", metavar="NAME,...", help="Further names this server is asked by.")]
Open = Annotated[bool, typer.Option("--open", help="Open the page in a browser.")]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8015,
    token: Token = None,
    read_only: ReadOnly = False,
    hosts: Hosts = "",
    show: Open = False,
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Serve the page and the API until Ctrl-C."""
    import socket
    from importlib.metadata import version

    import uvicorn

    from demarche.publish.api import Access, House, app

    access = Access(
        host=host, token=token, read_only=read_only, hosts=tuple(h.strip() for h in hosts.split(",") if h.strip())
    )
    with opened(store) as opened_store, socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen()
        except OSError as e:
            raise UsageError(f"{host}:{port} cannot be listened at ({e.strerror}); take another --port") from e
        address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/"
        if as_json:
            line_json({"address": address, "store": opened_store.name, "writable": access.writable})
            sys.stdout.flush()
        note(f"{opened_store.name} at {address} - Ctrl-C stops it")
        house = House(store=opened_store, access=access, duties=_duties(), version=version("demarche"))
        if show:
            typer.launch(address)
        settings = uvicorn.Config(
            app(house), log_level="warning", server_header=False, timeout_graceful_shutdown=3, lifespan="off"
        )
        with suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[listening])


def _duties() -> "Duties":
    from demarche import pipeline
    from demarche.cli.explain import explained
    from demarche.publish.api import Duties

    return Duties(judged=pipeline.judged, compared=_compared, explained=explained)


def _compared(store: "Store", record: Record) -> "Comparison":
    from demarche import pipeline, records

    return records.compare(record, pipeline.material(store, [record]))
