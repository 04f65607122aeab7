"""States, their names, nationality words and capitals."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from demarche.lexicon.names import key
from knowledge.tables import OUT, hand, read, write

KINDS = {"name": "name", "official": "name", "alt": "name", "abbrev": "abbrev", "adjective": "adjective",
         "demonym": "demonym", "capital": "capital"}  # fmt: skip


COLUMNS = ("id", "alpha2", "alpha3", "name", "full_name", "wikidata", "cow", "capital", "lat", "lon", "region",
           "leader", "un_member", "called_by", "source")  # fmt: skip
USUAL = {"leader": "head_of_state", "called_by": "last"}
OWN = frozenset({"TW", "XK", "PS", "VA"})
"""States of their own that are no members of the United Nations."""


@dataclass(frozen=True)
class Names:
    """What the shipped tables call each state (alpha-2), and which states are their own."""

    states: dict[str, str]
    sovereign: frozenset[str]


def names() -> Names:
    """The names of states, from the tables just written."""
    aliases = (r for r in read(OUT / "aliases.csv") if r["kind"] in ("name", "abbrev"))
    members = {r["alpha2"] for r in read(OUT / "states.csv") if r["un_member"] == "1"}
    return Names({key(r["surface"]): r["entity"].removeprefix("iso:") for r in aliases}, frozenset(members | OWN))


@cache
def _doubtful(what: str) -> frozenset[str]:
    return frozenset(r["name"] for r in hand("doubtful_names") if r["what"] == what)


def build(facts: Path) -> None:
    """Write states.csv and aliases.csv."""
    states = read(facts / "countries.csv")
    cities = read(facts / "cities.csv")
    traits = {r["alpha2"]: r for r in hand("states")}
    write("states", COLUMNS, (_state(s, cities, traits.get(s["iso2"], USUAL)) for s in states))
    write("aliases", ("surface", "entity", "kind", "needs_context", "source"), _aliases(facts, states))


def _state(s: dict[str, str], cities: list[dict[str, str]], traits: dict[str, str]) -> dict[str, str]:
    seat = next((c for c in cities if c["iso2"] == s["iso2"] and c["is_capital"] == "1"), {})
    return {
        "id": f"iso:{s['iso2']}", "alpha2": s["iso2"], "alpha3": s["iso3"], "name": s["name"],
        "full_name": s["full_name"], "wikidata": s["wikidata"], "cow": s["cow_code"], "capital": s["capital"],
        "region": s["region"], "lat": seat.get("lat", ""), "lon": seat.get("lon", ""),
        "un_member": s["un_member"] or "0", "leader": traits["leader"], "called_by": traits["called_by"],
        "source": "rigour|factbook",
    }  # fmt: skip


def _aliases(facts: Path, states: list[dict[str, str]]) -> list[dict[str, str]]:
    """Words for each state; words that two states claim are the sovereign one's, else those of the first code."""
    rows = [_row(r["surface"], r["entity"], r["kind"], "hand") for r in hand("aliases")]
    rows += [_row(r["surface"], r["entity"], "region", "hand") for r in hand("regions")]
    taken = {key(r["surface"]) for r in rows} | _doubtful("dropped")
    people = [r for r in rows if r["kind"] == "adjective" and r["surface"][-1] in "nirtbk"]
    rows += [
        _row(f"{r['surface']}s", r["entity"], "demonym", "hand") for r in people if key(r["surface"] + "s") not in taken
    ]
    taken = {key(r["surface"]) for r in rows} | taken
    sovereign = {s["iso2"] for s in states if s["un_member"] == "1" or s["iso2"] in OWN}
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for row in _found(facts):
        if key(row["surface"]) not in taken:
            found[key(row["surface"])].setdefault(row["entity"].removeprefix("iso:"), row)
    for claims in found.values():
        rows.append(claims[min(claims.keys() & sovereign or claims.keys())])
    return rows


def _found(facts: Path) -> Iterator[dict[str, str]]:
    """The names, nationality words and capitals of the sources; an adjective in *-n* has a plural for the people."""
    dropped = {key(r["surface"]) for r in hand("aliases")} | _doubtful("dropped")
    for r in read(facts / "country_aliases.csv"):
        surface = re.sub(r" \(.*\)$|\(s\).*$", "", r["alias"]).strip()
        kind, entity = KINDS.get(r["type"]), f"iso:{r['iso2']}"
        if kind is not None and _usable(surface, kind) and key(surface) not in dropped:
            yield _row(surface, entity, kind, r["source"])
            if kind == "adjective" and surface.endswith("n"):
                yield _row(surface + "s", entity, "demonym", r["source"])


def _row(surface: str, entity: str, kind: str, source: str) -> dict[str, str]:
    doubtful = "1" if key(surface) in _doubtful("needs context") else "0"
    return {"surface": surface, "entity": entity, "kind": kind, "needs_context": doubtful, "source": source}


def _usable(surface: str, kind: str) -> bool:
    latin = all(ord(c) < 0x250 for c in surface)
    return latin and surface[:1].isupper() and (len(surface) > 3 or (kind in ("name", "abbrev") and len(surface) > 2))
