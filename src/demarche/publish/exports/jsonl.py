"""JSON Lines: every noun as it is, one object a line. The fields are a promise, written down in `docs/`."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from demarche.model import Claim, Difference, Document, Record
from demarche.publish.exports.files import fresh
from demarche.store import Store
from demarche.store.verify import Texts, check_claim, check_difference, check_record

NOUNS: dict[str, Callable[[Store], Iterable[object]]] = {
    "documents": lambda store: _documents(store),
    "families": lambda store: store.families,
    "claims": lambda store: _claims(store),
    "records": lambda store: _records(store),
    "differences": lambda store: _differences(store),
    "measures": lambda store: store.measures,
    "rejects": lambda store: store.rejects,
}

_encoder = msgspec.json.Encoder(order="deterministic")


def write(store: Store, folder: Path) -> list[Path]:
    """`documents.jsonl`, `families.jsonl` and so on, an empty file where there is nothing of a kind."""
    return [_written(folder / f"{name}.jsonl", nouns(store)) for name, nouns in NOUNS.items()]


def _written(path: Path, nouns: Iterable[object]) -> Path:
    with fresh(path) as file:
        for noun in nouns:
            file.write(_encoder.encode(noun) + b"\n")
    return path


def _documents(store: Store) -> Iterator[Document]:
    family = store.families.by_document()
    for document in store.documents:
        yield msgspec.structs.replace(document, family=family.get(document.id))


def _claims(store: Store) -> Iterator[Claim]:
    """The words are compared with the text once more: what leaves the house is right even if the disk was not."""
    texts = Texts(store.link)
    for claim in store.claims:
        check_claim(claim, texts[claim.document])
        yield claim


def _records(store: Store) -> Iterator[Record]:
    texts = Texts(store.link)
    for record in store.records:
        check_record(record, texts)
        yield record


def _differences(store: Store) -> Iterator[Difference]:
    texts = Texts(store.link)
    for difference in store.differences:
        check_difference(difference, texts)
        yield difference
