"""Who held which office when: persons.csv, tenures.csv and offices.csv, from all sources."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from demarche.lexicon.names import agree, folded, key, parts
from knowledge import posts
from knowledge.tables import hand, read, write

AMBASSADORS_SINCE = "2012"
MINISTERS_SINCE = "2008"
LATE = {"minister", "deputy_minister", "central_bank_governor", "first_lady", "subnational_leader"}

Tenure = dict[str, str]


class Register:
    """The persons met so far, found again under any of their names."""

    def __init__(self, spellings: dict[str, str]) -> None:
        self.spellings = spellings
        self.persons: dict[str, dict[str, str]] = {}
        self.variants: dict[str, set[str]] = defaultdict(set)
        self.by_body: dict[str, set[str]] = defaultdict(set)
        self.by_key: dict[str, set[str]] = defaultdict(set)
        self.tokens: dict[str, list[tuple[str, ...]]] = defaultdict(list)

    def add(self, id: str, name: str, body: str, gender: str = "", source: str = "", title: str = "") -> str:
        """Enter a person under a name; the first name given is the one shown."""
        person = self.persons.setdefault(
            id, {"id": id, "name": name, "gender": gender, "article": title, "source": source}
        )
        person["gender"] = person["gender"] or gender
        person["article"] = person["article"] or title
        if key(name) != key(person["name"]):
            self.variants[id].add(name)
        self.by_body[body].add(id)
        self.by_key[key(name)].add(id)
        self.tokens[id].append(parts(name, self.spellings))
        return id

    def find(self, name: str, body: str, surname: str = "") -> str | None:
        """The one person of a body (or of any) who can bear this name."""
        exact = self.by_key[key(name)]
        if len(exact & self.by_body[body] or exact) == 1:
            return next(iter(exact & self.by_body[body] or exact))
        wanted, last = parts(name, self.spellings), set(parts(surname, self.spellings))
        near = {
            id for id in self.by_body[body] for t in self.tokens[id]
            if len(set(t) & set(wanted)) >= 2 and agree(t, wanted) and (not last or last & set(t))
            and (" bin " not in folded(name) or t[0] == wanted[0])
        }  # fmt: skip
        return next(iter(near)) if len(near) == 1 else None


def build(facts: Path) -> None:
    """Write the three tables."""
    spellings = spelling_map(facts)
    register = Register(spellings)
    tenures = list(_holders(facts, register))
    tenures += _hand(register)
    tenures += _congress(facts, register)
    tenures += _factbook(facts, register)
    tenures += _uk(facts, register)
    tenures += _unga(facts, register)
    for r in hand("variants"):
        id = register.find(r["name"], "")
        if id is None:
            sys.exit(f"variants.csv: nobody is called {r['name']}")
        register.variants[id].update(r["variants"].split("|"))
    tenures = merged(tenures)
    tenures = merged(same_person(tenures, register))
    close_superseded(tenures)
    tenures = [t for t in tenures if _first(t) <= _last(t)]
    held = {t["person"] for t in tenures}
    write("persons", ("id", "name", "variants", "gender", "article", "source"), (
        dict(p, variants="|".join(sorted(register.variants[id] - {p["name"]})), article=p["article"] if p["article"] != p["name"] else "")
        for id, p in register.persons.items() if id in held))  # fmt: skip
    write("tenures", ("person", "office", "start", "end", "known_until", "acting", "source"), tenures)
    write(
        "offices",
        ("id", "body", "role", "qualifier", "source"),
        (_office(t["office"]) for t in tenures if t["office"].startswith("office:")),
    )
    write("spellings", ("symbol", "forms", "source"), _spellings(facts))


def spelling_map(facts: Path) -> dict[str, str]:
    """Each spelling of a name part to the one it is compared under."""
    return {form: row["forms"].split("|")[0] for row in _spellings(facts) for form in row["forms"].split("|")}


def _spellings(facts: Path) -> list[dict[str, str]]:
    """Groups of spellings in Latin letters; groups that share a form are not joined: the first keeps it."""
    taken: set[str] = set()
    rows = []
    for r in hand("spellings") + read(facts / "name_part_variants.csv"):
        forms = [f for f in dict.fromkeys(r["forms"].split("|")) if re.fullmatch("[a-z]{3,}", f) and f not in taken]
        if r["name_symbol"] != "-":
            forms = [f for f in forms if len(f) > 3 and fuzz.ratio(f, forms[0]) >= 70]
        if 1 < len(forms) <= 14:
            taken.update(forms)
            rows.append(
                {
                    "symbol": r["name_symbol"],
                    "forms": "|".join(forms),
                    "source": "hand" if r["name_symbol"] == "-" else "rigour",
                }
            )
    return rows


def _holders(facts: Path, register: Register) -> Iterator[Tenure]:
    gender = {p["wikidata"]: p for p in read(facts / "persons.csv")}
    for r in read(facts / "role_holders.csv"):
        if r["role_class"] == "ambassador":
            office = _embassy(r)
        else:
            role = posts.role(r["position"], r["role_class"])
            place = re.search(r"^(?:president|prime minister|premier) of (?:the )?(.+)$", r["position"], re.I)
            if (
                place
                and role in ("head_of_state", "head_of_government")
                and COUNTRY_IN_TITLE.get(key(place.group(1))) != r["iso2"]
            ):
                role = (
                    "subnational_leader"
                    if (r["end"] or "9") > MINISTERS_SINCE and "iudad" not in place.group(1)
                    else None
                )
            office = f"office:{r['iso2']}/{role}" if role else None
            if role == "permanent_representative":
                office = f"office:{r['iso2']}/permanent_representative/UN"
            if r["role_class"] == "foreign_minister" and r["iso2"] == "GE" and "Abkhaz" in r["position"]:
                office = None
            if role in LATE and (r["end"] or "9") < MINISTERS_SINCE:
                office = None
            if "co-prince" in r["position"].lower() or (r["person"] == "Elizabeth II" and r["iso2"] != "GB"):
                office = None
        if (
            office is None
            or not r["person"].strip()
            or (not r["person"].isascii() and not _latin(r["person"]))
            or r["iso2"] == "UN"
        ):
            continue
        if not r["start"] and r["end"] == "":
            continue
        p = gender.get(r["wikidata"], {})
        id = f"wd:{r['wikidata']}" if r["wikidata"] else f"p:{key(r['person']).replace(' ', '-')}"
        register.add(id, r["person"], f"iso:{r['iso2']}", p.get("gender", ""), "wikidata", p.get("enwiki_title", ""))
        if p.get("name") and _latin(p["name"]):
            register.add(id, p["name"], f"iso:{r['iso2']}", p.get("gender", ""), "wikidata")
        acting = "1" if re.match("acting|interim|caretaker", r["position"], re.I) else "0"
        yield _tenure(id, office, r["start"], r["end"], r["as_of"], "wikidata", acting)


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)


COUNTRY_IN_TITLE: dict[str, str] = {}
SOVEREIGN: set[str] = {"TW", "XK", "PS", "VA"}
"""States whose head is not another state's."""


