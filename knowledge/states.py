"""States, their names, nationality words and capitals, and the cities of the world."""

import re
from collections import defaultdict
from pathlib import Path

from demarche.lexicon.names import key
from knowledge.tables import hand, read, write

PARLIAMENTARY = frozenset(
    [
        "GB",
        "DE",
        "IT",
        "ES",
        "PT",
        "NL",
        "BE",
        "LU",
        "DK",
        "SE",
        "NO",
        "FI",
        "IE",
        "IS",
        "EE",
        "LV",
        "PL",
        "CZ",
        "SK",
        "HU",
        "SI",
        "HR",
        "BG",
        "GR",
        "MT",
        "CH",
        "AT",
        "AL",
        "MK",
        "ME",
        "BA",
        "XK",
        "GE",
        "AM",
        "JP",
        "IN",
        "PK",
        "BD",
        "NP",
        "BT",
        "MY",
        "SG",
        "TH",
        "KH",
        "AU",
        "NZ",
        "CA",
        "JM",
        "BB",
        "TT",
        "IL",
        "LB",
        "IQ",
        "ET",
        "MU",
        "LS",
        "AG",
        "BS",
        "BZ",
        "DM",
        "GD",
        "KN",
        "LC",
        "VC",
        "PG",
        "SB",
        "VU",
        "WS",
        "TO",
        "TV",
        "FJ",
        "MV",
        "SM",
    ]
) - {"MV"}
"""States whose prime minister is "the leader"; in the others it is the head of state."""

FIRST = frozenset(
    "CN KR KP TW JP VN SG KH MM TH ET ER IS HK MO MY ID LA MN TM BT AE SA QA KW BH OM JO IQ HU TL".split()
)
"""States whose people go by the first of their names: the family's (China), the ruler's (Qatar), or the only one."""

KINDS = {"name": "name", "official": "name", "alt": "name", "abbrev": "abbrev", "adjective": "adjective",
         "demonym": "demonym", "capital": "capital"}  # fmt: skip

DROPPED = frozenset(
    [
        "chinese/hong kong",
        "us or usa",
        "na (us citizens)",
        "as",
        "ch",
        "gu",
        "hk",
        "nl",
        "pr",
        "vi",
        "nz",
        "himi",
        "car",
        "lao",
        "island",
        "estonian",
        "gabonais",
        "gabonese",
        "iosrael",
        "israelite",
        "iraki",
        "magyar",
        "mann",
        "nederlands",
        "qatari",
        "russian",
        "turkmen",
        "ukrainian",
        "tunis",
        "tobago",
        "trinidad",
        "brazzaville",
        "gaza",
        "gaza strip",
        "west bank",
        "mint",
        "best korea",
        "aquaserbia",
        "jerriais",
        "lietuviu kalba",
        "best",
        "us minor outlying islands",
        "kinshasa",
        "taiwan",
        "singapore",
        "lao pdr",
        "luxembourg",
        "central",
        "korean",
        "dutch",
        "congolese",
        "congo",
        "american",
        "british",
    ]
)

AMBIGUOUS = frozenset(
    {
        "georgia",
        "georgian",
        "jordan",
        "chad",
        "turkey",
        "mali",
        "niger",
        "guinea",
        "togo",
        "oman",
        "cuba",
        "dominican",
        "congo",
        "victoria",
        "san jose",
        "male",
        "roseau",
        "georgetown",
        "kingston",
        "nice",
        "cork",
        "wellington",
        "hamilton",
        "douglas",
        "stanley",
        "washington",
        "santiago",
        "lima",
        "panama",
    }
)


def build(facts: Path) -> None:
    """Write states.csv, aliases.csv (of states) and places.csv."""
    states = read(facts / "countries.csv")
    cities = read(facts / "cities.csv")
    write("states", ("id", "alpha2", "alpha3", "name", "full_name", "wikidata", "cow", "capital", "lat", "lon", "region",
                     "leader", "un_member", "called_by", "source"), (_state(s, cities) for s in states))  # fmt: skip
    write("aliases", ("surface", "entity", "kind", "needs_context", "source"), _aliases(facts, states))
    write(
        "places",
        ("id", "name", "names", "country", "lat", "lon", "population", "capital", "source"),
        _places(cities, states),
    )


