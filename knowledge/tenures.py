"""Stretches in office as many sources report them -> one row each."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from rapidfuzz import fuzz

from demarche.lexicon.names import parts
from knowledge.register import Register

Tenure = dict[str, str]
MONTH, YEAR = 31, 366
GENERATION = 20
LATER = frozenset(["phoenix", "general"])
"""Sources with days to the month, in which the end of one term and the beginning of the next overlap."""

RANK = {"hand": 0, "wikidata": 1, "ifg": 1, "congress-legislators": 1, "phoenix": 2, "general": 3,
        "factbook": 4, "unga": 5}  # fmt: skip
"""The better source first."""

SOLE = frozenset(["head_of_state", "head_of_government", "foreign_minister", "defence_minister", "supreme_leader",
                  "finance_minister", "interior_minister"])  # fmt: skip
"""Offices that one person holds at a time."""


def tenure(
    person: str, office: str, start: str, end: str, as_of: str, source: str, acting: bool = False, confidence: str = ""
) -> Tenure:
    """A missing end is not an open one: `known_until` says how long the source vouches for it."""
    return {"person": person, "office": office, "start": start, "end": end, "known_until": "" if end else as_of,
            "acting": "1" if acting else "0", "confidence": confidence, "source": source}  # fmt: skip


def first(t: Tenure) -> str:
    """The first day it can have begun."""
    start = t["start"] or "1900"
    return start + "-01-01"[len(start) - 4 :]


def last(t: Tenure) -> str:
    """The last day it can have ended."""
    return t["end"] + "-12-31"[len(t["end"]) - 4 :] if t["end"] else "9999-12-31"


def merged(tenures: list[Tenure]) -> list[Tenure]:
    """Overlapping reports of one stretch are joined; the finer date of the better source is kept."""
    groups: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["person"], t["office"]].append(t)
    return [stretch for group in groups.values() for stretch in _stretches(group)]


def _stretches(group: list[Tenure]) -> list[Tenure]:
    out: list[Tenure] = []
    for t in sorted(group, key=lambda t: (RANK[t["source"]], -len(t["start"]), t["start"])):
        same = next((s for s in out if _touch(s, t)), None)
        if same is None:
            out.append(dict(t))
        else:
            _join(same, t)
    return out


def _touch(a: Tenure, b: Tenure) -> bool:
    if a["source"] == "unga" == b["source"] and abs(int(a["end"][:4]) - int(b["start"][:4])) <= 2:
        a["end"] = max(a["end"], b["end"])
        return True
    same_year = b["source"] == "unga" and b["start"][:4] in (a["start"][:4], a["end"][:4])
    late = a["source"] in LATER or b["source"] in LATER
    if late and abs(days(first(a), first(b))) > YEAR and _days_of_both(a, b) <= MONTH:
        return False
    return same_year or (first(a) <= last(b) and first(b) <= last(a))


def _join(kept: Tenure, other: Tenure) -> None:
    """Take from a lesser source what is finer; what two sources say is as sure as either."""
    kept["confidence"] = max(kept["confidence"] or "1", other["confidence"] or "1").removeprefix("1")
    if len(other["start"]) > len(kept["start"]) and other["start"].startswith(kept["start"]):
        kept["start"] = other["start"]
    if kept["end"]:
        finer = len(other["end"]) > len(kept["end"]) and other["end"].startswith(kept["end"])
        kept["end"] = other["end"] if finer else kept["end"]
        return
    later = bool(other["end"]) and other["end"] >= kept["known_until"][: len(other["end"])]
    if later and other["source"] != "unga" and kept["source"] != "hand":
        kept["end"], kept["known_until"] = other["end"], ""
    else:
        kept["known_until"] = max(kept["known_until"], other["known_until"])


def same_person(tenures: list[Tenure], register: Register) -> list[Tenure]:
    """One person under two ids: they entered one office within weeks, under names that look alike."""
    alias: dict[str, str] = {}
    for office, group in by_office(tenures).items():
        if office.split("/")[1] in SOLE or "/ambassador/" in office:
            for t, k in _doubles(group, register):
                alias.setdefault(t, k)
    for old, new in alias.items():
        while new in alias:
            new = alias[new]
        alias[old] = new
        register.variants[new] |= {register.persons[old]["name"]} | register.variants[old]
    return [dict(t, person=alias.get(t["person"], t["person"])) for t in tenures]


def _doubles(group: list[Tenure], register: Register) -> list[tuple[str, str]]:
    known = [t for t in group if t["person"].startswith("wd:")]
    new = [t for t in group if t["person"].startswith("p:")]
    return [
        (t["person"], k["person"])
        for t in new
        for k in known + [o for o in new if o["person"] < t["person"]]
        if _near(t, k) and _alike(register, t["person"], k["person"]) and _one_term(t, k, register)
    ]


def _one_term(a: Tenure, b: Tenure, register: Register) -> bool:
    """Where terms were short, two of one first name followed each other in weeks; one term has one length."""
    sources = {a["source"], b["source"]}
    if not sources & LATER:
        return True
    names = ([register.persons[t["person"]]["name"], *register.variants[t["person"]]] for t in (a, b))
    one, other = ([" ".join(parts(n, register.spellings)) for n in each] for each in names)
    if any(fuzz.token_sort_ratio(x, y) >= 75 for x in one for y in other):
        return True
    longer = max(days(first(t), min(last(t), t["known_until"] or "9999-12-31")) for t in (a, b))
    return "unga" not in sources and _days_of_both(a, b) * 2 > longer


def by_office(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    """The stretches of each office."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["office"]].append(t)
    return groups


