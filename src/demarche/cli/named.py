"""A document that a person names: by its id, by where it came from, or by a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from demarche.cli.project import opened
from demarche.model import BadInput, Reject, StoreError, UsageError

if TYPE_CHECKING:
    from demarche.model import Document
    from demarche.store import Store


def documents(named: tuple[str, ...], store: str | None) -> "list[Document]":
    """Each by name. Files are read as they are now; the store is opened only for what is no file."""
    if all(Path(name).is_file() for name in named):
        return [from_file(name) for name in named]
    with opened(store) as opened_store:
        return [_document(opened_store, name) for name in named]


def _document(store: "Store", name: str) -> "Document":
    kept = in_store(store, name)
    if kept is not None:
        return kept
    if Path(name).is_file():
        return from_file(name)
    raise StoreError(f"{store.name} holds no document {name!r}, and there is no such file")


def in_store(store: "Store", name: str) -> "Document | None":
    """The document of that id, source or address, or the only one whose source ends in `/name`."""
    from demarche.store.schema import documents as table

    kept = store.documents.get(name)
    if kept is not None:
        return kept
    for condition in (
        (table.c.source == name) | (table.c.url == name),
        table.c.source.endswith(f"/{name}", autoescape=True),
    ):
        found = list(store.documents.where(condition))
        if len(found) > 1:
            raise UsageError(f"{name!r} may be any of {', '.join(d.id for d in found[:5])}; name one by its id")
        if found:
            return found[0]
    return None


def from_file(name: str) -> "Document":
    """The only document of a file."""
    from demarche.sources import read

    found = list(read([name]))
    refused = [one for one in found if isinstance(one, Reject)]
    if refused:
        raise BadInput(refused[0].reason, name)
    if len(found) != 1:
        raise UsageError(f"{name} holds {len(found)} documents; add it to a store and name one by its id")
    (one,) = found
    assert not isinstance(one, Reject)
    return one.document
