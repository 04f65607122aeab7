"""Who held which office when: persons.csv, tenures.csv, offices.csv and spellings.csv, from all sources."""

import sys
from collections.abc import Iterator
from pathlib import Path

from knowledge import factbook, lists, wikidata
from knowledge.register import Register, spelling_map, spellings
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
    _variants(register)
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


def _persons(register: Register, tenures: list[Tenure]) -> Iterator[dict[str, str]]:
    held = {t["person"] for t in tenures}
    for id, p in register.persons.items():
        if id in held:
            variants = sorted(register.variants[id] - {p["name"]})
            yield p | {"variants": "|".join(variants), "article": p["article"] if p["article"] != p["name"] else ""}


def _office(id: str) -> dict[str, str]:
    _, role, *qualifier = id.removeprefix("office:").split("/")
    return {"id": id, "body": lists.body_of(id), "role": role, "qualifier": "/".join(qualifier), "source": "derived"}
