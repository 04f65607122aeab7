"""Assertions -> what the record has for them and against them, and how much was read; never a verdict.

*The first meeting since May* is opposed by any contact of the two after May and before the one meant, and borne out by
none; *isolated* is opposed by every contact, and borne out by every refusal and cancellation, of the ninety days
before. Where it counts from something that is no day (*in many years*), no contact is held against it. What the record
lacks proves nothing by itself: so the months of the stretch are counted, and those with anything read.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

import msgspec

from demarche.model import Assertion, Record
from demarche.model.values import LEVELS, Mode
from demarche.network.contacts import Contact
from demarche.network.figure import behind
from demarche.network.ground import Ground
from demarche.network.months import covered, days
from demarche.network.parties import day, others, side
from demarche.network.refusals import CODES, OFF
from demarche.network.windows import Window, month, moved, trailing

OF_TWO = frozenset({"first since", "first", "last contact", "no contact", "rare", "repeated"})
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")
ROUGH = 10
"""Days; what is told more roughly than this is held against nothing."""
MEANT = 7
"""Days before its publication within which a contact is taken for the one that a text speaks of."""


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell of a kind of contact, and its modes."""

    modes: tuple[Mode, ...]
    words: tuple[str, ...]
    positive: tuple[str, ...]
    negative: tuple[str, ...]


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """`meant` are contacts that the words may be about; in `read` of the `months` of the stretch anything was read."""

    claim: str
    about: str
    document: str
    quote: str
    said: str
    speakers: tuple[str, ...]
    parties: tuple[str, ...]
    since: str | None
    first: str
    meant: tuple[str, ...]
    supporting: tuple[str, ...]
    opposing: tuple[str, ...]
    months: int
    read: int


def checks(asserted: Iterable[Assertion], ground: Ground, published: dict[str, str]) -> tuple[Check, ...]:
    """Every assertion that can be held against the record, by the day it was said; `published`: by document."""
    found = [c for a in asserted if a.document in published for c in _check(a, ground, published[a.document])]
    return tuple(sorted(found, key=lambda c: (c.said, c.claim)))


def _check(a: Assertion, ground: Ground, said: str) -> Iterator[Check]:
    parties = tuple(sorted({s for p in a.parties if (s := side(p))}))
    if a.about in ("isolation", "no isolation") and len(parties) == 1:
        window = trailing(said)
        seen, off = behind(ground.within(parties[0], window)), _off(parties[0], ground, window)
        yield _made(a, ground, said, parties, window, (), *((seen, off) if a.about == "isolation" else (off, seen)))
    elif a.about in OF_TWO | {"highest level"} and len(parties) == 2:
        met = list(_fit(a, ground, parties, said))
        start = _start(a.since) or ""
        meant = [c for c in met if c.last >= moved(said, -MEANT)]
        vague = a.since is not None and _start(a.since) is None
        before = [] if vague else [c for c in met if c.first > start and c.last < moved(said, -MEANT)]
        if a.about == "highest level":
            before = [c for c in before if not meant or _as_high(c, meant)]
        counted_from = [c for c in met if _start(a.since) and c.first <= start] if a.since else []
        backs = before if a.about == "repeated" else counted_from[-1:]
        against = [] if a.about == "repeated" else before
        window = Window(min(start or ground.first or said, said), said)
        yield _made(a, ground, said, parties, window, meant, behind(against), behind(backs))


def _fit(a: Assertion, ground: Ground, parties: tuple[str, ...], said: str) -> Iterator[Contact]:
    """The contacts of the two, up to the day it was said, of the kind that it speaks of and on days well known."""
    kinds = modes(a.quote)
    for c in ground.by_state.get(parties[0], ()):
        mode = ground.records[c.record].mode
        two = parties[1] in (c.a, c.b) and c.last <= said and days(c.first, c.last) <= ROUGH
        if two and (not kinds or mode in kinds):
            yield c


def modes(quote: str) -> frozenset[str]:
    """The modes of contact that an assertion is about; empty where it is about any."""
    text = quote.casefold()
    for kind in _kinds():
        if any(re.search(rf"\b{re.escape(word)}\b", text) for word in kind.words):
            return frozenset(kind.modes)
    return frozenset()


@cache
def _kinds() -> tuple["Kind", ...]:
    read = files("demarche.network").joinpath("asserted.toml").read_bytes()
    return msgspec.toml.decode(read, type=dict[str, tuple[Kind, ...]])["kind"]


def _made(
    a: Assertion, ground: Ground, said: str, parties: tuple[str, ...], stretch: Window, meant: Iterable[Contact],
    against: tuple[str, ...], backing: tuple[str, ...],
) -> Check:  # fmt: skip
    read_in = covered(stretch, ground.months)
    return Check(
        claim=a.id, about=a.about, document=a.document, quote=a.quote, said=said, parties=parties, since=a.since,
        speakers=tuple(p.name or p.side or "" for p in a.speakers), first=stretch.first, meant=behind(meant),
        supporting=backing, opposing=against, months=len(read_in), read=sum(1 for n in read_in.values() if n),
    )  # fmt: skip


def _start(since: str | None) -> str | None:
    """The last day of what it counts from, where that is a day, a month or a year; null for words."""
    if since is None or not _DAY.match(since):
        return None
    if len(since) == 7:
        return month(f"{since}-01").last
    return f"{since}-12-31" if len(since) == 4 else since


def _as_high(c: Contact, meant: Iterable[Contact]) -> bool:
    return c.level != "unknown" and LEVELS.index(c.level) <= min(LEVELS.index(m.level) for m in meant)


def _off(state: str, ground: Ground, window: Window) -> tuple[str, ...]:
    return tuple(sorted(r.id for r in ground.records.values() if _refused(r, state, window)))


def _refused(r: Record, state: str, window: Window) -> bool:
    when = day(r)
    broken = r.status in OFF if r.type == "engagement" else (r.cameo or "").startswith(tuple(CODES))
    return bool(broken and others(r, state) and when and window.holds(when, when))
