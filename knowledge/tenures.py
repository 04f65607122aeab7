"""Stretches in office as many sources report them -> one row each."""

from collections import defaultdict
from datetime import date

from rapidfuzz import fuzz

from demarche.lexicon.names import parts
from knowledge.register import Register

Tenure = dict[str, str]

RANK = {"hand": 0, "wikidata": 1, "ifg": 1, "congress-legislators": 1, "general": 2, "factbook": 3, "unga": 4}
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
        if _near(t, k) and _alike(register, t["person"], k["person"])
    ]


def by_office(tenures: list[Tenure]) -> dict[str, list[Tenure]]:
    """The stretches of each office."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["office"]].append(t)
    return groups


def _near(a: Tenure, b: Tenure) -> bool:
    if "unga" in (a["source"], b["source"]):
        return first(a) <= last(b) and first(b) <= last(a)
    if min(len(a["start"]), len(b["start"])) < 7:
        return a["start"][:4] == b["start"][:4]
    return abs((date.fromisoformat(first(a)) - date.fromisoformat(first(b))).days) <= 60


def _alike(register: Register, one: str, other: str) -> bool:
    names = (
        [" ".join(parts(n, register.spellings)) for n in (register.persons[p]["name"], *register.variants[p])]
        for p in (one, other)
    )
    a, b = names
    return any(max(fuzz.token_sort_ratio(x, y), fuzz.partial_token_set_ratio(x, y) - 25) >= 68 for x in a for y in b)


SEVERAL = frozenset(["AD", "BA", "SM"])
"""States with more than one head of state at a time."""


def close_superseded(tenures: list[Tenure]) -> None:
    """A tenure ended when a later one began that outlasts it, where one person holds the office.

    Many ends are only the first day on which a source no longer named the person, months after.
    """
    for office, group in by_office(tenures).items():
        state, _, role = office.removeprefix("office:").partition("/")
        if not office.startswith("office:") or role not in SOLE or state in SEVERAL:
            continue
        for t in group:
            others = [o for o in group if o["person"] != t["person"] and first(o) > first(t) and len(o["start"]) > 6]
            if t["end"]:
                later = [o["start"] for o in others if first(o) < last(t) < last(o) and o["source"] != "unga"]
            else:
                later = [o["start"] for o in others if o["start"] >= t["known_until"][:7]]
            if later and (t["end"] or t["known_until"]) and t["start"] < min(later):
                t["end"], t["known_until"] = min(later), ""
