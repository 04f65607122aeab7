"""`demarche backup` and `demarche restore`: the store as one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data_json, note
from demarche.cli.project import opened


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; one that is there is not overwritten.")],
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Write the store into one file, whole and checked, while others may go on writing to it."""
    from demarche.store.backup import backup as written

    with opened(store) as opened_store:
        documents = written(opened_store, file)
    if as_json:
        data_json({"file": str(file), "documents": documents})
    note(f"{counted(documents, 'document')} and all that follows from them are in {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `demarche backup` wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Put it in the place of what the store holds.")] = False,
    store: StoreAt = None,
    as_json: AsJson = False,
) -> None:
    """Let the store hold what a backup holds. Stopped on the way, it leaves the store as it was."""
    from demarche.cli.project import where
    from demarche.store.backup import restore as put

    at = where(store)
    documents = put(file, at, force=force)
    with opened(store) as restored:
        at = restored.name  # without the password of a URL
    if as_json:
        data_json({"store": at, "documents": documents})
    note(f"{at} holds {counted(documents, 'document')} again")
