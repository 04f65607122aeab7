"""What stands inside a state and has a head of its own: *the Hezbollah leader* is not Lebanon's, nor *Abkhazia's
president* Georgia's.
"""

from collections.abc import Mapping
from functools import cache

from demarche.language.mentions.phrase import Phrase
from demarche.lexicon import Knowledge
from demarche.lexicon.actors import Organ
from demarche.lexicon.languages import mapping
from demarche.lexicon.names import folded, key

SEATS = frozenset(["presidency", "head_of_government_office", "government", "monarch"])
"""Organs that speak for their state: their buildings' names mean an office, or, after *at* and *in*, a place."""

PARTLY = "unrecognised"
"""The kind of an organ that rules a part of a state which few recognise as one."""

OWN = frozenset(
    ["party", "armed_group", "company", "ngo", "media", "university", "religion", "crime", "social", "labour",
     "opposition", PARTLY]
)  # fmt: skip
"""Kinds whose people stand for them, and not for the state they are in."""

HEAD_OF = {
    "party": "party_leader", "armed_group": "party_leader", "central_bank": "central_bank_governor",
    "intelligence": "intelligence_chief", "military": "military_chief", "legislature": "speaker",
    "police": "police_chief", "foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister",
    "finance_ministry": "finance_minister", "security_council": "national_security_adviser",
    PARTLY: "subnational_leader", "government": "subnational_leader",
}  # fmt: skip
"""The role of whoever heads an organ of a kind."""

HEADS = frozenset(["head_of_state", "head_of_government", "leader", "organisation_head", "party_leader", "governor"])
CHIEFS = frozenset(["chief", "chairman", "chairwoman", "chairperson", "chair", "head", "boss", "director", "commander",
                    "director general", "chief executive", "executive director"])  # fmt: skip
"""Titles that head what they stand with; of a state they are nobody's in particular."""

GENERIC = frozenset(["SOC", "NGO", "GOV"])
"""Sectors that a more telling word in the same name goes before: *Medical Services Alliance*."""


def organ_inside(phrase: Phrase, known: Knowledge) -> Organ | None:
    """The organ whose people a phrase speaks of, where that is not the seat of its state."""
    organs = [known.organs[p.target] for p in phrase.bodies if p.kind == "organ" and p.target in known.organs]
    own = [o for o in organs if o.kind not in SEATS and (known.body(o.id) or "").startswith("iso:")]
    return own[-1] if own else None


def role_inside(role: str, title: str, phrase: Phrase, known: Knowledge) -> str:
    """The role that a title names in an organ or a region of a state."""
    organ = organ_inside(phrase, known)
    region = any(p.kind == "region" for p in phrase.bodies)
    rank = known.roles[role].rank
    if organ is not None:
        if role in HEADS or title in CHIEFS:
            return HEAD_OF.get(organ.kind, "official")
        return "official" if organ.kind in OWN and rank < LOW else role
    if region and role in ("head_of_state", "head_of_government", "leader"):
        return "subnational_leader"
    return "official" if region and rank < LOW and role not in SUBNATIONAL else role


LOW = 13
SUBNATIONAL = frozenset(["governor", "subnational_leader", "mayor", "speaker", "legislator", "governor_general"])


def sector_inside(phrase: Phrase, known: Knowledge) -> str | None:
    """The sector of an organ whose people do not stand for their state."""
    organ = organ_inside(phrase, known)
    return organ.sector if organ is not None and organ.kind in OWN else None


def governs(organ: Organ, day: str | None) -> bool:
    """Did an armed group hold the power of its state on a day?"""
    spans = (span.partition("/") for span in organ.governs)
    return day is not None and any(start <= day <= (end or "9999") for start, _, end in spans)


@cache
def _unrecognised(known: Knowledge) -> dict[str, Organ]:
    return {key(o.name): o for o in known.tables.organs if o.kind == PARTLY}


def breakaway(name: str, known: Knowledge) -> str | None:
    """The sector of a territory whose authorities few recognise: *Abkhazia*."""
    found = _unrecognised(known).get(key(name))
    return found.sector if found else None


def sector_of_name(name: str, known: Knowledge) -> str | None:
    """What the words of a name say its bearer is: a *University*, a *Court*, a *Party*; the last that tells."""
    words, kinds = folded(name).split(), mapping("en", "name_words")
    found = [s for n in range(len(words), 0, -1) if (s := _sector(words[:n], kinds, known))]
    return next((s for s in found if s not in GENERIC), found[0] if found else None)


def _sector(words: list[str], kinds: Mapping[str, str], known: Knowledge) -> str | None:
    """The sector of the phrase that ends here: its last two words, or the last."""
    for said in (" ".join(words[-2:]) if len(words) > 1 else "", words[-1]):
        for form in (said, said.removesuffix("s")):
            if form and (found := known.agent_sectors.get(form) or kinds.get(form)):
                return found
    return None
