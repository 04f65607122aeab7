"""Renewed records -> the same with their links, and the records beside them whose links changed with them.

What a record is part of depends on the wholes at its day and sides only; so it is asked again for what is new, for what
was linked to a record that is gone or changed, and for what stands where a new whole reaches.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import msgspec

from demarche.model import Link, Record
from demarche.records.blocking import numbered
from demarche.records.parts import Seen, Spot, as_part, as_whole, links, seen
from demarche.records.renewal import Renewed

Found = Callable[[Iterable[int]], Iterable[Record]]
"""The records that stand at some spots, by their numbers."""
Known = Callable[[Iterable[str]], Iterable[Record]]
"""The records of some ids."""


class Beside:
    """The records that stay as they are but for their links: each fetched once, none of those that are replaced."""

    def __init__(self, gone: Iterable[str], at: Found, of: Known) -> None:
        self._gone = frozenset(gone)
        self._at, self._of = at, of
        self.records: dict[str, Record] = {}

    def at(self, spots: Iterable[Spot]) -> list[Record]:
        """Those at some spots."""
        return self._kept(self._at({numbered(spot) for spot in spots}))

    def of(self, ids: Iterable[str]) -> list[Record]:
        """Those of some ids."""
        return self._kept(self._of(sorted(set(ids) - self._gone)))

    def gone(self, id: str) -> bool:
        """Is it a record that another one replaces?"""
        return id in self._gone

    def _kept(self, found: Iterable[Record]) -> list[Record]:
        mine = {r.id: r for r in found if r.id not in self._gone}
        self.records |= mine
        return list(mine.values())


def spots(record: Record) -> frozenset[int]:
    """Where a record is looked for by what it may be part of, or by its parts, as numbers that a database can keep."""
    view = seen(record)
    return frozenset(map(numbered, (*as_whole(view), *as_part(view)))) if view else frozenset()


def relinked(found: Renewed, at: Found, of: Known) -> tuple[tuple[Record, ...], tuple[tuple[Record, Record], ...]]:
    """The renewed records with their links; and what records beside them were, and are with their links of now."""
    beside = Beside((r.id for r in found.replaced), at, of)
    new = {r.id: msgspec.structs.replace(r, part_of=(), parts=()) for r in found.records}
    views = [s for r in new.values() if (s := seen(r))]
    wholes = beside.of(link.record for r in found.replaced for link in r.part_of)
    near = [*beside.of(link.record for r in found.replaced for link in r.parts), *beside.at(_parts_of(views))]
    parts = [*views, *_views(near)]
    around = beside.at(("whole", day, name) for p in parts for _, day, name in as_part(p))
    wholes += [*around, *beside.of(link.record for r in near for link in r.part_of)]
    up, down = _linked(parts, [*views, *_views(around)])
    asked = {*new, *(r.id for r in near)}
    told = tuple(_with(r, up[r.id], down[r.id]) for r in new.values())
    return told, tuple(_changed(beside, {r.id for r in near}, {r.id for r in wholes}, asked, up, down))


def _changed(
    beside: Beside, parts: set[str], wholes: set[str], asked: set[str], up: dict[str, list[Link]],
    down: dict[str, list[Link]],
) -> Iterator[tuple[Record, Record]]:  # fmt: skip
    """What is beside the renewed records and linked otherwise now; `asked` are those whose wholes were looked for."""
    for id in sorted(parts | wholes):
        old = beside.records[id]
        kept = [link for link in old.parts if link.record not in asked and not beside.gone(link.record)]
        new = _with(old, up[id] if id in parts else old.part_of, [*kept, *down[id]])
        if new != old:
            yield old, new


def _linked(parts: list[Seen], wholes: list[Seen]) -> tuple[dict[str, list[Link]], dict[str, list[Link]]]:
    up: dict[str, list[Link]] = defaultdict(list)
    down: dict[str, list[Link]] = defaultdict(list)
    for part, whole, why in links(_once(parts), _once(wholes)):
        up[part].append(Link(record=whole, why=why))
        down[whole].append(Link(record=part, why=why))
    return up, down


def _once(views: Iterable[Seen]) -> Iterable[Seen]:
    return {view.record.id: view for view in views}.values()


def _parts_of(views: Iterable[Seen]) -> Iterator[Spot]:
    """Where the parts of some wholes stand."""
    return (("part", day, name) for view in views for _, day, name in as_whole(view))


def _views(records: Iterable[Record]) -> list[Seen]:
    return [view for r in records if (view := seen(r))]


def _with(record: Record, up: Iterable[Link], down: Iterable[Link]) -> Record:
    return msgspec.structs.replace(record, part_of=tuple(sorted(up)), parts=tuple(sorted(down)))
