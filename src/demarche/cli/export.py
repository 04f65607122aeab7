"""`demarche export`: the whole store in files that other programs read."""

from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt, To
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened


def export(
    to: To,
    formats: Annotated[str, typer.Option("-f", "--format", metavar="NAME,...", help="jsonl, csv.")] = "jsonl",
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Write the whole store into a folder."""
    from demarche.publish.exports import export as write

    with opened(store) as opened_store:
        written = write(opened_store, to, [name.strip() for name in formats.split(",") if name.strip()])
    if as_json:
        data_json({"files": [str(path) for path in written]})
    else:
        data("\n".join(map(str, written)))
    note(f"{counted(len(written), 'file')} in {to}")
