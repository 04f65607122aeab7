"""The id of a record: made from the claim that told of it first, and kept from then on.

A later run gives a record the id of the earlier one whose claims, or whose words, it holds: more texts, another model
or another order of reading change no id. Where two records became one the older id stays (the store redirects the
other); where one became two, the part that holds most of it keeps the id.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from demarche.model import Document, Evidence, Record, content_id
from demarche.records.tellings import Telling

NEVER = "9999"
"""Sorts a text of unknown day after all dated ones."""
SAME_CLAIM = 1000
"""A claim that is still there outweighs any number of stretches that only overlap."""


def identity(tellings: Iterable[Telling], documents: Mapping[str, Document]) -> str:
    """The content id over the first claim: by day of publication, then document, then place in it."""

    def told(t: Telling) -> tuple[str, str, int, int, str]:
        document = documents.get(t.claim.document)
        published = document.published if document and document.published else NEVER
        return (published, t.claim.document, t.claim.start, t.claim.end, t.claim.id)

    return content_id("rec", min(tellings, key=told).claim.id)


def carried(
    fresh: Sequence[Record],
    earlier: Iterable[Record],
    kept: Callable[[str], bool] = lambda id: False,
    removed: Sequence[tuple[str, frozenset[str]]] = (),
) -> dict[str, str]:
    """The id that each fresh record takes, by the one it would have if it were seen for the first time.

    `kept` says of an id whether another record has and keeps it; `removed` are the ids, with their claims, of records
    that a person took out and that are back under them if the judgement is undone.
    """
    olds = sorted(earlier, key=lambda r: (r.first_seen or NEVER, r.id))
    there = _Stretches(fresh)
    taken: dict[str, str] = {}
    for old in olds:
        shares = there.shares(old)
        free = [id for id in shares if id not in taken]
        if free:
            taken[min(free, key=lambda id: (-shares[id], id))] = old.id
    used = set(taken.values())
    for r in fresh:
        again = () if r.id in taken else _again(r, removed, lambda id: id in used or kept(id))
        if again:
            taken[r.id] = min(again)
            used.add(taken[r.id])
    return {r.id: taken.get(r.id) or _unused(r.id, lambda id: id in used or kept(id)) for r in fresh}


def _again(fresh: Record, removed: Sequence[tuple[str, frozenset[str]]], used: Callable[[str], bool]) -> list[str]:
    """The ids under which a person took out what the record holds."""
    held = set(fresh.claims)
    return [id for id, claims in removed if not claims.isdisjoint(held) and not used(id)]


def _unused(id: str, used: Callable[[str], bool]) -> str:
    """A first-seen id, or another one where an earlier record has taken that."""
    return _unused(content_id("rec", id), used) if used(id) else id


def renamed(record: Record, id: str) -> Record:
    """The record under another id."""
    return record if record.id == id else msgspec.structs.replace(record, id=id)


class _Stretches:
    """Fresh records by their claims and by where these stand."""

    def __init__(self, fresh: Iterable[Record]) -> None:
        self._claims: dict[str, str] = {}
        self._type = {r.id: r.type for r in fresh}
        self._words: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for record in fresh:
            self._claims.update(dict.fromkeys(record.claims, record.id))
            for e in told(record):
                self._words[e.document].append((e.start, e.end, record.id))

    def shares(self, old: Record) -> Counter[str]:
        """How much of an earlier record each fresh one of its type holds."""
        found = Counter[str]()
        for claim in old.claims:
            if claim in self._claims:
                found[self._claims[claim]] += SAME_CLAIM
        for e in () if len(found) == 1 else told(old):
            found.update(id for start, end, id in self._words.get(e.document, ()) if start < e.end and e.start < end)
        return Counter({id: n for id, n in found.items() if self._type[id] == old.type})


def told(record: Record) -> Iterable[Evidence]:
    """The words of each claim of a record."""
    return (e for e in record.evidence if e.field == "status")
