"""Heads of state and government who left before the other tables begin: dated rows of the Phoenix dictionaries.

Each row of a state's rulers has its days but not its office. Which of the two it was is told by another table, by a
title among the synonyms, by a regnal number, or by who came before, after and beside: where just one left on a day and
just one followed, they held the same office; where never more than two ruled, the two held one each. Whose office
nothing tells is left out: half of them, in a sample, were no heads (a governor of Taiwan Province, those who stood in).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from demarche.lexicon.names import PARTICLES, parts
from knowledge.register import Register
from knowledge.tables import read
from knowledge.tenures import SEVERAL, Tenure, by_person, contradicted, days, first, generation_after, last, tenure

FIRST, LAST_FROM, UNTIL = "1960", "1985", "2003"
"""Kept is who began in 1960 or later and left from 1985 to 2002. Two-digit years went wrong there (2039 is 1939);
from 2003 on it has ministers under the same codes."""

AS_OF = "2011-12-31"
"""About the day of the source, to which a stretch without an end is followed while the offices are told apart."""

FORMER = {"TMP": "TL", "KSV": "XK", "ROM": "RO", "ZAR": "CD", "SUN": "RU", "YUG": "RS", "BUR": "MM"}
"""Codes of the source that are no present alpha-3, mapped as `aliases.csv` maps the former names."""

CABINETS = frozenset(["USA"])
"""States of which the source has the whole cabinet under the code of the rulers."""

INFERRED = "0.9"
"""How sure a row is whose office follows from its neighbours."""

HEADS = ("head_of_state", "head_of_government", "governor_general", "supreme_leader")
TITLES = {"PRESIDENT": "head_of_state", "KING": "head_of_state", "PRIME MINISTER": "head_of_government",
          "PREMIER": "head_of_government", "CHANCELLOR": "head_of_government"}  # fmt: skip
BESIDE = r"^(?:(?:SIR|DAME|LORD|GENERAL|GEN\.|COL\.|COLONEL|MAJOR|DR\.?|KING|QUEEN|SHEIKH|PRESIDENT|PRIME MINISTER) )+"
NO_NAME = r"\d|\b(?:PARTY|COUNCIL|COMMUNIST|GOVERNMENT|ASSEMBLY|MINISTER|MINISTRY|PARLIAMENT|COMMITTEE|ARMY|SECRETARY|RUSSIAN)\b"  # noqa: E501
REGNAL = r" (?:I{1,3}|IV|VI{0,3}|IX|X{1,2}I{0,3})$"
YEAR, MONTHS, GAP = 370, 60, 3
"""Days by which two tables may differ, for which two may seem to hold one office, and between one and the next."""
ALIKE = 75
"""How alike, of a hundred, two spellings of one name are at least."""

SMALL = PARTICLES | {"y", "e", "ul"}


@dataclass
class Ruler:
    """One stretch of one ruler; `kind` is the role, once it is told."""

    name: str
    state: str
    start: str
    end: str
    acting: bool
    kinds: frozenset[str]
    id: str = ""
    kind: str = ""
    confidence: str = ""


def holders(facts: Path, register: Register, known: list[Tenure]) -> Iterator[Tenure]:
    """Every stretch of a ruler that is kept; `known` are those that the other tables have."""
    offices: dict[str, list[Tenure]] = defaultdict(list)
    for t in known:
        if re.fullmatch(rf"office:[A-Z]{{2}}/(?:{'|'.join(HEADS)})", t["office"]):
            offices[t["office"][7:9]].append(t)
    posts = by_person(known)
    states: dict[str, list[Ruler]] = defaultdict(list)
    for r in _rulers(facts):
        r.id = register.of_body(r.name, f"iso:{r.state}")
        if not register.goes_by(r.id, r.name) and generation_after(r.id, r.end, posts[r.id]):
            r.id = register.namesake(r.name, f"iso:{r.state}")
        r.id = _same(r, offices[r.state], register) if r.id not in register.persons else r.id
        register.add(r.id, r.name, f"iso:{r.state}", "", "phoenix")
        states[r.state].append(r)
    for state, rulers in sorted(states.items()):
        _tell(rulers, offices[state])
        for r in rulers:
            t = tenure(r.id, f"office:{state}/{r.kind}", r.start, r.end, "", "phoenix", r.acting, r.confidence)
            others = [o for o in offices[state] if o["office"] == t["office"] and o["person"] != r.id]
            if LAST_FROM <= r.end < UNTIL and r.kind and not contradicted(t, others):
                yield t


def _rulers(facts: Path) -> Iterator[Ruler]:
    states = {r["iso3"]: r["iso2"] for r in read(facts / "countries.csv")} | FORMER
    synonyms: dict[str, str] = {}
    met: set[tuple[str, ...]] = set()
    for r in read(facts / "phoenix_actors.csv"):
        if r["dictionary"] != "Countries":
            continue
        words = synonyms.setdefault(r["entry"], r["synonyms"])
        state = states.get(r["cameo_code"][:3]) if re.fullmatch("[A-Z]{3}GOV", r["cameo_code"]) else None
        stretch = (r["name"], r["cameo_code"], r["start"], r["end"])
        dated = FIRST <= r["start"] < UNTIL and r["start"] < (r["end"] or AS_OF) <= AS_OF and stretch not in met
        if dated and state and r["cameo_code"][:3] not in CABINETS and not re.search(NO_NAME, r["name"]):
            met.add(stretch)
            acting = bool(re.search("ACTING|INTERIM", r["name"]))
            yield Ruler(shown(r["name"]), state, r["start"], r["end"] or AS_OF, acting, _kinds(r["name"], words))


def _kinds(name: str, synonyms: str) -> frozenset[str]:
    titled = {k for t, k in TITLES.items() if re.search(rf"(?:^|\|){t} ", synonyms)}
    return frozenset(titled or ({"head_of_state"} if re.search(REGNAL, name) else set()))


def shown(name: str) -> str:
    """A name in capitals as it is written: `RICHARD VON WEIZSACKER` -> Richard von Weizsacker."""
    words = re.sub(BESIDE, "", re.sub(r"\s*\(.*$", "", name)).split()
    small = [w.lower() if n and w.lower() in SMALL else w.title().replace("'S", "'s") for n, w in enumerate(words)]
    marked = [w if not re.search(REGNAL, f" {o}") else o for w, o in zip(small, words, strict=True)]
    return re.sub(r"\bMc([a-z])", lambda m: f"Mc{m[1].upper()}", " ".join(marked))


def _tell(rulers: list[Ruler], offices: list[Tenure]) -> None:
    """Give each ruler of a state the office it was, as far as anything tells."""
    once = Counter(r.id for r in rulers)
    for r in rulers:
        told = _elsewhere(r, offices) or (r.kinds if once[r.id] == 1 else frozenset())
        r.kind = next(iter(told)) if len(told) == 1 else ""
    known = {t["office"][10:] for t in offices}
    head = "governor_general" if "governor_general" in known else "head_of_state"
    links = _successions(rulers)
    while _follow(links) or _beside(rulers, head):
        pass
    _unclash(rulers)


def _same(r: Ruler, offices: list[Tenure], register: Register) -> str:
    """The one whom another table has in office for the same days under a name somewhat like this one."""
    near = {
        t["person"]
        for t in offices
        if t["end"] and max(abs(days(first(t), r.start)), abs(days(last(t), r.end))) <= MONTHS
    }
    own = " ".join(parts(r.name, register.spellings))
    like = (
        id for id in sorted(near) if fuzz.token_sort_ratio(own, " ".join(parts(register.persons[id]["name"]))) >= ALIKE
    )
    return next(like, r.id)


def _elsewhere(r: Ruler, offices: list[Tenure]) -> frozenset[str]:
    """The offices in which another table has the person for about the same stretch."""
    own = [t for t in offices if t["person"] == r.id and first(t) <= r.end and r.start <= last(t)]
    near = [t for t in own if abs(days(first(t), r.start)) <= YEAR and abs(days(min(last(t), AS_OF), r.end)) <= YEAR]
    return frozenset(t["office"][10:] for t in near)


def _successions(rulers: list[Ruler]) -> list[tuple[Ruler, Ruler]]:
    """Who followed whom, where just one left about a day and just one came."""
    links = [
        (a, b)
        for a in rulers
        for b in rulers
        if a.id != b.id and abs(days(a.end, b.start)) <= GAP and a.start < b.start
    ]
    left, came = Counter(id(a) for a, _ in links), Counter(id(b) for _, b in links)
    return [(a, b) for a, b in links if left[id(a)] == came[id(b)] == 1]


def _follow(links: list[tuple[Ruler, Ruler]]) -> bool:
    """Hand the office on along the line, forward and back; is anything new told by it?"""
    new = [(a, b) for pair in links for a, b in (pair, pair[::-1]) if a.kind and not b.kind]
    for a, b in new:
        b.kind, b.confidence = a.kind, INFERRED
    return bool(new)


def _beside(rulers: list[Ruler], head: str) -> bool:
    """Where never more than two ruled at a time, who ruled long beside the one is the other; is anything new told?"""
    pairs = {head: "head_of_government", "head_of_government": head}
    new = []
    for r in (r for r in rulers if not r.kind):
        others = [o for o in rulers if o.id != r.id and _together(o, r) > MONTHS]
        kinds = {o.kind for o in others}
        crowd = any(_together(a, b) > MONTHS for a in others for b in others if a.id < b.id)
        if len(kinds) == 1 and kinds <= pairs.keys() and not crowd:
            new.append((r, pairs[kinds.pop()]))
    for r, kind in new:
        r.kind, r.confidence = kind, INFERRED
    return bool(new)


def _unclash(rulers: list[Ruler]) -> None:
    """Two in one office at a time: of those that were inferred nothing is told after all."""
    clashing = [
        r
        for r in rulers
        if r.confidence and any(o.kind == r.kind and o.id != r.id and _together(o, r) > MONTHS for o in rulers)
    ]
    for r in clashing:
        if r.state not in SEVERAL:
            r.kind = r.confidence = ""


def _together(one: Ruler, other: Ruler) -> float:
    return days(max(one.start, other.start), min(one.end, other.end))
