"""Can two tellings be one event, and what speaks for it?

`contradiction` says why they cannot: two claims that contradict never share a record, whatever lies between them.
`grounds` says how strongly they belong together: without grounds two tellings that could be one stay two.
"""

from demarche.model import Act
from demarche.records.modes import REMOTE, fit
from demarche.records.people import at_odds, matched, shared
from demarche.records.tellings import AHEAD, DONE, Telling
from demarche.records.time import SEASON, SHARP, WELL_BEFORE, Tie, gap, tie

COPIED = 0.5
"""Share of words from which two sentences of one family are the same sentence."""
WORDED = 0.25
"""Share of words from which two reports of an act are taken for one."""
NEXT_DAYS = 2
TOO_WIDE = 100
"""Days; from a season on, a date (*this year*) is that of any number of events."""
NEARLY = ({"call", "virtual_meeting"}, {"meeting", "summit"})
"""Forms that reports of one event often confuse."""
VAGUE = frozenset({"talks", "outreach", "other"})
ONE_TOWN = 0.5
"""Degrees of latitude and longitude, some forty kilometres: a palace and its town are one place."""
SLIP = 3
"""Days by which two capitals may differ over one and the same contact."""
DAYS, PLACES = "different days", "different places"
LAST = 100.0
"""What the grounds of a vague telling are divided by: less than any others."""
NEARBY_COPY = 10
"""A copied sentence that says *Friday* may be put a week off by its own date of publication."""


def contradiction(a: Telling, b: Telling) -> str | None:
    """Why two tellings cannot be one event; null where they could. Symmetric."""
    if a.apart != b.apart:
        return "of another kind"
    if a.caption != b.caption and not (a.multilateral and b.multilateral):
        return "a picture's caption beside a report"
    if any(at_odds(a.cast[s], b.cast[s]) for s in a.sides & b.sides) and not (a.multilateral and b.multilateral):
        return "different people of one side"
    if copied(a, b):
        return None
    if not fit(a.kind, b.kind):
        return "a different form of contact"
    if _is_any_of_many(a, b) or _is_any_of_many(b, a):
        return "one of many in a long time"
    elsewhen = DAYS if tie(a, b) is Tie.APART else PLACES if _elsewhere(a, b) else None
    if elsewhen and not pardoned(a, b):
        return elsewhen
    return _out_of_line(a, b)


def _is_any_of_many(a: Telling, b: Telling) -> bool:
    """Is the one of some time in a year, between two sides only, and the other of a day?"""
    if a.window is None or b.window is None or a.family == b.family or a.multilateral:
        return False
    return a.window.days > TOO_WIDE and b.window.days <= SHARP and a.apart[0] == "engagement"


def pardoned(a: Telling, b: Telling) -> bool:
    """May two tellings differ in day or place and yet be one event, because of what ties them otherwise?"""
    return counterparts(a, b) or moved(a, b)


def counterparts(a: Telling, b: Telling) -> bool:
    """Do two capitals, each in its own text and a day apart at most, tell that the same two people had contact?

    Then a day or a place that differs is a contradiction between accounts, and no second event.
    """
    own = {a.official, b.official}
    if len(own) < 2 or None in own or not own <= a.sides or a.said is None or b.said is None:
        return False
    told = {a.claim.status, b.claim.status} <= DONE and abs(a.said - b.said) <= 1
    near = not (a.window and b.window) or gap(a.window, b.window) <= SLIP
    return told and near and _both_known(a, b)


def moved(a: Telling, b: Telling) -> bool:
    """Is one of them the news that it was put off, and the other of what came of it within weeks?"""
    put_off, later = (a, b) if a.claim.status == "postponed" else (b, a)
    if put_off.claim.status != "postponed" or put_off.said is None or later.said is None:
        return False
    first = later.window.first if later.window else later.said
    after = put_off.said <= later.said and put_off.said <= first <= put_off.said + SEASON
    return after and later.claim.status in AHEAD | DONE and _both_known(a, b)


def _both_known(a: Telling, b: Telling) -> bool:
    """Two sides, the same person known on each, and the same form of contact."""
    if a.sides != b.sides or len(a.sides) != 2 or not fit(a.kind, b.kind) or a.multilateral or b.multilateral:
        return False
    return all(shared(a.cast[s], b.cast[s]) for s in a.sides)


