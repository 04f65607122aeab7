"""Titles -> the role they name in a state or body: *leader* of Germany is its chancellor, of Turkey its president."""

from demarche.language.mentions.inside import role_inside
from demarche.language.mentions.phrase import Phrase, cues
from demarche.lexicon import Knowledge
from demarche.lexicon.actors import Role

DEPUTY = {
    "foreign_minister": "deputy_foreign_minister", "head_of_government": "deputy_head_of_government",
    "head_of_state": "vice_president", "national_security_adviser": "deputy_national_security_adviser",
    "spokesperson": "spokesperson", "ambassador": "ambassador", "permanent_representative": "permanent_representative",
}  # fmt: skip

WEAK = frozenset(
    ["minister", "official", "leader", "legislator", "adviser", "military_officer", "party_leader", "consort",
     "organisation_head", "deputy_minister", "diplomat", "envoy", "religious_leader", "counterpart"]
)  # fmt: skip
"""Roles that a person's real post says better."""

UNBOUND = cues("title alone")
"""Titles that name nobody when no state, name or *the* stands with them."""


def role_of(phrase: Phrase, body: str | None, known: Knowledge) -> Role | None:
    """The highest role that the titles of a phrase name in a body."""
    found = [r for r in (_role(t.target, body, known) for t in phrase.titles) if r is not None]
    if not found:
        return None
    best = min(found, key=lambda r: r.rank)
    best = known.roles[role_inside(best.id, phrase.titles[-1].target, phrase, known)]
    if "inside" in phrase.mods:
        best = known.roles[_inside(best.id, phrase.noun)]
    if len(phrase.titles) > 1 and phrase.titles[0].low in ("deputy", "vice", "assistant"):
        return known.roles.get(DEPUTY.get(best.id, "deputy_minister" if best.level == "minister" else "official"))
    return best


def _inside(role: str, noun: str) -> str:
    """The president of a state's parliament is its speaker; of its academy, no head of anything here."""
    if noun == "legislature" and role in ("head_of_state", "organisation_head", "official"):
        return "speaker"
    if noun == "security_council":
        return "national_security_adviser" if role in ("minister", "organisation_head") else role
    return "official" if role in ("head_of_state", "head_of_government", "vice_president", "leader") else role


def _role(title: str, body: str | None, known: Knowledge) -> Role | None:
    row = known.title(title, body)
    if row is None:
        return None
    role = row.role
    if role == "leader" and body is not None:
        state = known.states.get(body)
        role = state.leader if state else "party_leader"
    if body in known.organisations and not row.scope:
        role = _in_organisation(role, title, known.organisations[body].kind)
    return known.roles[role]


def _in_organisation(role: str, title: str, kind: str) -> str:
    """The president of an organisation is its head; the emir of an armed group leads it."""
    heads = role in ("official", "party_leader") and title in ("chief", "chairman", "chairperson", "leader", "head")
    if heads or role in ("head_of_state", "head_of_government", "crown_prince"):
        return "party_leader" if kind == "armed_group" else "organisation_head"
    return role


def qualifier_of(phrase: Phrase, body: str | None, known: Knowledge) -> str:
    """Which of a body's offices of one role a title means: the European Council's president or the Commission's."""
    rows = (known.title(t.target, body) for t in phrase.titles)
    return next((r.qualifier for r in rows if r and r.qualifier), "")


def scope_of(phrase: Phrase, known: Knowledge) -> str | None:
    """The one body whose title this can be: *Secretary of State*, *Taoiseach*."""
    scopes = (known.only_scope(t.target) for t in phrase.titles)
    return next((s for s in scopes if s), None)
