"""Positions as the sources word them -> the roles of roles.csv; None for what is not kept."""

import re
import tomllib
from functools import cache
from typing import Any

from knowledge.tables import HAND

CHECKED = frozenset({"foreign_minister", "defence_minister", "head_of_government", "head_of_state",
                     "national_security_adviser", "head_of_state_and_government"})  # fmt: skip
PARLIAMENT = "chamber|senate|assembly|court|parliament"
SECRET = "intelligence|security service|mossad|cia|secret"
BANK = "^governor of the (central|national|reserve) bank|^president of the central bank"


@cache
def rules() -> dict[str, Any]:
    """The rules of posts.toml."""
    return tomllib.loads((HAND / "posts.toml").read_text(encoding="utf-8"))


def role(position: str, role_class: str) -> str | None:
    """The role of a position; classes that were assigned too widely are checked against the position's words."""
    if re.match(r"chief minister( of .+)?$|premier of .+|governor of (?!the .*bank).+", position, re.I):
        return "subnational_leader"
    if role_class in CHECKED:
        return next(
            (p["role"] for p in rules()["post"] if _says(p["must"], position) and not _says(p["never"], position)), None
        )
    if role_class in ("vice_president", "deputy_head_of_government") and _says([PARLIAMENT], position):
        return None
    if role_class == "intelligence_chief" and not _says([SECRET], position):
        return None
    if role_class == "spokesperson":
        return "foreign_ministry_spokesperson" if "Foreign" in position else "spokesperson"
    if role_class == "other":
        return (
            "central_bank_governor"
            if _says([BANK], position)
            else "first_lady"
            if position.lower() == "first lady"
            else None
        )
    found: str | None = rules()["same"].get(role_class)
    return found


def _says(patterns: list[str], position: str) -> bool:
    return any(re.search(p, position, re.I) for p in patterns)


DEPUTY = "deputy|first vice premier|vice premier|third|second|ministers|premiers"
GOVERNS = (
    "prime minister|^premier|chancellor|taoiseach|council of ministers|minister of state$|president of the government"
)
REIGNS = "president|king|queen|amir|emir|sultan|emperor|pope|grand duke|^prince|co-prince|head of state"


def factbook(post: str, title: str) -> str | None:
    """The role of an entry of the Factbook; its blank titles are mostly deputies and are not kept."""
    title = title.lower()
    if post.startswith(("ambassador", "us_ambassador")):
        return "ambassador" if "ambassador" in title and "charg" not in title else None
    if re.search(DEPUTY, title):
        return "deputy_head_of_government" if re.search("deputy prime|deputy premier|vice premier", title) else None
    if "vice" in title:
        return "vice_president" if "vice president" in title else None
    if re.search(GOVERNS, title):
        return "head_of_government" if "minister of state for" not in title else None
    if re.search("governor.general", title):
        return "governor_general"
    if "supreme leader" in title:
        return "supreme_leader"
    reigns = post == "chief_of_state" and re.search(REIGNS, title)
    presides = post == "head_of_government" and re.fullmatch(
        "(acting |interim |transitional )?president( of( the)?)?", title
    )
    return "head_of_state" if reigns or presides else None
