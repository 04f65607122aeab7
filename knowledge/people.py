"""Who held which office when: persons.csv, tenures.csv, offices.csv and spellings.csv, from all sources."""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from demarche.lexicon.names import key
from knowledge import factbook, lists, rulers, wikidata
from knowledge.register import WHOLE, Register, spelling_map, spellings
from knowledge.states import Names
from knowledge.tables import hand, write
from knowledge.tenures import Tenure, close_superseded, first, last, merged, same_person


def build(facts: Path, names: Names) -> None:
    """Write the four tables; the better source comes first, because it gives the name that is shown."""
    register = Register(spelling_map(facts))
    tenures = [
        *wikidata.holders(facts, register, names),
        *lists.by_hand(register),
        *lists.from_memory(register),
        *lists.congress(facts, register),
        *factbook.holders(facts, register, names),
        *lists.united_kingdom(facts, register),
        *lists.general_debate(facts, register),
    ]
    tenures = lists.corrected(tenures, register)
    tenures += lists.earlier(register, tenures)
    tenures += rulers.holders(facts, register, tenures)
    _variants(register)
    _genders(register)
    tenures = merged(same_person(merged(tenures), register))
    close_superseded(tenures)
    tenures = [t for t in tenures if first(t) <= last(t)]
    write("persons", ("id", "name", "variants", "gender", "article", "source"), _persons(register, tenures))
    write("tenures", ("person", "office", "start", "end", "known_until", "acting", "confidence", "source"), tenures)
    offices = {t["office"] for t in tenures if t["office"].startswith("office:")}
    write("offices", ("id", "body", "role", "qualifier", "source"), map(_office, offices))
    write("spellings", ("symbol", "forms", "source"), spellings(facts))


def _variants(register: Register) -> None:
    for r in hand("variants"):
        id = register.find(r["name"], "")
        if id is None:
            sys.exit(f"variants.csv: nobody is called {r['name']}")
        register.variants[id].update(r["variants"].split("|"))


FEW = 8
"""So many bearers of a first name must be known, all of one gender, before it tells that of another."""


def _genders(register: Register) -> None:
    """Genders that the sources leave out: from the list by hand, else from a first name that only one gender bears.

    Where the family name stands first, the first word tells nothing.
    """
    by_hand = {key(r["name"]): r["gender"] for r in hand("genders")}
    other_way = register.of_bodies(WHOLE | {"iso:HU", "iso:KH"})
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for p in register.persons.values():
        bearers[_first(p["name"])][p["gender"]] += bool(p["gender"]) and p["id"] not in other_way
    for p in register.persons.values():
        first_name = "" if p["id"] in other_way else _first(p["name"])
        known = {g: n for g, n in bearers[first_name].items() if g and n}
        sure = next(iter(known)) if len(known) == 1 and sum(known.values()) >= FEW else ""
        p["gender"] = p["gender"] or by_hand.get(key(p["name"]), "") or sure


def _first(name: str) -> str:
    return next((w for w in key(name).split() if len(w) > 2), "")


def _persons(register: Register, tenures: list[Tenure]) -> Iterator[dict[str, str]]:
    held = {t["person"] for t in tenures}
    for id, p in register.persons.items():
        if id in held:
            variants = sorted(register.variants[id] - {p["name"]})
            yield p | {"variants": "|".join(variants), "article": p["article"] if p["article"] != p["name"] else ""}


def _office(id: str) -> dict[str, str]:
    _, role, *qualifier = id.removeprefix("office:").split("/")
    return {"id": id, "body": lists.body_of(id), "role": role, "qualifier": "/".join(qualifier), "source": "derived"}
