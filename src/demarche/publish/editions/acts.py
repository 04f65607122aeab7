"""Which acts a digest tells, what they are called, and under which heading they stand.

An act is told in the very words of its text: a template over actor, kind and target would say more than was read.
"""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from demarche.lexicon.scale import scale
from demarche.lexicon.tables import load_toml
from demarche.model import Claim, Participant, Record

Heading = Literal["cooperation", "demands", "conflict"]
TOLD = frozenset({"happened", "ongoing", "planned", "threatened", "cancelled", "refused", "postponed", "disputed"})
HEADINGS: dict[int, Heading] = {1: "cooperation", 2: "cooperation", 3: "demands", 4: "conflict"}
"""By PLOVER's quad class."""
MOST = 12
"""Acts under one heading of one week; what stands below them in rank is counted."""
LONGEST = 240
"""Characters of the words of an act."""


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: what each act is called, and those too small for a digest."""

    minor: frozenset[str]
    labels: dict[str, str]


@cache
def _acts() -> Acts:
    return load_toml(files("demarche.publish.editions").joinpath("acts.toml"), Acts)


def label(event: str | None) -> str:
    """*arrest*, *sanctions*; an act of another package by its own id."""
    return _acts().labels.get(event or "", (event or "act").replace("_", " "))


def heading(record: Record) -> Heading:
    """The heading of an act; an appointment is nobody's conflict."""
    row = scale(record.plover.type, record.plover.mode) if record.plover else None
    return HEADINGS[row.quad] if row else "cooperation"


def worth_telling(record: Record) -> bool:
    """Does a known party do something real to another, or about something? The rest stays in the record."""
    if record.event in _acts().minor or record.status not in TOLD or record.generic:
        return False
    actors, targets = _sides(record.actors), _sides(record.targets)
    return bool(actors) and (bool(targets - actors) if targets else bool(record.what))


def _sides(people: tuple[Participant, ...]) -> set[str]:
    return {side for p in people if (side := p.country or p.organisation)}


def quoted(claim: Claim, text: str) -> str:
    """The sentence that a claim stands in; of a long one, the part around the claim, cut at blanks."""
    start, end = (claim.sentence.start, claim.sentence.end) if claim.sentence else (claim.start, claim.end)
    first, last = start, end
    if end - start > LONGEST:
        first = max(start, claim.start - max(0, LONGEST - (claim.end - claim.start)) // 2)
        last = min(end, first + LONGEST)
        if first > start:
            first = text.find(" ", first, claim.start + 1) + 1 or claim.start
        if last < end:
            last = max(text.rfind(" ", claim.start, last), claim.start + 1)
    before, after = "… " if first > start else "", " …" if last < end else ""
    return before + " ".join(text[first:last].split()) + after
