"""Heads of state and government and ambassadors, as weekly snapshots of the World Factbook saw them."""

import re
from collections.abc import Iterator
from pathlib import Path

from knowledge import posts
from knowledge.register import Register
from knowledge.states import Names
from knowledge.tables import read
from knowledge.tenures import Tenure, tenure

NO_NAME = "previously|elected|represented| and |designate|spelled|Minister"
BEFORE = r"^(?:President-elect|Ad Interim|(?:Acting|Co-|second)\s?Vice President|Sr\. Gen\.|Gen\.|Dr\.) "
NUMERALS = frozenset(["II", "III", "IV", "VI"])


def holders(facts: Path, register: Register, names: Names) -> Iterator[Tenure]:
    """Every stretch in an office that is kept; heads of territories are other states' heads."""
    for r in read(facts / "factbook_posts.csv"):
        role, name = posts.factbook(r["post"], r["title"]), cased(r["name"])
        if role is None or len(name.split()) < 2 or re.search(NO_NAME, name) or _is_foreign(r, role, name, names):
            continue
        body, office = f"iso:{r['iso2']}", f"office:{r['iso2']}/{role}"
        if r["post"] == "ambassador_to_us":
            office += "/US"
        if r["post"] == "us_ambassador_to_country":
            body, office = "iso:US", f"office:US/ambassador/{r['iso2']}"
        id = register.known(name, body, cased(r["surname_caps"]))
        register.add(id, name, body, "", "factbook")
        acting = bool(re.search("acting|interim|caretaker|transition", r["title"], re.I))
        yield tenure(id, office, r["since"], r["gone_by"], r["last_seen"], "factbook", acting)


def _is_foreign(r: dict[str, str], role: str, name: str, names: Names) -> bool:
    territory = r["iso2"] not in names.sovereign and role != "head_of_government"
    shared = name.lower() in ("elizabeth ii", "charles iii") and r["iso2"] != "GB"
    return territory or shared or r["title"].startswith("Co-prince")


def cased(name: str) -> str:
    """`Vladimir Vladimirovich PUTIN` -> `Vladimir Vladimirovich Putin`."""
    name = re.sub(BEFORE, "", re.sub(r"[\"“”(].*?[\"“”)] ?", "", name))
    return " ".join(_word(w) for w in name.split())


def _word(word: str) -> str:
    letters = word.replace("-", "").replace("'", "")
    if len(word) > 1 and letters.isupper() and word not in NUMERALS:
        return word.title()
    return re.sub(r"(?<=[-'’])[A-ZÀ-Ý]{2,}|(?<=Mc)[A-Z]{2,}", lambda m: m.group().title(), word)
