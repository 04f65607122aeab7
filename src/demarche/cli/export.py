"""`demarche export`: the whole store in files that other programs read."""

from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt, To
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened

FORMATS = (
    "jsonl, csv, parquet, xlsx, plover, plover-steps, polecat, gdelt, icews, colt, dyads, ftm, w3c, geojson, gexf, "
    "timeline, ics, feed, citations."
)
Asked = Annotated[
    str,
    typer.Option("--query", "-q", metavar="Q", help="Only these: 'country:RU mode:visit since:2026-01-01 grain'."),
]


def export(
    to: To,
    formats: Annotated[str, typer.Option("-f", "--format", metavar="NAME,...", help=FORMATS)] = "jsonl",
    asked: Asked = "",
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Write the store into a folder, or the part that a question takes, complete with all that it rests on."""
    from demarche.publish.exports import export as write
    from demarche.publish.queries import query

    with opened(store) as opened_store:
        names = [name.strip() for name in formats.split(",") if name.strip()]
        written = write(opened_store, to, names, query(asked) if asked.strip() else None)
    if as_json:
        data_json({"files": [str(path) for path in written]})
    else:
        data("\n".join(map(str, written)))
    note(f"{counted(len(written), 'file')} in {to}")