def _embassy(r: dict[str, str]) -> str | None:
    """`ambassador to Hungary`: held by the sending state, which is the row's."""
    found = re.search(r"ambassador to (?:the )?(.+)$", r["position"], re.I)
    to = COUNTRY_IN_TITLE.get(key(found.group(1))) if found else None
    late = (r["start"] or r["end"] or "0") >= AMBASSADORS_SINCE
    return f"office:{r['iso2']}/ambassador/{to}" if to and late else None


def _hand(register: Register) -> Iterator[Tenure]:
    for r in hand("tenures"):
        body = _body(r["office"])
        id = (
            f"wd:{r['wikidata']}"
            if r["wikidata"]
            else register.find(r["person"], body) or f"p:{key(r['person']).replace(' ', '-')}"
        )
        register.add(id, r["person"], body, r["gender"], "hand")
        yield _tenure(id, r["office"], r["start"], r["end"], "2026-06-30", "hand")


def _body(office: str) -> str:
    bare = re.sub(r"^(office|organ):", "", office).split("/")[0]
    return bare if bare.startswith("org:") else f"iso:{bare}"


def _congress(facts: Path, register: Register) -> Iterator[Tenure]:
    for r in read(facts / "us_congress.csv"):
        if r["end"] >= "2013" and r["wikidata"]:
            id = register.add(f"wd:{r['wikidata']}", r["name"], "iso:US", "", "congress-legislators")
            register.add(id, f"{r['nickname'] or r['first']} {r['last']}", "iso:US")
            yield _tenure(
                id, f"office:US/legislator/{r['role']}", r["start"], r["end"], "2026-06-30", "congress-legislators"
            )


