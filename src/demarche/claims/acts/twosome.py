""" "The two governments", "both sides", "each side": those two of whom the reader knows, named just before."""

import re
from collections.abc import Iterable, Sequence

from demarche.claims.acts.clause import is_passive, subjects
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.known import last_met
from demarche.claims.acts.standing import POLITICAL, speaks_for_state, standing
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.model import Engagement, Participant

Side = tuple[Participant, ...]
BOTH = re.compile(
    r"(the |these |those |their )?(two|both|each|warring|rival)( of (the|his|her|their|them))? ?"
    r"(other |neighbou?ring |warring |rival |feuding )?"
    r"(governments?|sides?|countr(y|ies)|states?|nations?|part(y|ies)|capitals?|neighbou?rs|armies|foreign ministries"
    r"|men|women|leaders|presidents|(foreign |prime |defen[cs]e )?ministers|counterparts|delegations|allies|rivals"
    r"|powers|giants|camps|factions)?\Z|the (sides|parties|belligerents)\Z"
)
"""Words for two states that the reader knows, or for two camps of one."""
SEVERAL = re.compile(
    r"(the|their) ((deputy )?(foreign |prime |defen[cs]e )?ministers|leaders|presidents|heads( of (state|government))?"
    r"|delegations|negotiators)\Z|they\Z"
)
"""Words for two or more who were named together."""
SIGNING = frozenset({"sign", "ink", "initial", "exchange", "renew", "conclude", "seal", "finalise", "finalize"})
MOST = 6
"""As many as a reader still counts."""
FARTHEST = 5
"""Sentences back to those two."""


def both(scene: Scene, side: Side, against: Side, met: Sequence[Engagement] = ()) -> Side:
    """ "*The two governments* signed", "urged *both sides*": those who met, else the two states named last."""
    if len(side) != 1 or side[0].country or side[0].start is None:
        return side
    inside = [j for j, t in enumerate(scene.tokens) if side[0].start <= t.start < (side[0].end or 0)]
    heads = [j for j in inside if scene.tokens[j].head not in inside]
    return other_two(scene, heads, against, met) or side


def other_two(scene: Scene, heads: Iterable[int], ours: Side, met: Sequence[Engagement] = ()) -> Side:
    """ "Riyadh and Washington urged *both parties*": not those two themselves, though they were named last."""
    for head in heads:
        before = scene.children(head, "det", "nummod", "amod")
        start, end = min(scene.tokens[j].start for j in (head, *before)), scene.tokens[head].end
        words, known = scene.document.text[start:end].lower(), {p.country for p in ours}
        if BOTH.match(words):
            return _met_last(scene, start, known, met) or _named_last(scene, start, known)
        if SEVERAL.match(words) and not _named_after(scene, head):
            return _met_last(scene, start, known, met, most=MOST)
    return ()


def _named_after(scene: Scene, head: int) -> bool:
    """ "The leaders *of France and Italy*", "the ministers, *A and B*": who they are is said."""
    inside = (m for c in scene.children(head, "nmod", "appos") for j in scene.subtree(c) if (m := scene.mention(j)))
    return any(m.start > scene.tokens[head].start for m in inside)


def _met_last(scene: Scene, before: int, ours: set[str | None], met: Sequence[Engagement], most: int = 2) -> Side:
    """Those who met each other last before an offset, where they are two, or at most so many."""
    first = scene
    for _ in range(FARTHEST - 1):
        first = first.before or first
    sides = last_met(met, first.sentence.start, before)
    others = tuple(p for p in sides if p.country not in ours)
    return others if 2 <= len(others) <= most else ()


def implied_two(scene: Scene, h: Happening, met: Sequence[Engagement] = ()) -> Side:
    """Between whom a truce or a war is that names nobody: the two who are the subject ("*X and Y* agreed to a truce
    after days *of fighting*"); of a truce that takes effect, the two named last.
    """
    own_clause = not scene.tokens[h.hit.token].deprel.startswith("acl")
    signed = h.hit.kind.id == "support_sign" and h.hit.is_verb and own_clause
    if signed and (signers := _signed_there(scene, h, met)):
        return signers
    truce = h.hit.kind.id == "retreat_ceasefire" or (signed and any(_is_the(scene, j) for j in h.what))
    if h.actors or h.targets or not (truce or (h.hit.mutual and h.hit.kind.type == "ASSAULT")):
        return ()
    verbs = [a for a in scene.ancestors(h.hit.anchor) if scene.tokens[a].upos == "VERB"]
    for words in (subjects(scene, verb) for verb in verbs):
        two = {m.country: party(m) for j in words for k in scene.conjuncts(j) if (m := scene.mention(k)) and m.country}
        if len(two) == 2:
            return tuple(two.values())
    return _named_last(scene, scene.tokens[h.hit.token].start, set()) if truce else ()


def _signed_there(scene: Scene, h: Happening, met: Sequence[Engagement]) -> Side:
    """ "After the talks a memorandum *was signed*": by those who met."""
    v = h.hit.token
    nobody = not h.actors and not any(scene.mention(j) for j in h.targets)
    if not nobody or scene.lemma(v) not in SIGNING or not is_passive(scene, v):
        return ()
    return _met_last(scene, scene.sentence.end, set(), met, most=MOST)


def _is_the(scene: Scene, j: int) -> bool:
    """Does "*the* deal" point back?"""
    return any(scene.lower(c) == "the" for c in scene.children(j, "det"))


def _named_last(scene: Scene, before: int, ours: set[str | None]) -> Side:
    """The two states named last before an offset, or two of one state where no other is named."""
    found: dict[str | None, Participant] = {}
    near: Scene | None = scene
    for _ in range(FARTHEST):
        if near is None or len(found) > 1:
            break
        here = {p.country: p for p in states(near) if p.country not in ours and (p.start or 0) < before}
        found = here if len(here) == 2 else found | here
        near = near.before
    if len(found) == 1:
        return _camps(scene.before or scene, next(iter(found)))
    return tuple(found.values()) if len(found) == 2 else ()


def _camps(scene: Scene, country: str | None) -> Side:
    """Two of one country in a sentence ("the government and *the rebels*"), if there are as many."""
    here = {p.actor or p.name or p.role: p for p in map(party, scene.mentions) if p.country == country}
    return (next(iter(here.values())),) if len(here) > 1 else ()


def states(scene: Scene) -> Iterable[Participant]:
    """Those in a sentence who stand for a state."""
    for mention in scene.mentions:
        p = party(mention)
        binding = speaks_for_state(p) or p.sector == "GOV"
        if p.country and mention.kind != "place" and binding and standing(scene, p) == POLITICAL:
            yield p
