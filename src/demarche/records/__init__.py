"""Claims -> records: what many texts say of one engagement or act becomes one record, with all its witnesses.

`tellings` reduces each claim to what can be compared, `blocking` finds the pairs worth comparing, `compatibility` says
what speaks for and against a pair, `clusters` groups, `merge` writes the record (`parties`, `status`, `origins`,
`accounts`, `identity`, `evidence` its parts).
"""

from collections.abc import Iterable, Mapping

from demarche.model import Claim, Document, Family, Record
from demarche.records.clusters import clusters
from demarche.records.merge import merge
from demarche.records.tellings import tellings

__all__ = ["records"]


def records(
    claims: Iterable[Claim], families: Iterable[Family], documents: Mapping[str, Document]
) -> tuple[Record, ...]:
    """The records of some claims, sorted by id. Neither the order nor a repetition of claims changes them.

    The text of `documents` is not needed: who published them and when is.
    """
    told = tellings(claims, families, documents)
    return tuple(sorted((merge(group, documents) for group in clusters(told)), key=lambda r: r.id))
