"""The claims of a record by whose account they are: each government's own texts, each kind of press."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from demarche.model import Account, Document
from demarche.model.values import SourceClass
from demarche.records.people import speaks_for
from demarche.records.tellings import Telling


def accounts(tellings: Iterable[Telling], documents: Mapping[str, Document]) -> tuple[Account, ...]:
    """One account a side and class of source; the officials first, the press (no side) after them."""
    told: dict[tuple[str | None, SourceClass], set[str]] = defaultdict(set)
    for t in tellings:
        document = documents.get(t.claim.document)
        key = (speaks_for(document.official_of), document.source_class) if document else (None, "other")
        told[key].add(t.claim.id)
    ordered = sorted(told, key=lambda k: (k[0] is None, k[0] or "", k[1]))
    return tuple(Account(side=k[0], source_class=k[1], claims=tuple(sorted(told[k]))) for k in ordered)
