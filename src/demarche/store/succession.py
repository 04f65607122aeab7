"""What becomes of an id whose noun is gone: a redirect to the one that holds its parts now, or a tombstone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import sqlalchemy as sa

from demarche.store.link import CHUNK, Link
from demarche.store.schema import redirects, tombstones


def now() -> str:
    """The moment, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def heirs(old: Mapping[str, Iterable[str]], new: Mapping[str, Iterable[str]]) -> dict[str, str | None]:
    """For each id that is in `old` and not in `new`: the new one that holds most of its parts, or None."""
    home = {part: id for id in sorted(new) for part in new[id]}
    found: dict[str, str | None] = {}
    for id in sorted(set(old) - set(new)):
        votes = Counter(home[part] for part in old[id] if part in home)
        found[id] = min(votes, key=lambda heir: (-votes[heir], heir)) if votes else None
    return found


def succeed(
    link: Link,
    noun: str,
    old: Mapping[str, Iterable[str]],
    new: Mapping[str, Iterable[str]],
    reasons: Mapping[str, str] | None = None,
) -> None:
    """Leave a redirect or a tombstone for every id that is gone, with the reason if one is given; an id that is back
    loses its own."""
    at = now()
    gone = heirs(old, new) | dict.fromkeys(set(reasons or {}) & set(old), None)
    back = sorted(set(new) - set(old))
    with link.writing():
        for start in range(0, len(back), CHUNK):
            some = back[start : start + CHUNK]
            link.delete(redirects, redirects.c.old.in_(some))
            link.delete(tombstones, tombstones.c.id.in_(some))
        for id, heir in gone.items():
            link.delete(tombstones, tombstones.c.id == id)
            if heir is not None:
                link.put(redirects, [{"old": id, "new": heir, "at": at}])
            else:
                reason = (reasons or {}).get(id) or f"nothing that this {noun} held stands any more"
                link.put(tombstones, [{"id": id, "noun": noun, "reason": reason, "at": at}])


def referents(link: Link) -> dict[str, tuple[str, ...]]:
    """For each id, the older ids that lead to it."""
    onward = link.pairs(sa.select(redirects.c.old, redirects.c.new))
    found: dict[str, list[str]] = {}
    for old in sorted(onward):
        found.setdefault(_end(old, onward), []).append(old)
    return {id: tuple(olds) for id, olds in found.items()}


def current(link: Link, id: str) -> str:
    """The id under which a noun is known today."""
    seen = {id}
    while True:
        found = link.row(sa.select(redirects.c.new).where(redirects.c.old == id))
        if found is None or found[0] in seen:
            return id
        id = str(found[0])
        seen.add(id)


def _end(id: str, onward: Mapping[str, str]) -> str:
    seen = {id}
    while id in onward and onward[id] not in seen:
        id = onward[id]
        seen.add(id)
    return id
