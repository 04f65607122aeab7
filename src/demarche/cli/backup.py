"""`demarche backup` and `demarche restore`: the store as one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import StoreAt
from demarche.cli.output import counted, note
from demarche.cli.project import opened


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file; one that is there is not overwritten.")],
    store: StoreAt = None,
) -> None:
    """Write the store into one file, whole and checked, while others may go on writing to it."""
    from demarche.store.backup import backup as written

    with opened(store) as opened_store:
        documents = written(opened_store, file)
    note(f"{counted(documents, 'document')} and all that follows from them are in {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `demarche backup` wrote.")],
    force: Annotated[bool, typer.Option("--force", help="Put it in the place of what the store holds.")] = False,
    store: StoreAt = None,
) -> None:
    """Let the store hold what a backup holds. Stopped on the way, it leaves the store as it was."""
    from demarche.cli.project import where
    from demarche.store.backup import restore as put

    at = where(store)
    documents = put(file, at, force=force)
    note(f"{at} holds {counted(documents, 'document')} again")