def contradicted(t: Tenure, others: list[Tenure]) -> bool:
    """Has another person the same office for more than a year of the stretch, and never this one?"""
    if not _one_holds(t["office"]) or any(o["person"] == t["person"] for o in others):
        return False
    return any(o["start"] and _days_of_both(o, t) > YEAR for o in others)


def generation_after(person: str, end: str, known: list[Tenure]) -> bool:
    """Does all that is known of a person begin decades after: *Ferdinand Marcos* is the father of him of 2022?"""
    starts = [first(t) for t in known if t["person"] == person]
    return bool(starts) and bool(end) and int(min(starts)[:4]) - int(end[:4]) > GENERATION


def twin(t: Tenure, name: str, others: list[Tenure], register: Register) -> str | None:
    """Who has the same office for the same days under another name, or about the same years under one like it."""
    for o in others if _one_holds(t["office"]) else ():
        together = _days_of_both(o, t) * 2 > days(first(t), last(t))
        apart = max(abs(days(first(o), first(t))), abs(days(last(o), last(t))))
        if not together or not o["start"]:
            continue
        if apart <= MONTH or (apart <= YEAR and alike(register, o["person"], name)):
            return o["person"]
    return None


def _one_holds(office: str) -> bool:
    state, _, role = office.removeprefix("office:").partition("/")
    return role in SOLE and state not in SEVERAL


def _days_of_both(a: Tenure, b: Tenure) -> float:
    return days(max(first(a), first(b)), min(last(a), last(b)))


def days(one: str, other: str) -> float:
    """About how many days lie between two; there may be no such day, because any month's last is put as its 31st."""
    a, b = ([int(x) for x in day.split("-")] for day in (one, other))
    return (b[0] - a[0]) * 365.25 + (b[1] - a[1]) * 30.4 + b[2] - a[2]


def by_person(tenures: Iterable[Tenure]) -> dict[str, list[Tenure]]:
    """The stretches of each person."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["person"]].append(t)
    return groups


def _near(a: Tenure, b: Tenure) -> bool:
    if "unga" in (a["source"], b["source"]):
        return first(a) <= last(b) and first(b) <= last(a)
    if min(len(a["start"]), len(b["start"])) < 7:
        return a["start"][:4] == b["start"][:4]
    return abs((date.fromisoformat(first(a)) - date.fromisoformat(first(b))).days) <= 60


def _alike(register: Register, one: str, other: str) -> bool:
    return any(alike(register, one, name) for name in (register.persons[other]["name"], *register.variants[other]))


def alike(register: Register, person: str, name: str) -> bool:
    """Can the name be one that the person goes by, in some spelling?"""
    x = " ".join(parts(name, register.spellings))
    own = (
        " ".join(parts(n, register.spellings)) for n in (register.persons[person]["name"], *register.variants[person])
    )
    return any(max(fuzz.token_sort_ratio(o, x), fuzz.partial_token_set_ratio(o, x) - 25) >= 68 for o in own)


SEVERAL = frozenset(["AD", "BA", "SM"])
"""States with more than one head of state at a time."""


def close_superseded(tenures: list[Tenure]) -> None:
    """A tenure ended when a later one began that outlasts it, where one person holds the office.

    Many ends are only the first day on which a source no longer named the person, months after.
    """
    for office, group in by_office(tenures).items():
        if not office.startswith("office:") or not _one_holds(office):
            continue
        for t in group:
            others = [o for o in group if o["person"] != t["person"] and first(o) > first(t) and len(o["start"]) > 6]
            if t["end"]:
                later = [o["start"] for o in others if first(o) < last(t) < last(o) and o["source"] != "unga"]
            else:
                later = [o["start"] for o in others if o["start"] >= t["known_until"][:7]]
            if later and (t["end"] or t["known_until"]) and t["start"] < min(later):
                t["end"], t["known_until"] = min(later), ""
