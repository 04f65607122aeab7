"""Holders of offices as Wikidata lists them, with the posts that its classes name too widely checked."""

import re
from collections.abc import Iterator
from pathlib import Path

from demarche.lexicon.names import key
from knowledge import posts
from knowledge.register import Register
from knowledge.states import Names
from knowledge.tables import read
from knowledge.tenures import Tenure, tenure

AMBASSADORS_SINCE = "2012"
MINISTERS_SINCE = "2008"
LATE = frozenset(["minister", "deputy_minister", "central_bank_governor", "first_lady", "subnational_leader"])
"""Roles that are kept only from `MINISTERS_SINCE` on."""

HEADS = ("head_of_state", "head_of_government")


def holders(facts: Path, register: Register, names: Names) -> Iterator[Tenure]:
    """Every stretch in an office that is kept."""
    persons = {p["wikidata"]: p for p in read(facts / "persons.csv")}
    for r in read(facts / "role_holders.csv"):
        office = _embassy(r, names) if r["role_class"] == "ambassador" else _office(r, names)
        named = bool(r["person"].strip()) and _latin(r["person"]) and r["iso2"] != "UN"
        if office is None or not named or not (r["start"] or r["end"]):
            continue
        body, p = f"iso:{r['iso2']}", persons.get(r["wikidata"], {})
        id = f"wd:{r['wikidata']}" if r["wikidata"] else f"p:{key(r['person']).replace(' ', '-')}"
        register.add(id, r["person"], body, p.get("gender", ""), "wikidata", p.get("enwiki_title", ""))
        if p.get("name") and _latin(p["name"]):
            register.add(id, p["name"], body, p.get("gender", ""), "wikidata")
        acting = bool(re.match("acting|interim|caretaker", r["position"], re.I))
        yield tenure(id, office, r["start"], r["end"], r["as_of"], "wikidata", acting)


def _office(r: dict[str, str], names: Names) -> str | None:
    role = _role(r, names)
    late = role not in LATE or (r["end"] or "9") >= MINISTERS_SINCE
    foreign = "co-prince" in r["position"].lower() or (r["person"] == "Elizabeth II" and r["iso2"] != "GB")
    if role is None or not late or foreign or "Abkhaz" in r["position"]:
        return None
    return f"office:{r['iso2']}/{role}" + ("/UN" if role == "permanent_representative" else "")


def _role(r: dict[str, str], names: Names) -> str | None:
    """A president of something that is not the state heads a part of it."""
    role = posts.role(r["position"], r["role_class"])
    place = re.search(r"^(?:president|prime minister|premier) of (?:the )?(.+)$", r["position"], re.I)
    if place is None or role not in HEADS or names.states.get(key(place.group(1))) == r["iso2"]:
        return role
    late = (r["end"] or "9") > MINISTERS_SINCE and "iudad" not in place.group(1)
    return "subnational_leader" if late else None


def _embassy(r: dict[str, str], names: Names) -> str | None:
    """`ambassador to Hungary`: held by the sending state, which is the row's."""
    found = re.search(r"ambassador to (?:the )?(.+)$", r["position"], re.I)
    to = names.states.get(key(found.group(1))) if found else None
    late = (r["start"] or r["end"] or "0") >= AMBASSADORS_SINCE
    return f"office:{r['iso2']}/ambassador/{to}" if to and late else None


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)
