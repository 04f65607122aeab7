"""What a damaged copy says as well, though its words no longer show it: engagements of the best witness.

*Spoke by phone with* that a synonym machine has made *addressed by telephone set to* is a call nobody finds. The
sentence is the witness's all the same: if it names the same people and nothing in it says that matters changed, the
copy tells of the same call, in its own words, with less confidence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from demarche.families.alignment import align
from demarche.families.changes import Version, kept
from demarche.families.changes.sides import Sides
from demarche.families.changes.telling import Word
from demarche.families.changes.updates import updates
from demarche.families.changes.words import cues
from demarche.families.profile import profile
from demarche.model import Claim, Document, Engagement, Family, Participant, Stretch

FOUND_BY = "witness/1"
DOUBT = 0.6
"""What is left of a claim's confidence on the way."""
_OF_THE_EVENT = ("mode", "status", "event_name", "topics", "level", "generic", "evidence_kind", "plover", "cameo")
_CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
Held = Mapping[str, Sequence[Claim]]


def carried(family: Family, documents: Mapping[str, Document], held: Held) -> Iterator[Engagement]:
    """The engagements that damaged members tell of by the best witness's word; `held` are the claims by document."""
    if family.best is None or family.best in family.damaged:
        return
    told = [c for c in held.get(family.best, ()) if isinstance(c, Engagement)]
    best = Version(documents[family.best], profile(documents[family.best]))
    for id in family.damaged:
        copy = Version(documents[id], profile(documents[id]))
        yield from _across(best, copy, told, [c for c in held.get(id, ()) if isinstance(c, Engagement)])


def _across(
    best: Version, copy: Version, told: Iterable[Engagement], own: Sequence[Engagement]
) -> Iterator[Engagement]:
    links = {link.a: link for link in kept(align(best.vectors, copy.vectors).links)}
    for claim in told:
        sentence = next((i for i, (a, b) in enumerate(best.told.spans) if a <= claim.start < b), None)
        link = links.get(sentence) if sentence is not None else None
        if link is None or _turned(Sides(best.told, copy.told, link)):
            continue
        there = Stretch(*copy.told.spans[link.b])
        known = any(_same(claim, c) for c in own if there.overlaps(Stretch(c.start, c.end)))
        people = None if known else _people(claim, best.document.text, copy.document.text, there)
        if people is not None:
            yield _retold(claim, copy.document, there, people)


def _turned(sides: Sides) -> bool:
    """Does the copy put off, call off or deny what the witness tells, or the other way round?"""
    return _turns(sides.left) != _turns(sides.right) or any(updates(sides, (None, None)))


def _turns(words: Sequence[Word]) -> frozenset[str]:
    """What of the future, of failure and of denial is in a sentence, by kind."""
    plain = [w.plain for w in words]
    said = {*plain, *(f"{a} {b}" for a, b in pairwise(plain))}
    ahead = {w for w in plain if w in cues().ahead} | {
        f"{a.plain} {b.plain}" for a, b, c in zip(words, words[1:], words[2:], strict=False) if not c.capital
    }  # *set to Ankara* is no plan
    kinds = {"ahead": ahead & cues().ahead, "fallen": said & cues().fallen, "no": said & cues().no}
    return frozenset(kind for kind, found in kinds.items() if found)


def _same(claim: Engagement, own: Engagement) -> bool:
    """Does the copy's sentence tell of it anyway? Talks held on a visit do not tell the visit."""
    if (claim.mode == "visit") != (own.mode == "visit"):
        return False
    return {p.side for p in claim.participants} <= {p.side for p in own.participants}


def _people(claim: Engagement, text: str, other: str, there: Stretch) -> tuple[Participant, ...] | None:
    """Everybody in the claim where the copy's sentence names them; null where it does not name all whom it could."""
    found: list[Participant] = []
    named = 0
    for p in claim.participants:
        names = _CAPITAL.findall(text, p.start, p.end) if p.start is not None and p.end is not None else []
        places = [m for name in names for m in re.finditer(rf"\b{name}\b", other[there.start : there.end])]
        if names and not places:
            return None
        named += bool(places)
        last = places[-1] if places else None
        stretch = (there.start + last.start(), there.start + last.end()) if last else (None, None)
        found.append(msgspec.structs.replace(p, start=stretch[0], end=stretch[1]))
    return tuple(found) if named else None


def _retold(claim: Engagement, copy: Document, there: Stretch, people: tuple[Participant, ...]) -> Engagement:
    """The claim as the copy's: whatever points into the witness's text stays behind."""
    informant = claim.attributed_to and msgspec.structs.replace(claim.attributed_to, start=None, end=None)
    kept_fields = {name: getattr(claim, name) for name in _OF_THE_EVENT}
    return Engagement(
        **kept_fields, document=copy.id, start=there.start, end=there.end, quote=copy.text[there.start : there.end],
        sentence=there, found_by=FOUND_BY, confidence=round(DOUBT * claim.confidence, 3), participants=people,
        date=claim.date and msgspec.structs.replace(claim.date, expression=None, words=None),
        place=claim.place and msgspec.structs.replace(claim.place, words=None), attributed_to=informant,
    ).with_id()  # fmt: skip
