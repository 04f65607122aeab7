"""Ids of families that stay: made from the earliest document, and kept from the run before where there was one."""

from collections.abc import Iterable, Sequence
from itertools import chain, count

from demarche.families.held import Head
from demarche.model import Family, content_id


class Names:
    """The ids that documents' families had before."""

    def __init__(self, earlier: Iterable[Family]) -> None:
        self._before = {document: family for family in earlier for document in family.documents}
        self._given: set[str] = set()

    def of(self, members: Sequence[Head]) -> tuple[str, tuple[str, ...]]:
        """The id of a family, and the ids that now lead to it."""
        ordered = sorted(members, key=lambda p: p.age)
        before = {f.id: f for p in ordered if (f := self._before.get(p.id)) is not None}
        fresh = (content_id("fam", ordered[0].id, *["again"] * n) for n in count())
        name = next(n for n in chain(before, fresh) if n not in self._given)
        self._given.add(name)
        old = {*before, *(r for f in before.values() for r in f.referents)} - {name}
        return name, tuple(sorted(old))
