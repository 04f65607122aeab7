"""Organisations, their members, organs of states, and the phrases that name roles."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from demarche.lexicon.names import key
from knowledge.tables import OUT, hand, read, write

PLURALS = {"y": "ies", "s": "ses", "x": "xes", "ch": "ches"}


def build(facts: Path) -> None:
    """Write organisations.csv, members.csv, organs.csv, titles.csv and agents.csv."""
    listed = {r["id"]: r for r in hand("organisations")}
    known = read(facts / "organisations.csv")
    regions = {
        "ag",
        "ap",
        "eeg",
        "weog",
        "grulac",
        "hics",
        "lics",
        "lmc",
        "umcs",
        "ldcs",
        "lldcs",
        "hipc",
        "sids",
        "basic",
        "mint",
    }
    known = [r for r in known if r["org_id"] not in regions]
    more = [_organisation(r) for r in known if f"org:{r['org_id']}" not in listed and len(r["acronym"]) > 3]
    write("organisations", ("id", "name", "acronym", "code", "sector", "kind", "surfaces", "source"),
          [dict(r, source="hand") for r in listed.values()] + more)  # fmt: skip
    ids = set(listed) | {r["id"] for r in more}
    write("members", ("organisation", "state", "source"), _members(facts, ids))
    organs = hand("organs") + hand("institutions") + list(armed_groups(facts))
    columns = ("id", "kind", "name", "sector", "surfaces", "governs", "source")
    write("organs", columns, ({"source": "hand"} | r for r in organs))
    write("titles", ("phrase", "role", "scope", "qualifier", "source"), _titles())
    write("agents", ("phrase", "sector", "source"), _agents(facts))


def _organisation(r: dict[str, str]) -> dict[str, str]:
    surfaces = [
        s for s in (r["acronym"], r["name"].split(" (")[0].removeprefix("The ")) if len(s) > 3 and s[0].isupper()
    ]
    return {"id": f"org:{r['org_id']}", "name": r["name"].removeprefix("The "), "acronym": r["acronym"],
            "code": "IGO", "kind": "bloc", "surfaces": "|".join(surfaces), "source": "worldcountrygroups"}  # fmt: skip


def _members(facts: Path, ids: set[str]) -> Iterator[dict[str, str]]:
    for r in read(facts / "org_members.csv"):
        if f"org:{r['org_id']}" in ids and r["iso2"]:
            yield {"organisation": f"org:{r['org_id']}", "state": f"iso:{r['iso2']}", "source": "worldcountrygroups"}
    latest = {"IAEA": "iaea", "OPCW": "opcw", "WTO": "wto", "IMF": "imf", "WHO": "who", "OECD": "oecd"}
    for r in read(facts / "org_participation_factbook.csv"):
        if r["abbrev"] in latest and r["status"] == "member":
            yield {"organisation": f"org:{latest[r['abbrev']]}", "state": f"iso:{r['iso2']}", "source": "factbook"}
    for code in ["US", "GB", "FR", "DE", "JP", "IT", "CA", "RU"]:
        yield {"organisation": "org:g8", "state": f"iso:{code}", "source": "hand"}
    for code in ["GB", "FR", "DE"]:
        yield {"organisation": "org:e3", "state": f"iso:{code}", "source": "hand"}
    for code in ["US", "GB", "FR", "CN", "RU"]:
        yield {"organisation": "org:p5", "state": f"iso:{code}", "source": "hand"}


def _titles() -> Iterator[dict[str, str]]:
    for r in hand("titles"):
        yield dict(r, source="hand")
    for r in hand("portfolios"):
        for phrase in _portfolio(r["topic"]):
            yield {"phrase": phrase, "role": r["role"], "scope": "", "source": "hand"}
            deputy = "deputy_foreign_minister" if r["role"] == "foreign_minister" else "deputy_minister"
            for rank in ("deputy", "first deputy", "vice"):
                yield {"phrase": f"{rank} {phrase}", "role": deputy, "scope": "", "source": "hand"}


def _portfolio(topic: str) -> Iterator[str]:
    bare = topic.removeprefix("for ").removeprefix("the ")
    if not topic.startswith(("for ", "the ")):
        yield f"{bare} minister"
    if bare not in ("foreign", "economic", "home"):
        for link in ("of", "for", "of the", "for the"):
            yield f"minister {link} {bare}"
        yield f"secretary of {bare}"
        yield f"secretary for {bare}"


def _agents(facts: Path) -> Iterator[dict[str, str]]:
    """Agent nouns to PLOVER's sector: the first three letters of the source's code, the newer list first."""
    seen = {key(r["phrase"]) for r in hand("no_agents")}
    for r in hand("agents"):
        if key(r["phrase"]) not in seen:
            seen.add(key(r["phrase"]))
            yield r | {"phrase": key(r["phrase"]), "source": "hand"}
    titles = {" " + key(r["phrase"]) + " " for r in _titles()} | {" former ", " of ", " to "}
    for source in ("plover_agents", "phoenix_agents"):
        for r in read(facts / "agents_cameo_plover.csv"):
            phrase = key(r["phrase"])
            if any(title in f" {phrase} " for title in titles):
                continue
            plain = "{" not in r["phrase"] and len(phrase) > 2 and r["code"][:3] not in ("NON", "JNK")
            if r["source"] == source and plain and phrase not in seen:
                seen.add(phrase)
                sector = {"PPL": "CVL", "MUS": "REL", "CHR": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL"}
                yield {"phrase": phrase, "sector": sector.get(r["code"][:3], r["code"][:3]), "source": source}


def armed_groups(facts: Path) -> Iterator[dict[str, str]]:
    """Armed groups of the source's list to about 2014, under a state's code, that no list by hand has."""
    taken = {key(s) for name in ("organs", "institutions", "organisations") for r in hand(name)
             for s in r["surfaces"].split("|")}  # fmt: skip
    taken |= {r["name"] for r in hand("doubtful_names") if r["what"] == "armed group"}
    taken |= {key(r["alias"]) for r in read(facts / "country_aliases.csv")}
    alpha2 = {r["iso3"]: r["iso2"] for r in read(facts / "countries.csv")}
    ids: set[str] = set()
    for r in read(facts / "phoenix_actors.csv"):
        code, sector = alpha2.get(r["cameo_code"][:3]), r["cameo_code"][3:6]
        if r["dictionary"] != "MilNonState" or code is None or sector not in ("REB", "UAF", "SEP", "INS"):
            continue
        said = [n for n in map(_titled, (r["name"], *r["synonyms"].split("|"))) if _distinct(n) and key(n) not in taken]
        id = f"organ:{code}/{key(said[0]).replace(' ', '_')}" if said else ""
        if said and id not in ids:
            ids.add(id)
            taken.update(map(key, said))
            sector = "UAF" if sector == "UAF" else "REB"
            yield {"id": id, "kind": "armed_group", "name": said[0], "sector": sector, "surfaces": "|".join(said),
                   "source": "phoenix"}  # fmt: skip


def _distinct(name: str) -> bool:
    """Can a name be no other words: two of them at least, or a long one?"""
    words = name.split()
    return len(words) >= 2 and len(name) >= 10 and not any(c in name for c in "+{}[]")


def _titled(name: str) -> str:
    """`FRONT FOR THE LIBERATION OF X (FLX)` -> `Front for the Liberation of X`."""
    small = {"of", "the", "for", "and", "in", "de", "la", "al", "el", "du", "des", "y"}
    words = re.sub(r" *\(.*?\)", "", name).replace("_", " ").split()
    return " ".join(w.lower() if n and w.lower() in small else w.title() for n, w in enumerate(words))


def surfaces(table: str) -> set[str]:
    """What a shipped table calls things."""
    with (OUT / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {s for r in csv.DictReader(file) for s in r["surfaces"].split("|")}
