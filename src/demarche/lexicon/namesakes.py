"""The names of all persons, by their letters and by their parts: worked out once, and kept with the tables."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from demarche.lexicon.actors import Person
from demarche.lexicon.names import agree, folded, key, parts, spelled_out

K = TypeVar("K")
V = TypeVar("V")

Form = tuple[str, tuple[str, ...]]
"""A name as it is written, and its parts in their canonical spellings."""


class Namesakes(msgspec.Struct, frozen=True):
    """Who is called what: `exact` by the letters of a whole name, `bearers` by any part of one."""

    exact: dict[str, tuple[str, ...]]
    forms: dict[str, tuple[Form, ...]]
    bearers: dict[str, tuple[str, ...]]

    def called(self, name: str) -> tuple[str, ...]:
        """The persons one of whose names is exactly this, in any spelling of its letters."""
        return self.exact.get(key(name), ()) or self.exact.get(key(spelled_out(name)), ())

    def like(self, name: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The persons whose name can be this one, which has the parts `wanted`."""
        if not wanted:
            return ()
        near = set[str]().union(*(self.bearers.get(w, ()) for w in {wanted[0], wanted[-1]}))
        found = tuple(sorted(p for p in near if any(_same(name, wanted, n, tuple(t)) for n, t in self.forms[p])))
        if len(found) < 2 or not _has_initials(name):
            return found
        return tuple(p for p in found if any(_initialled(name, n) for n, _ in self.forms[p])) or found


def namesakes(persons: Iterable[Person], spellings: dict[str, str]) -> Namesakes:
    """The names of all persons, looked up."""
    exact: list[tuple[str, str]] = []
    forms: list[tuple[str, Form]] = []
    for p in persons:
        names = (p.name, *p.variants)
        exact += ((k, p.id) for k in dict.fromkeys(key(n) for n in names))
        forms += ((p.id, (n, parts(n, spellings))) for n in names)
    bearers = ((w, id) for id, own in grouped(forms).items() for w in {w for _, t in own for w in t})
    return Namesakes(grouped(exact), grouped(forms), grouped(sorted(bearers)))


def _same(name: str, wanted: tuple[str, ...], other: str, have: tuple[str, ...]) -> bool:
    """Can two names be one person's? One with initials must begin as the other; full ones must share more than ends."""
    if not have or not agree(wanted, have):
        return False
    if len(set(have)) == 1 < len(wanted):
        return have[0] == wanted[-1] and _has_initials(other) and _begin(other, name)
    if len(wanted) == 1:
        return len(set(have)) == 1 or _begin(name, other)
    patronymic = any(w in f" {folded(n)} " for n in (name, other) for w in (" bin ", " ibn ", " bint "))
    if patronymic:
        return wanted[0] == have[0]
    ends = have[-1] in wanted or wanted[-1] in have[-2:] or set(wanted) == set(have)
    return ends and (wanted[0] in have or have[0] in wanted)


def _has_initials(name: str) -> bool:
    return any(len(w) == 1 for w in folded(name).split())


def _initialled(short: str, full: str) -> bool:
    """Has the name just these initials? *G. W.* and *W. Bush* are George W. Bush rather than George H. W. Bush."""
    a, b = folded(short).split(), folded(full).split()
    return [w[0] for w in a] == [w[0] for w in b] or [w for w in a if len(w) == 1] == [w for w in b if len(w) == 1]


def _begin(short: str, full: str) -> bool:
    """Do the initials of the one name begin words of the other?"""
    letters = {w[0] for w in folded(full).split()}
    return all(w in letters for w in folded(short).split() if len(w) == 1)


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """The values of each key, in order."""
    lists: dict[K, list[V]] = defaultdict(list)
    for k, v in pairs:
        lists[k].append(v)
    return {k: tuple(v) for k, v in lists.items()}
