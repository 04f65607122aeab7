"""What was altered between the versions of one text: aligned sentence by sentence, then word by word."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from demarche.families.alignment import Link, Vectors, align
from demarche.families.changes import facts, names, quotes, updates, whole
from demarche.families.changes.garbled import Side, choices, garbled
from demarche.families.changes.labels import labelled
from demarche.families.changes.sides import Sides, stretch
from demarche.families.changes.telling import Told
from demarche.families.fluency import DAMAGED, GAP
from demarche.families.profile import Profile, worded
from demarche.model import Difference, Document, Family

SURE = 0.5
"""Links at or above this are kept; weaker ones only where each sentence is the other's best."""


def differences(family: Family, documents: Mapping[str, Document]) -> Iterator[Difference]:
    """The differences between the best witness of a family and each other member.

    `a` is the earlier version where both are dated, else the best witness; so `added` is what the later version has
    and the earlier lacks. Identical texts have none.
    """
    first = family.best or family.documents[0]
    best = Version(documents[first], worded(documents[first]))
    for id in family.documents:
        if documents[id].text != documents[first].text:
            a, b = _in_order(best, Version(documents[id], worded(documents[id])))
            yield from (labelled(d, family, a.document, b.document) for d in between(a, b))


class Version:
    """One member of a family, laid out for comparison."""

    def __init__(self, document: Document, profile: Profile) -> None:
        self.document, self.told, self.vectors = document, Told(document), Vectors(profile)
        self.fluency = profile.fluency


def _in_order(best: Version, other: Version) -> tuple[Version, Version]:
    one, two = best.document.published, other.document.published
    return (other, best) if one and two and two < one else (best, other)


def between(a: Version, b: Version) -> Iterator[Difference]:
    """The differences between two versions, in the order of `a`, each once."""
    left, right = a.told, b.told
    links = list(kept(align(a.vectors, b.vectors).links))
    linked = {k.a for k in links}, {k.b for k in links}
    alone = whole.loose(a.vectors, b.vectors, linked[0]), whole.loose(b.vectors, a.vectors, linked[1])
    found = [d for k in links for d in _inside(Sides(left, right, k), linked)]
    if spoilt := _damaged(a, b):
        found += [d for k in links for d in choices(Sides(left, right, k), spoilt)]
    found += [
        Sides(left, right, links[0]).said("name_variant", "name", stretch(x), stretch(y), 0.8)
        for x, y in (names.full_names(left, right) if links else ())
    ]
    found += whole.dropped(left, alone[0])
    found += [_mirrored(d) for d in whole.dropped(right, alone[1])]
    yield from _once(found)


def _damaged(a: Version, b: Version) -> Side | None:
    """Which of two versions a synonym machine has been at, if one."""
    one, other = a.fluency, b.fluency
    if one is None or other is None or min(one, other) >= DAMAGED or abs(one - other) < GAP:
        return None
    return "a" if one < other else "b"


def kept(links: Iterable[Link]) -> Iterator[Link]:
    """The links that can be relied on."""
    every = list(links)
    for link in every:
        rivals = (k for k in every if k is not link and (k.a == link.a or k.b == link.b))
        if link.score >= SURE or all(k.score < link.score for k in rivals):
            yield link


def _inside(sides: Sides, linked: tuple[set[int], set[int]]) -> Iterator[Difference]:
    """The differences inside two aligned sentences; a changed state of affairs explains the changed day beside it."""
    a, b = sides.link.a + 1, sides.link.b + 1
    after = (
        None if a in linked[0] or a >= len(sides.a.sentences) else a,
        None if b in linked[1] or b >= len(sides.b.sentences) else b,
    )
    quoted = list(quotes.quotes(sides))
    updated = list(updates.updates(sides, after))
    yield from quoted
    yield from updated
    yield from names.names(sides)
    yield from garbled(sides)
    if not updated:
        yield from (d for d in facts.facts(sides) if not any(_covers(q, d) for q in quoted))
        yield from facts.dated(sides)


def _covers(outer: Difference, inner: Difference) -> bool:
    return bool(outer.a and inner.a and outer.a.start <= inner.a.start and inner.a.end <= outer.a.end)


def _mirrored(d: Difference) -> Difference:
    return msgspec.structs.replace(d, kind="added", a=d.b, b=d.a)


def _once(found: Iterable[Difference]) -> Iterator[Difference]:
    """Each difference once; a spelling once for the pair of texts, however often the name occurs."""
    seen: set[tuple[object, ...]] = set()
    for d in found:
        a, b = d.a, d.b
        key: tuple[object, ...] = (d.kind, a and (a.start, a.end), b and (b.start, b.end))
        if d.kind == "name_variant" and a and b:
            key = (d.kind, a.quote.split()[0].removesuffix("’s"), b.quote.split()[0].removesuffix("’s"))
        if key not in seen:
            seen.add(key)
            yield d
