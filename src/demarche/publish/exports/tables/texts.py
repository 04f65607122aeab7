"""Tables of the texts: documents (without their words, which `documents.jsonl` has), families, edges."""

from collections.abc import Iterator

import msgspec

from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.publish.holdings import Holdings

_SAME = (
    "source", "url", "title", "publisher", "author", "published", "published_basis", "modified", "retrieved_at",
    "raw_sha256", "text_sha256", "source_class", "official_of", "language",
)  # fmt: skip


def _documents(holdings: Holdings) -> Iterator[Row]:
    for document in holdings.documents:
        same = {name: getattr(document, name) for name in _SAME}
        yield {"id": document.id, "family": document.family, "characters": len(document.text), **same}


def _families(holdings: Holdings) -> Iterator[Row]:
    for family in holdings.families:
        yield {
            "id": family.id,
            "size": len(family.documents),
            "best": family.best,
            "documents": family.documents,
            "referents": family.referents,
        }


def _edges(holdings: Holdings) -> Iterator[Row]:
    for family in holdings.families:
        for edge in family.edges:
            yield {"family": family.id, **msgspec.structs.asdict(edge)}


DOCUMENTS = Table(
    "documents",
    "One text as it was received",
    columns(string="id family source url title publisher author", date="published", string_2="published_basis modified "
            "retrieved_at raw_sha256 text_sha256 source_class official_of language", integer="characters"),
    _documents,
)  # fmt: skip
FAMILIES = Table(
    "families",
    "Documents that are copies, rewrites or revisions of one text",
    columns(string="id", integer="size", string_2="best documents[] referents[]"),
    _families,
)
EDGES = Table(
    "edges",
    "Two documents of which one may stem from the other",
    columns(string="family a b kind", number="score", string_2="direction why"),
    _edges,
)