def copied(a: Telling, b: Telling) -> bool:
    """Are they one sentence in two versions of one text? Then what differs between them is a change, no other event."""
    if a.family != b.family or a.sides != b.sides or len(a.documents | b.documents) < 2:
        return False
    days = gap(a.window, b.window) if a.window and b.window else 0
    return (
        days <= NEARBY_COPY
        and alike(a, b) >= COPIED
        and (fit(a.kind, b.kind) or {a.kind, b.kind} == {"visit", "meeting"})
    )


def alike(a: Telling, b: Telling) -> float:
    """Share of words that two quotes have in common (Jaccard)."""
    return len(a.words & b.words) / max(len(a.words | b.words), 1)


def _elsewhere(a: Telling, b: Telling) -> bool:
    """Two countries, or two towns of one country (a visit may go to both). A phone has no place."""
    x, y = a.claim.place, b.claim.place
    if x is None or y is None or a.kind in REMOTE or b.kind in REMOTE:
        return False
    if x.country and y.country and x.country != y.country:
        return True
    if a.kind == "visit":
        return False
    if x.precision != y.precision or x.precision not in ("city", "site") or a.site in b.site or b.site in a.site:
        return False
    if x.lat is None or y.lat is None or x.lon is None or y.lon is None:
        return (x.lat is None) == (y.lat is None)
    return abs(x.lat - y.lat) + abs(x.lon - y.lon) > ONE_TOWN


def _out_of_line(a: Telling, b: Telling) -> str | None:
    """Does the one's status rule the other's out: a plan made after the event, a possibility beside a fact?"""
    said = {a.claim.status, b.claim.status}
    if len(said) == 1 or _same_days(a, b):
        return None
    if "hypothetical" in said and (said & DONE or a.kind != b.kind) and _stays_open(a, b):
        return "only a possibility"
    if "refused" in said and said & DONE and a.kind != b.kind and _refused_on_no_day(a, b):
        return "a refusal to talk at all"
    plan, event = (a, b) if a.claim.status in AHEAD else (b, a)
    if plan.claim.status not in AHEAD or event.claim.status not in DONE or _is_over(plan):
        return None
    if a.documents & b.documents:
        return "past and to come in one text"
    return "planned after the event" if _later(plan, event) else None


def _refused_on_no_day(a: Telling, b: Telling) -> bool:
    """*Refusing negotiations*, on no day and in another form than what took place, is a stance and no part of it."""
    return (a if a.claim.status == "refused" else b).window is None


def _stays_open(a: Telling, b: Telling) -> bool:
    """Is the possibility of no day, and not what another text, days later, tells to have come true?"""
    maybe, other = (a, b) if a.claim.status == "hypothetical" else (b, a)
    if maybe.window is not None:
        return False
    later = maybe.said is not None and other.said is not None and 0 < other.said - maybe.said <= WELL_BEFORE
    return not (later and a.kind == b.kind)


def _is_over(plan: Telling) -> bool:
    """Was it for days before the text was published? Then it recalls a plan, or was never one."""
    return plan.window is not None and plan.said is not None and plan.window.last < plan.said


def _same_days(a: Telling, b: Telling) -> bool:
    return a.window is not None and b.window is not None and tie(a, b) is Tie.SAME


def _later(plan: Telling, event: Telling) -> bool:
    over = event.window.last if event.window and event.window.days <= SHARP else event.said
    return plan.said is not None and over is not None and plan.said > over


def grounds(a: Telling, b: Telling) -> float:
    """How strongly two tellings that do not contradict belong together; 0 without grounds. Symmetric.

    A mere possibility of no day (*if they did discuss it*) weighs least: it joins when all else has found its place,
    so that it bars nothing that is told.
    """
    found = _grounds(a, b)
    return found / LAST if _is_vague(a) or _is_vague(b) else found


def _is_vague(t: Telling) -> bool:
    return t.claim.status == "hypothetical" and t.window is None


def _grounds(a: Telling, b: Telling) -> float:
    if copied(a, b):
        return 20.0 + alike(a, b)
    if a.thin or b.thin:
        return 0.0
    bond = tie(a, b)
    if a.claim.__class__ is not b.claim.__class__:
        return 0.0
    if pardoned(a, b) and (bond is Tie.APART or _elsewhere(a, b)):
        return 4.0
    if bond in (Tie.UNKNOWN, Tie.APART, Tie.LOOSE) or _says_nothing(a, b, bond):
        return 0.0
    if a.apart[0] == "act":
        return _act_grounds(a, b, bond)
    if a.multilateral or b.multilateral:
        return _forum_grounds(a, b, bond)
    return _bilateral_grounds(a, b, bond)


