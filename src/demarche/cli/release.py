"""`demarche release`: a data set frozen for others, and the check that it is still what was frozen."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.export import Asked
from demarche.cli.judging import who
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data, data_json, note
from demarche.cli.project import opened

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that is made, or that is checked.")]
Check = Annotated[
    bool, typer.Option("--check", help="Only compare the folder with its digests, and quotes with texts.")
]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="What the data set is called.")]
Number = Annotated[str, typer.Option("--number", metavar="N", help="Its version.")]
Licence = Annotated[str | None, typer.Option("--licence", metavar="NAME", help="The licence of the tables: CC-BY-4.0.")]
By = Annotated[
    str | None, typer.Option("--by", envvar="DEMARCHE_USER", metavar="NAME", help="Who is to be cited; by default you.")
]
On = Annotated[str | None, typer.Option("--on", metavar="D", help="The day written into it; by default today.")]
NoTexts = Annotated[bool, typer.Option("--without-texts", help="Leave the full texts out; quotations stay.")]


def release(
    folder: Folder,
    check: Check = False,
    asked: Asked = "",
    title: Title = "Diplomatic engagements and statements",
    number: Number = "1.0.0",
    licence: Licence = None,
    by: By = None,
    on: On = None,
    without_texts: NoTexts = False,
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Freeze a data set: tables, codebook, versions of all that made it, digests, licences, how to cite it."""
    if check:
        raise typer.Exit(_checked(folder, as_json))
    from demarche.pipeline import reader_version
    from demarche.publish.release import passport
    from demarche.publish.release import release as freeze

    with opened(store) as held:
        made = passport(
            held, reader=reader_version(), on=on or date.today().isoformat(), by=who(by), title=title, version=number,
            licence=licence, query=asked.strip() or None, with_texts=not without_texts,
        )  # fmt: skip
        written = freeze(held, folder, made)
    if as_json:
        data_json({"files": [str(path) for path in written], "passport": made})
    else:
        data("\n".join(map(str, written)))
    note(f"{counted(len(written), 'file')} in {folder}; whoever gets it runs `demarche release {folder} --check`")


def _checked(folder: Path, as_json: bool) -> int:
    from demarche.publish.release import faults

    found = faults(folder)
    if as_json:
        data_json({"sound": not found, "faults": found})
    else:
        data("\n".join(found) or f"{folder} is as it was frozen")
    return 1 if found else 0