def _factbook(facts: Path, register: Register) -> Iterator[Tenure]:
    for r in read(facts / "factbook_posts.csv"):
        role = posts.factbook(r["post"], r["title"])
        name = _cased(r["name"])
        if (
            role is None
            or len(name.split()) < 2
            or re.search(r"previously|elected|represented| and |designate|spelled|Minister", name)
        ):
            continue
        foreign = r["iso2"] not in SOVEREIGN and role != "head_of_government"
        if foreign or r["title"].startswith("Co-prince"):
            continue
        if name.lower() in ("elizabeth ii", "charles iii") and r["iso2"] != "GB":
            continue
        body = f"iso:{r['iso2']}"
        office = f"office:{r['iso2']}/{role}"
        if r["post"] == "ambassador_to_us":
            office += "/US"
        if r["post"] == "us_ambassador_to_country":
            body, office = "iso:US", f"office:US/ambassador/{r['iso2']}"
        id = register.find(name, body, _cased(r["surname_caps"])) or f"p:{key(name).replace(' ', '-')}"
        register.add(id, name, body, "", "factbook")
        acting = "1" if re.search("acting|interim|caretaker|transition", r["title"], re.I) else "0"
        yield _tenure(id, office, r["since"], r["gone_by"], r["last_seen"], "factbook", acting)


def _cased(name: str) -> str:
    """`Vladimir Vladimirovich PUTIN` -> `Vladimir Vladimirovich Putin`."""
    name = re.sub(r"[\"“”(].*?[\"“”)] ?", "", name)
    name = re.sub(
        r"^(?:President-elect|Ad Interim|(?:Acting|Co-|second)\s?Vice President|Sr\. Gen\.|Gen\.|Dr\.) ", "", name
    )
    return " ".join(w.title() if len(w) > 1 and w.replace("-", "").replace("'", "").isupper() and w not in ("II", "III", "IV", "VI") else
                    re.sub(r"(?<=[-'’])[A-ZÀ-Ý]{2,}|(?<=Mc)[A-Z]{2,}", lambda m: m.group().title(), w) for w in name.split())  # fmt: skip


UK = {
    "foreign_minister",
    "defence_minister",
    "interior_minister",
    "finance_minister",
    "head_of_government",
    "deputy_foreign_minister",
}


def _uk(facts: Path, register: Register) -> Iterator[Tenure]:
    for r in read(facts / "uk_ministers.csv"):
        role = (
            r["role_class"] if r["role_class"] in UK else {"SoS": "minister", "MoS": "deputy_minister"}.get(r["rank"])
        )
        if role is None or (role.endswith("minister") and role in LATE and (r["end"] or "9") < "2015"):
            continue
        id = register.find(r["person"], "iso:GB") or f"p:{key(r['person']).replace(' ', '-')}"
        register.add(id, r["person"], "iso:GB", "", "ifg")
        yield _tenure(id, f"office:GB/{role}", r["start"], r["end"], "2026-06-19", "ifg")


UNGA = {"minister for foreign affairs": "foreign_minister", "minister of foreign affairs": "foreign_minister", "prime minister": "head_of_government",
        "president": "head_of_state", "vice-president": "vice_president", "deputy prime minister": "deputy_head_of_government",
        "minister for external affairs": "foreign_minister", "secretary of state": "foreign_minister"}  # fmt: skip


def _unga(facts: Path, register: Register) -> Iterator[Tenure]:
    """Who spoke at the General Debate held the post that September: kept only where no other source says so."""
    for r in read(facts / "unga_speakers.csv"):
        role = UNGA.get(r["post"].strip().lower())
        if role is None or not r["iso2"] or len(r["name"].split()) < 2:
            continue
        name = re.sub(r"^(?:Mr|Ms|Mrs|Sir|Dr|Sheikh|Lord)\.? ", "", r["name"]).strip()
        id = register.find(name, f"iso:{r['iso2']}") or f"p:{key(name).replace(' ', '-')}"
        register.add(id, name, f"iso:{r['iso2']}", "", "unga")
        yield _tenure(id, f"office:{r['iso2']}/{role}", f"{r['year']}-09", f"{r['year']}-10", f"{r['year']}-10", "unga")


SOLE = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "supreme_leader",
    "finance_minister",
    "interior_minister",
)


