"""`demarche init`: a project's folder with its settings and an empty store."""

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data_json, note
from demarche.cli.project import FILE, TEMPLATE, project


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The project's folder.")] = Path(),
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Make a project: demarche.toml and a store. What is there already stays."""
    from demarche.model import StoreError
    from demarche.store import Store

    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not file.exists():
            file.write_text(_settings(store), encoding="utf-8")
    except OSError as e:
        raise StoreError(f"{folder} cannot be written: {e.strerror or e}") from e
    found = project(folder)
    where = store or (found.store if found else str(folder / "demarche.db"))
    with Store(where) as opened:
        held, name = len(opened.documents), opened.name
    if as_json:
        data_json({"project": str(file), "store": name, "documents": held})
    note(f"{file} and {name} are ready; next: demarche add PATH…, then demarche run")


def _settings(store: str | None) -> str:
    """The template, with another store where one was named."""
    if store is None:
        return TEMPLATE
    where = store if "://" in store else str(Path(store).resolve())
    return TEMPLATE.replace('store = "demarche.db"', f"store = {_quoted(where)}")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