def _state(s: dict[str, str], cities: list[dict[str, str]]) -> dict[str, str]:
    seat = next((c for c in cities if c["iso2"] == s["iso2"] and c["is_capital"] == "1"), None)
    return {
        "id": f"iso:{s['iso2']}", "alpha2": s["iso2"], "alpha3": s["iso3"], "name": s["name"], "full_name": s["full_name"],
        "wikidata": s["wikidata"], "cow": s["cow_code"], "capital": s["capital"], "region": s["region"],
        "lat": seat["lat"] if seat else "", "lon": seat["lon"] if seat else "", "un_member": s["un_member"] or "0",
        "called_by": "first" if s["iso2"] in FIRST else "last", "leader": "head_of_government" if s["iso2"] in PARLIAMENTARY else "head_of_state", "source": "rigour|factbook",
    }  # fmt: skip


def _aliases(facts: Path, states: list[dict[str, str]]) -> list[dict[str, str]]:
    rows = [_row(r["surface"], r["entity"], r["kind"], "hand") for r in hand("aliases")]
    taken = {key(r["surface"]) for r in rows}
    sovereign = {s["iso2"] for s in states if s["un_member"] == "1" or s["iso2"] in ("TW", "XK", "PS", "VA")}
    claims: dict[str, set[str]] = defaultdict(set)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for r in read(facts / "country_aliases.csv"):
        surface = re.sub(r" \(.*\)$|\(s\).*$", "", r["alias"]).strip()
        kind = KINDS.get(r["type"])
        if kind is None or not _usable(surface, kind) or key(surface) in taken or key(surface) in DROPPED:
            continue
        claims[key(surface)].add(r["iso2"])
        found.setdefault((key(surface), r["iso2"]), _row(surface, f"iso:{r['iso2']}", kind, r["source"]))
        if kind == "adjective" and surface.endswith("n"):
            found.setdefault(
                (key(surface) + "s", r["iso2"]), _row(surface + "s", f"iso:{r['iso2']}", "demonym", r["source"])
            )
            claims[key(surface) + "s"].add(r["iso2"])
    for (name, code), row in sorted(found.items()):
        rivals = claims[name] & sovereign or claims[name]
        if code in rivals and name not in taken and code == min(rivals):
            rows.append(row)
    return rows


def _row(surface: str, entity: str, kind: str, source: str) -> dict[str, str]:
    doubtful = "1" if key(surface) in AMBIGUOUS else "0"
    return {"surface": surface, "entity": entity, "kind": kind, "needs_context": doubtful, "source": source}


def _usable(surface: str, kind: str) -> bool:
    latin = all(ord(c) < 0x250 for c in surface)
    return latin and surface[:1].isupper() and (len(surface) > 3 or (kind in ("name", "abbrev") and len(surface) > 2))


def _places(cities: list[dict[str, str]], states: list[dict[str, str]]) -> list[dict[str, str]]:
    alpha3 = {s["iso2"]: s["iso3"] for s in states}
    largest = {(c["iso2"], c["name"]): c for c in sorted(cities, key=lambda c: int(c["population"] or 0))}
    return [
        {
            "id": f"geonames:{c['geonames_id']}", "name": c["name"], "names": "|".join(_other_names(c)),
            "country": alpha3.get(c["iso2"], ""), "lat": c["lat"], "lon": c["lon"], "population": c["population"] or "0",
            "capital": c["is_capital"], "source": "geonames",
        }
        for c in largest.values()
        if c["iso2"] in alpha3
    ]  # fmt: skip


def _other_names(city: dict[str, str]) -> list[str]:
    """Other spellings that English texts use: those close to the name itself."""
    own = key(city["name"])
    near = {
        n.strip() for n in city["alt_names_latin"].split("|") if key(n) != own and _close(key(n), own) and len(n) > 3
    }
    return sorted(near)[:6]


def _close(one: str, other: str) -> bool:
    return (
        one[:2] == other[:2] and abs(len(one) - len(other)) <= 3 and " " not in one.replace(" ", "", other.count(" "))
    )
