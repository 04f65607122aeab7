"""Form, day, place, people and whether it took place, as two accounts tell them."""

from collections.abc import Iterator

from demarche.lexicon.knowing import Knowledge
from demarche.lexicon.names import key, parts
from demarche.model import Engagement, Evidence
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.finding import Finding, contrast, one_sided
from demarche.records.modes import REMOTE
from demarche.records.people import Person, person, same, side
from demarche.records.status import NEGATIVE
from demarche.records.tellings import DONE, window
from demarche.records.time import SHARP, gap

Told = tuple[str, Evidence]

FORMS = {"call": "call", "virtual_meeting": "video", "meeting": "in person", "visit": "in person",
         "summit": "in person", "letter": "letter"}  # fmt: skip
"""Modes that name a form; *talks* and *contact* fit any."""
HOURS_APART = 3
"""From so many hours between two capitals on, a call in the evening of the one is tomorrow's in the other."""
DEGREES = 15


def circumstances(a: Account, b: Account, known: Knowledge) -> Iterator[Finding]:
    """What the two say of the contact itself."""
    yield from _status(a, b)
    yield from _mode(a, b)
    yield from _date(a, b, known)
    yield from _place(a, b)
    yield from _people(a, b)


def _status(a: Account, b: Account) -> Iterator[Finding]:
    mine, theirs = _last_word(a), _last_word(b)
    if mine is None or theirs is None:
        return
    one, other = mine.status, theirs.status
    clash = (one in DONE and other in NEGATIVE) or (other in DONE and one in NEGATIVE)
    yield contrast("status", not clash, (one, _words(mine, "status")), (other, _words(theirs, "status")))


def _last_word(account: Account) -> Engagement | None:
    published = {d.id: d.published or "" for d in account.documents}
    return max(account.claims, key=lambda c: (published[c.document], c.status in DONE, -c.start), default=None)


def _mode(a: Account, b: Account) -> Iterator[Finding]:
    mine, theirs = _forms(a), _forms(b)
    if not mine or not theirs:
        return
    shared = sorted(set(mine) & set(theirs))
    one, other = (shared[0], shared[0]) if shared else (min(mine), min(theirs))
    vague = not shared and {one, other} == {"in person", "video"} and not (_placed(a) or _placed(b))
    yield contrast("mode", bool(shared) or vague, (one, mine[one]), (other, theirs[other]), sure=0.7)


def _forms(account: Account) -> dict[str, Evidence]:
    return {FORMS[c.mode]: _words(c, "mode") for c in reversed(account.claims) if c.mode in FORMS}


def _placed(account: Account) -> bool:
    return any(c.place for c in account.claims)


def _date(a: Account, b: Account, known: Knowledge) -> Iterator[Finding]:
    mine, theirs = _dated(a), _dated(b)
    if not mine or not theirs:
        return
    one, other = window(mine.date), window(theirs.date)
    if one is None or other is None:
        return
    apart = gap(one, other)
    explained = apart == 1 and _zones(a, b, known)
    note = "one day apart: the clocks of the two capitals explain it" if explained else ""
    yield contrast("date", apart == 0 or explained, _day(mine), _day(theirs), note=note)


def _dated(account: Account) -> Engagement | None:
    """The claim with the most precise day that words give."""
    told = [(w.days, c.start, c) for c in account.claims if c.date and c.date.words and (w := window(c.date))]
    return min((t for t in told if t[0] <= SHARP), key=lambda t: t[:2], default=(0, 0, None))[2]


def _day(claim: Engagement) -> Told:
    date = claim.date
    assert date is not None
    assert date.words is not None
    shown = date.start or "" if date.start == date.end else f"{date.start} to {date.end}"
    return shown, Evidence(claim.document, date.words.start, date.words.end, date.words.quote, "date", claim.id)


def _zones(a: Account, b: Account, known: Knowledge) -> bool:
    """Can one evening be two days? By telephone, between capitals hours apart; never where they met in one room."""
    if a.record.mode not in REMOTE and a.record.mode not in ("talks", "other"):
        return False
    sides = {p.country for p in a.record.participants if p.country} | {x.side for x in (a, b) if x.official}
    east = [lon for code in sides if (lon := _meridian(code, known)) is not None]
    return bool(east) and max(east) - min(east) >= HOURS_APART * DEGREES


def _meridian(code: str, known: Knowledge) -> float | None:
    """How far east a state's capital lies."""
    state = known.state(code)
    if state is None or state.lon is not None:
        return state.lon if state else None
    capital = known.place(state.capital.partition(",")[0], state.alpha3)
    return capital.lon if capital else None


def _place(a: Account, b: Account) -> Iterator[Finding]:
    if a.record.mode in REMOTE:
        return
    mine, theirs = _placed_by(a), _placed_by(b)
    if mine and theirs:
        yield contrast("place", not _elsewhere(mine[0], theirs[0]), _where(*mine), _where(*theirs))
    elif mine and b.official and not b.says(_where(*mine)[0]):
        yield one_sided("place", "extra", True, mine[1], _where(*mine)[0])
    elif theirs and a.official and not a.says(_where(*theirs)[0]):
        yield one_sided("place", "extra", False, theirs[1], _where(*theirs)[0])


def _placed_by(account: Account) -> tuple[Engagement, Evidence] | None:
    told = [c for c in account.claims if c.mode in FORMS] or account.claims
    for c in sorted(told, key=lambda c: (c.place is None or c.place.precision == "country", c.start)):
        if c.place and c.place.words:
            words = c.place.words
            return c, Evidence(c.document, words.start, words.end, words.quote, "place", c.id)
    return None


def _where(claim: Engagement, words: Evidence) -> Told:
    return (claim.place.name if claim.place else "", words)


def _elsewhere(a: Engagement, b: Engagement) -> bool:
    x, y = a.place, b.place
    if x is None or y is None:
        return False
    if x.country and y.country and x.country != y.country:
        return True
    towns = {x.precision, y.precision} <= {"city", "site"} and x.precision == y.precision
    return towns and key(x.name) not in key(y.name) and key(y.name) not in key(x.name)


def _people(a: Account, b: Account) -> Iterator[Finding]:
    """Somebody whom one account names beside those whom both know: the counterparts themselves are never missing."""
    mine, theirs = _named(a), _named(b)
    for own, others, silent, is_a in ((mine, theirs, b, True), (theirs, mine, a, False)):
        if not others or not silent.official:
            continue
        for who, shown, words in own:
            surname = (parts(shown) or (key(shown),))[-1]
            if not any(same(who, other) for other, *_ in others) and not silent.says(surname):
                yield one_sided("participants", "extra", is_a, words, shown, item=shown, sure=0.6)


def _named(account: Account) -> list[tuple[Person, str, Evidence]]:
    found: list[tuple[Person, str, Evidence]] = []
    for c in account.claims:
        for p in c.participants:
            who = person(p)
            if who is None or not who.named or p.start is None or p.end is None or not side(p):
                continue
            if not any(same(who, other) for other, *_ in found) and c.start <= p.start and p.end <= c.end:
                quote = c.quote[p.start - c.start : p.end - c.start]
                found.append((who, p.name or quote, Evidence(c.document, p.start, p.end, quote, "participants", c.id)))
    return found


def _words(claim: Engagement, field: str) -> Evidence:
    return Evidence(claim.document, claim.start, claim.end, claim.quote, field, claim.id)
