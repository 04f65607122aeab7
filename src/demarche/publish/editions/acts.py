"""Which acts a digest tells, what they are called, and under which heading they stand.

An act is told in the very words of its text: a template over actor, kind and target would say more than was read.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from demarche.lexicon.actors import Alias, State
from demarche.lexicon.scale import scale
from demarche.lexicon.tables import data, load_csv, load_toml
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
    """Does a state or international body do something real to another, or about it? The rest stays in the record:
    what is done inside one country, by companies, or in nobody's name is no diplomacy.
    """
    if record.event in _acts().minor or record.status not in TOLD or record.generic:
        return False
    actors = {side for p in record.actors if (side := _party(p))}
    others = {side for p in record.targets if (side := _party(p))} | _named_in(record.what or "")
    return bool(actors) and bool(others - actors)


def is_told(record: Record) -> bool:
    """Does the digest tell it at all? What was said in a text of which nothing is told stays out too."""
    return record.type == "engagement" or worth_telling(record)


def _party(p: Participant) -> str | None:
    """The state or the international organisation that somebody stands for."""
    return p.country or (p.organisation if (p.organisation or "").startswith("org:") else None)


def _named_in(what: str) -> set[str]:
    """The states that some words name, or whose people: *16 Russian helicopters*."""
    return {country for match in _states().finditer(what) if (country := _countries().get(match[0]))}


@cache
def _countries() -> dict[str, str]:
    alpha3 = {row.id: row.alpha3 for row in load_csv(data("actors", "states.csv"), State)}
    plain = ("name", "adjective", "abbrev")
    rows = load_csv(data("actors", "aliases.csv"), Alias)
    return {r.surface: alpha3[r.entity] for r in rows if r.kind in plain and r.entity in alpha3 and not r.needs_context}


@cache
def _states() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(_countries(), key=len, reverse=True))) + r")\b")


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