def _says_nothing(a: Telling, b: Telling, bond: Tie) -> bool:
    """Is one of them too general for this tie: *will continue the dialogue*, *their second meeting this year*?"""
    if a.family == b.family:
        return False
    general = bond is Tie.NEAR and (_only_goes_on(a, b) or _only_goes_on(b, a))
    days = max((t.window.days for t in (a, b) if t.window), default=0)
    return (general and not a.multilateral) or days > TOO_WIDE


def _only_goes_on(a: Telling, b: Telling) -> bool:
    """Is the one a plan to talk on some day, and the other not said to be of the next days?"""
    if a.claim.status not in AHEAD or a.window or a.kind not in VAGUE:
        return False
    return b.window is None or a.said is None or abs(b.window.first - a.said) > NEXT_DAYS


def _forum_grounds(a: Telling, b: Telling, bond: Tie) -> float:
    named = bool(a.forum and b.forum) and (a.forum <= b.forum or b.forum <= a.forum)
    return 8.0 + _weight(a, b, bond) if named and a.multilateral and b.multilateral else 0.0


def _bilateral_grounds(a: Telling, b: Telling, bond: Tie) -> float:
    """The sides must be the same; only a third side in one place on one day may be missing (a mediator often is)."""
    common = a.sides & b.sides
    if len(common) < 2:
        return 0.0
    people = sum(shared(a.cast[s], b.cast[s]) for s in common)
    offices = sum(matched(a.cast[s], b.cast[s]) for s in common if not shared(a.cast[s], b.cast[s]))
    equal = a.sides == b.sides
    enough = {
        Tie.SAME: equal or (people >= 2 and bool(a.site) and a.site == b.site),
        Tie.ZONES: equal and people >= 2,
        Tie.WIDE: equal and (people + offices >= 2 or a.family == b.family or _coming(a, b, people)),
        Tie.FAMILY: equal and (a.kind == b.kind or people + offices > 0),
        Tie.NEAR: equal and _known_enough(a, b, people, offices) and _alike_in_form(a, b),
    }[bond]
    vague = a.apart[1] and a.family != b.family
    return 2.0 * people + offices + _weight(a, b, bond) if enough and not vague else 0.0


def _known_enough(a: Telling, b: Telling, people: int, offices: int) -> bool:
    """Two people; one, and an office; one visitor of one country; or three sides and more, who rarely meet twice in
    days."""
    visitor = people == 1 and a.kind == b.kind == "visit"
    return people >= 2 or (people == 1 and offices >= 1) or visitor or len(a.sides) > 2


def _alike_in_form(a: Telling, b: Telling) -> bool:
    return a.kind == b.kind or "talks" in (a.kind, b.kind) or {a.kind, b.kind} in NEARLY


def _coming(a: Telling, b: Telling, people: int) -> bool:
    """Is it what was announced for those days: the same form of contact, and somebody known on one side at least?"""
    days = [t.window.days for t in (a, b) if t.window]
    return people > 0 and a.kind == b.kind and max(days, default=0) <= WELL_BEFORE


def _act_grounds(a: Telling, b: Telling, bond: Tie) -> float:
    """Acts recur, so days must agree, and words too; undated ones must be told of the same two in nearly the same words
    within a day."""
    aimed = a.targets == b.targets or not (a.targets and b.targets)
    amounts = {t.claim.amount for t in (a, b) if isinstance(t.claim, Act) and t.claim.amount}
    if not a.actors & b.actors or not aimed or len(amounts) > 1:
        return 0.0
    close = alike(a, b)
    if bond is Tie.SAME:
        near = close >= WORDED
    else:
        near = close >= COPIED and (
            a.family == b.family or (bool(a.targets & b.targets) and a.documents != b.documents)
        )
    return 4.0 * close + _weight(a, b, bond) if near else 0.0


def _weight(a: Telling, b: Telling, bond: Tie) -> float:
    days = {Tie.SAME: 3.0, Tie.ZONES: 1.5, Tie.WIDE: 1.5, Tie.FAMILY: 1.5, Tie.NEAR: 0.5}[bond]
    same_place = bool(a.site) and a.site == b.site
    return 1.0 + days + (a.kind == b.kind) + same_place + 0.5 * (a.family == b.family)
