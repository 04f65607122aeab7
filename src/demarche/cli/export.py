"""`demarche export`: the whole store in files that other programs read."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened

FORMATS = (
    "jsonl, csv, parquet, dataset, xlsx, plover, plover-steps, polecat, gdelt, icews, colt, dyads, ftm, w3c, geojson, "
    "gexf, timeline, ics, feed, citations."
)
To = Annotated[str, typer.Option("--to", metavar="DIR|URL", help="The folder to write into, or s3://bucket/prefix/.")]
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
    from demarche.publish.exports.buckets import sent
    from demarche.publish.queries import query
    from demarche.sources.buckets import is_bucket

    names = [name.strip() for name in formats.split(",") if name.strip()]
    with opened(store) as opened_store, sent(to) if is_bucket(to) else nullcontext(Path(to)) as folder:
        written = write(opened_store, folder, names, query(asked) if asked.strip() else None)
        home = to.partition("?")[0].rstrip("/") if is_bucket(to) else to
        told = [f"{home}/{path.relative_to(folder).as_posix()}" if is_bucket(to) else str(path) for path in written]
    if as_json:
        data_json({"files": told})
    else:
        data("\n".join(told))
    note(f"{counted(len(written), 'file')} in {to}")