def same_person(tenures: list[Tenure], register: Register) -> list[Tenure]:
    """One person under two ids: they entered one office within weeks, under names that look alike."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["office"]].append(t)
    alias: dict[str, str] = {}
    for office, group in groups.items():
        sole = office.split("/")[1] in SOLE or "/ambassador/" in office
        known = [t for t in group if t["person"].startswith("wd:")]
        for t in group:
            if not t["person"].startswith("p:") or not sole:
                continue
            for k in known + [o for o in group if o["person"].startswith("p:") and o["person"] < t["person"]]:
                if _near(t, k) and _alike(register, t["person"], k["person"]):
                    alias.setdefault(t["person"], k["person"])
    for old, new in alias.items():
        while new in alias:
            new = alias[new]
        alias[old] = new
        register.variants[new] |= {register.persons[old]["name"]} | register.variants[old]
    return [dict(t, person=alias.get(t["person"], t["person"])) for t in tenures]


def _near(a: Tenure, b: Tenure) -> bool:
    if b["source"] == "unga" or a["source"] == "unga":
        return _first(a) <= _last(b) and _first(b) <= _last(a)
    one, other = a["start"], b["start"]
    if min(len(one), len(other)) < 7:
        return one[:4] == other[:4]
    return abs((date.fromisoformat(_first(a)) - date.fromisoformat(_first(b))).days) <= 60


def _alike(register: Register, one: str, other: str) -> bool:
    a = [register.persons[one]["name"], *register.variants[one]]
    b = [register.persons[other]["name"], *register.variants[other]]
    return any(max(fuzz.token_sort_ratio(x, y), fuzz.partial_token_set_ratio(x, y) - 25) >= 68
               for x in (" ".join(parts(n)) for n in a) for y in (" ".join(parts(n)) for n in b))  # fmt: skip


def close_superseded(tenures: list[Tenure]) -> None:
    """An open tenure that its source last saw before somebody else took the office ended when they did."""
    groups: dict[str, list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["office"]].append(t)
    for office, group in groups.items():
        if office.startswith("office:") and office.split("/")[1] in SOLE:
            for t in group:
                later = [
                    o["start"]
                    for o in group
                    if o["person"] != t["person"] and _first(o) > _first(t) and len(o["start"]) > 6
                ]
                if not t["end"] and t["known_until"] and any(s >= t["known_until"][:7] for s in later):
                    t["end"], t["known_until"] = min(s for s in later if s >= t["known_until"][:7]), ""


def _tenure(person: str, office: str, start: str, end: str, as_of: str, source: str, acting: str = "0") -> Tenure:
    """A missing end is not an open one: `known_until` says how long the source vouches for it."""
    return {"person": person, "office": office, "start": start, "end": end, "known_until": "" if end else as_of,
            "acting": acting, "source": source}  # fmt: skip


RANK = {"hand": 0, "wikidata": 1, "ifg": 1, "congress-legislators": 1, "factbook": 2, "unga": 3}


def merged(tenures: list[Tenure]) -> list[Tenure]:
    """One row for each stretch in office: overlapping reports of it are joined, the finer date of the better source kept."""
    groups: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for t in tenures:
        groups[t["person"], t["office"]].append(t)
    out = []
    for group in groups.values():
        stretches: list[Tenure] = []
        for t in sorted(group, key=lambda t: (RANK[t["source"]], -len(t["start"]), t["start"])):
            same = next((s for s in stretches if _touch(s, t)), None)
            if same is None:
                stretches.append(dict(t))
            else:
                _join(same, t)
        out += stretches
    return out


def _first(t: Tenure) -> str:
    return (t["start"] or "1900") + "-01-01"[len(t["start"] or "1900") - 4 :]


def _last(t: Tenure) -> str:
    end = t["end"]
    return (end + "-12-31"[len(end) - 4 :]) if end else "9999-12-31"


def _touch(a: Tenure, b: Tenure) -> bool:
    if a["source"] == "unga" == b["source"] and abs(int(a["end"][:4]) - int(b["start"][:4])) <= 2:
        a["end"] = max(a["end"], b["end"])
        return True
    if b["source"] == "unga":
        return (_first(a) <= _last(b) and _first(b) <= max(_last(a), "")) or b["start"][:4] in (
            a["start"][:4],
            a["end"][:4],
        )
    return _first(a) <= _last(b) and _first(b) <= _last(a)


def _join(kept: Tenure, other: Tenure) -> None:
    if len(other["start"]) > len(kept["start"]) and other["start"].startswith(kept["start"]):
        kept["start"] = other["start"]
    if kept["end"] and len(other["end"]) > len(kept["end"]) and other["end"].startswith(kept["end"]):
        kept["end"] = other["end"]
    if not kept["end"]:
        if (
            other["source"] != "unga"
            and other["end"]
            and other["end"] >= kept["known_until"][: len(other["end"])]
            and kept["source"] != "hand"
        ):
            kept["end"], kept["known_until"] = other["end"], ""
        else:
            kept["known_until"] = max(kept["known_until"], other["known_until"])


def _office(office: str) -> dict[str, str]:
    body, role, *qualifier = office.removeprefix("office:").split("/")
    return {"id": office, "body": _body(office), "role": role, "qualifier": "/".join(qualifier), "source": "derived"}
