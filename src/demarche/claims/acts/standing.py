"""Who counts in politics: what a participant is, so that an accident or a quarrel of neighbours passes for no act.

An act of the ontology is done by or to somebody who stands for a state, a body, a party or an armed group (PLOVER
manual 2.0, actors). A nationality alone makes nobody that: "an American actress" is private, and so is her firm.
"""

from collections.abc import Iterable

from demarche.claims.acts.phrasing import qualifiers
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.acts import classed
from demarche.model import Participant

PUBLIC = frozenset({
    "GOV", "MIL", "LEG", "COP", "JUD", "SPY", "PTY", "OPP", "REB", "PRM", "PRE", "IGO", "EUR", "RAD", "IMG", "ELI",
})  # fmt: skip
"""PLOVER sectors of those who govern, fight or would govern."""
BODIES = frozenset({"government", "parliament", "council", "commission", "cabinet", "ministry"})
"""Bodies that bind a state or several, whichever it be; a city's do not."""
CAMPS = frozenset({"parties", "sides", "factions"})
"""Those who between them are a state: "Yemen's *warring parties*"."""
Standing = int
PRIVATE, NATIONAL, POLITICAL = 0, 1, 2
"""Nobody's representative; one of a nation's, or a body of which nothing is known; a state, office, party or army."""


def standing(scene: Scene, p: Participant) -> Standing:
    """What a participant counts for."""
    known = (p.actor or "").partition(":")[0]
    if p.sector in PUBLIC and (p.sector != "ELI" or p.actor or p.country):
        return POLITICAL
    if known in ("org", "office") or (known in ("iso", "organ") and p.sector is None):
        return POLITICAL
    by_words = _by_words(scene, p) if known not in ("wd", "organ") else None
    return by_words or (NATIONAL if p.country or p.organisation else PRIVATE)


def is_state(p: Participant) -> bool:
    """Is it a state by its name or its capital's, or its government?"""
    return (p.actor or "").startswith("iso:") and p.sector in (None, "GOV") and p.level == "unknown"


def speaks_for_state(p: Participant) -> bool:
    """Is it a state or a body of states, or does it govern one? A candidate, a senator or a mayor binds nobody."""
    if p.level in ("head", "minister", "deputy", "ambassador"):
        return True
    known = (p.actor or "").partition(":")[0]
    if known in ("office", "org") or (known == "iso" and p.sector in (None, "GOV", "MIL")):
        return True
    words = (p.name or "").lower().split()
    if words and words[-1] in BODIES and "city" not in words:
        return True
    if words and words[-1] in CAMPS and p.country:
        return True
    return known == "organ" and p.sector in (None, "GOV", "LEG")


def highest(scene: Scene, side: Iterable[Participant]) -> Standing:
    """What the weightiest of some participants counts for; 0 where there are none."""
    return max((standing(scene, p) for p in side), default=PRIVATE)


def _by_words(scene: Scene, p: Participant) -> Standing | None:
    """What the head word of somebody unknown says of them ("the *rebels* in the east")."""
    if p.start is None or p.end is None:
        return None
    inside = [i for i, t in enumerate(scene.tokens) if p.start <= t.start and t.end <= p.end]
    heads = [i for i in inside if scene.tokens[i].head not in inside]
    return POLITICAL if any(_is_public(scene, i) for i in heads) else None


def _is_public(scene: Scene, i: int) -> bool:
    lemma = scene.lemma(i)
    if lemma == "officer" and qualifiers(scene, i) & {"executive", "operating", "financial", "technology"}:
        return False
    if lemma in classed(("@public", "@bands")) or knowledge().agent_sectors.get(lemma) in PUBLIC:
        return True
    several = scene.feature(i, "Number") == "Plur"
    return several and lemma in classed(("@armed",))
