"""Shorter lists of office-holders: compiled by hand, the US Congress, ministers of the UK, speakers at the UN."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from demarche.lexicon.names import key
from knowledge import posts
from knowledge.register import Register
from knowledge.tables import hand, read
from knowledge.tenures import Tenure, by_office, by_person, contradicted, generation_after, tenure, twin

BY_HAND_UNTIL, IFG_UNTIL = "2026-06-30", "2026-06-19"
UK = frozenset(["foreign_minister", "defence_minister", "interior_minister", "finance_minister", "head_of_government",
                "deputy_foreign_minister"])  # fmt: skip
RANKS = {"SoS": "minister", "MoS": "deputy_minister"}


def body_of(office: str) -> str:
    """The state or organisation of an office or organ, by its id."""
    bare = re.sub("^(office|organ):", "", office).split("/")[0]
    return bare if bare.startswith("org:") else f"iso:{bare}"


def by_hand(register: Register) -> Iterator[Tenure]:
    """What was compiled from general knowledge."""
    for r in hand("tenures"):
        body = body_of(r["office"])
        id = f"wd:{r['wikidata']}" if r["wikidata"] else register.known(r["person"], body)
        register.add(id, r["person"], body, r["gender"], "hand")
        yield tenure(id, r["office"], r["start"], r["end"], BY_HAND_UNTIL, "hand")


def from_memory(register: Register) -> Iterator[Tenure]:
    """What general knowledge says of ministers where no table does, each row as sure as it says itself."""
    for r in hand("ministers"):
        body = body_of(r["office"])
        id = register.known(r["person"], body)
        register.add(id, r["person"], body, r["gender"], "general")
        yield tenure(id, r["office"], r["start"], r["end"], r["known_until"], "general", confidence=r["confidence"])


def earlier(register: Register, known: list[Tenure]) -> Iterator[Tenure]:
    """What general knowledge says of those who held office from 1985 to 2003, where no table contradicts it."""
    sole: dict[str, list[Tenure]] = by_office(t for t in known if t["source"] != "general")
    posts = by_person(known)
    for r in hand("earlier"):
        body = body_of(r["office"])
        others = sole.get(r["office"], [])
        id = register.of_body(r["person"], body)
        if not register.goes_by(id, r["person"]) and generation_after(id, r["end"], posts[id]):
            id = register.namesake(r["person"], body)
        t = tenure(id, r["office"], r["start"], r["end"], r["known_until"], "general", confidence=r["confidence"])
        t["person"] = id = id if id in {o["person"] for o in others} else twin(t, r["person"], others, register) or id
        if not contradicted(t, others):
            register.add(id, r["person"], body, r["gender"], "general")
            yield t


def corrected(tenures: list[Tenure], register: Register) -> list[Tenure]:
    """The rows without those that a source has wrong (corrections.csv): dropped, or with the days they should have."""
    wrong = {(key(r["person"]), r["office"], r["start"]): r for r in hand("corrections")}
    out, met = [], set()
    for t in tenures:
        keys = {(key(name), t["office"], t["start"]) for name in _names(register, t["person"])} & wrong.keys()
        met |= keys
        right = [wrong[k] for k in keys]
        if not right:
            out.append(t)
        elif right[0]["right_start"]:
            end = right[0]["right_end"] or t["end"]
            out.append(
                t | {"start": right[0]["right_start"], "end": end, "known_until": "" if end else t["known_until"]}
            )
    if unmet := wrong.keys() - met:
        sys.exit(f"corrections.csv: no source says {sorted(unmet)}")
    return out


def _names(register: Register, person: str) -> set[str]:
    return {register.persons[person]["name"], *register.variants[person]}


def congress(facts: Path, register: Register) -> Iterator[Tenure]:
    """Members of the US Congress since 2013."""
    source = "congress-legislators"
    for r in read(facts / "us_congress.csv"):
        if r["end"] >= "2013" and r["wikidata"]:
            id = register.add(f"wd:{r['wikidata']}", r["name"], "iso:US", "", source)
            register.add(id, f"{r['nickname'] or r['first']} {r['last']}", "iso:US")
            yield tenure(id, f"office:US/legislator/{r['role']}", r["start"], r["end"], BY_HAND_UNTIL, source)


def united_kingdom(facts: Path, register: Register) -> Iterator[Tenure]:
    """Ministers of the UK: the foremost since 2000, the others since 2015."""
    for r in read(facts / "uk_ministers.csv"):
        role = r["role_class"] if r["role_class"] in UK else RANKS.get(r["rank"])
        early = role in RANKS.values() and (r["end"] or "9") < "2015"
        if role is not None and not early:
            id = register.add(register.known(r["person"], "iso:GB"), r["person"], "iso:GB", "", "ifg")
            yield tenure(id, f"office:GB/{role}", r["start"], r["end"], IFG_UNTIL, "ifg")


def general_debate(facts: Path, register: Register) -> Iterator[Tenure]:
    """Who spoke at the General Debate held the post that September."""
    for r in read(facts / "unga_speakers.csv"):
        role = posts.rules()["unga"].get(r["post"].strip().lower())
        if role is None or not r["iso2"] or len(r["name"].split()) < 2:
            continue
        name, body = re.sub(r"^(?:Mr|Ms|Mrs|Sir|Dr|Sheikh|Lord)\.? ", "", r["name"]).strip(), f"iso:{r['iso2']}"
        id = register.add(register.known(name, body), name, body, "", "unga")
        year = r["year"]
        yield tenure(id, f"office:{r['iso2']}/{role}", f"{year}-09", f"{year}-10", f"{year}-10", "unga")
