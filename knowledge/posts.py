"""Positions as the sources word them -> the roles of roles.csv; None for what is not kept."""

import re

SAME = {
    "vice_president": "vice_president", "deputy_head_of_government": "deputy_head_of_government",
    "interior_minister": "interior_minister", "finance_minister": "finance_minister", "economy_minister": "economy_minister",
    "trade_minister": "trade_minister", "energy_minister": "energy_minister", "justice_minister": "justice_minister",
    "minister_other": "minister", "deputy_minister": "deputy_minister", "deputy_foreign_minister": "deputy_foreign_minister",
    "speaker": "speaker", "military_chief": "military_chief", "intelligence_chief": "intelligence_chief",
    "un_permanent_representative": "permanent_representative", "permanent_secretary": "permanent_secretary",
    "senior_foreign_official": "senior_foreign_official", "chief_of_staff": "chief_of_staff", "spokesperson": "spokesperson",
    "deputy_national_security_adviser": "deputy_national_security_adviser",
}  # fmt: skip

RULES = (
    ("foreign_minister", r"foreign|external|^(united states )?secretary of state$|international relations|relations with states", r"deputy|puerto|trade$|state for|assistant"),
    ("defence_minister", r"defen[cs]e|armed forces|war$", r"deputy|industr|production|navy|air force|army|assistant|veteran|procurement|state"),
    ("head_of_government", r"^(acting |interim |caretaker )?(prime minister|premier)( of .*)?$|^(federal )?chancellor( of (austria|germany))?$|taoiseach|council of ministers|minister of state of monaco", r"crimea|punjab|duchy|exchequer|justice|scotland|deputy"),
    ("head_of_state", r"^(acting |interim )?president( of .*)?$|^(king|queen|emperor|sultan|emir|grand duke|pope|monarch|druk gyalpo|yang di|ngwenyama|o le ao)|prince of (li|mon)|co-prince|presidential council|^captain regent|chairman of the pres", r"senate|assembly|council of|chamber|parliament|court|sakha|bashkort|abu dhabi|region|government|bank|tatarstan|catalonia|abkhaz|ossetia|federal council|constitutional|state council|legislative|swiss"),
    ("supreme_leader", r"supreme leader", r"deputy"),
    ("national_security_adviser", r"^national security advi|secretary of the (supreme national )?security council", r"deputy|homeland"),
    ("homeland_security_adviser", r"homeland security advisor", r"$^"),
)  # fmt: skip
"""Role, what the position must say, what it must not."""

CHECKED = {"foreign_minister", "defence_minister", "head_of_government", "head_of_state", "national_security_adviser",
           "head_of_state_and_government"}  # fmt: skip


def role(position: str, role_class: str) -> str | None:
    """The role of a position; classes that were assigned too widely are checked against the position's words."""
    if re.match(r"chief minister( of .+)?$|premier of .+|governor of (?!the .*bank).+", position, re.I):
        return "subnational_leader"
    if role_class in CHECKED:
        return next(
            (r for r, must, never in RULES if re.search(must, position, re.I) and not re.search(never, position, re.I)),
            None,
        )
    if role_class in ("vice_president", "deputy_head_of_government") and re.search(
        r"chamber|senate|assembly|court|parliament", position, re.I
    ):
        return None
    if role_class == "intelligence_chief" and not re.search(
        r"intelligence|security service|mossad|cia|secret", position, re.I
    ):
        return None
    if role_class == "spokesperson":
        return "foreign_ministry_spokesperson" if "Foreign" in position else "spokesperson"
    if role_class == "other" and re.search(
        r"^governor of the (central|national|reserve) bank|^president of the central bank", position, re.I
    ):
        return "central_bank_governor"
    if role_class == "other" and re.fullmatch(r"first lady", position, re.I):
        return "first_lady"
    return SAME.get(role_class)


def factbook(post: str, title: str) -> str | None:
    """The role of an entry of the Factbook; its blank titles are mostly deputies and are not kept."""
    title = title.lower()
    if post.startswith(("ambassador", "us_ambassador")):
        return "ambassador" if "ambassador" in title and "charg" not in title else None
    if re.search(r"deputy|first vice premier|vice premier|third|second|ministers|premiers", title):
        return "deputy_head_of_government" if re.search(r"deputy prime|deputy premier|vice premier", title) else None
    if re.search(r"vice", title):
        return "vice_president" if "vice president" in title else None
    if re.search(
        r"prime minister|^premier|chancellor|taoiseach|council of ministers|minister of state$|president of the government",
        title,
    ):
        return "head_of_government" if "minister of state for" not in title else None
    if re.search(r"supreme leader", title):
        return "supreme_leader"
    if post == "chief_of_state" and re.search(
        r"president|king|queen|amir|emir|sultan|emperor|pope|grand duke|^prince|co-prince|head of state", title
    ):
        return "head_of_state"
    if post == "head_of_government" and re.fullmatch(r"(acting |interim |transitional )?president( of( the)?)?", title):
        return "head_of_state"
    return None
