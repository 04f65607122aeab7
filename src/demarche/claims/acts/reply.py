"""Whom an act is aimed at where its own clause names nobody: the other side of what was told, or said, just before.

"Condemned *the operation*" is against whoever carried it out; "recalled *their ambassadors*" is from the one other
state that is spoken of; "*Moscow* said that Kyiv had refused" tells whom it refused. Where two could
be meant, nobody is.
"""

from collections.abc import Sequence

from demarche.claims.acts.clause import patients
from demarche.claims.acts.happening import Happening
from demarche.claims.acts.known import Known
from demarche.claims.acts.people import owner_of
from demarche.claims.acts.standing import speaks_for_state
from demarche.claims.acts.twosome import FARTHEST, states
from demarche.claims.attribution import reported_by
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Act, Participant

Side = tuple[Participant, ...]
REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT"})
"""Types that answer a deed: several may answer the same."""
RETORTS = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "SANCTION"})
"""Types by which somebody pays back what was done to them."""
TOLD = frozenset({"REJECT", "REQUEST", "AGREE", "THREATEN", "CONCEDE"})
"""Types that whoever they are done to tells of."""
TO_SOMEBODY = frozenset({"CONCEDE", "ACCUSE", "REQUEST", "AGREE", "SUPPORT", "THREATEN", "REJECT"})
"""Types done with words to whoever hears them."""
IN_TALKS = frozenset({"REQUEST", "CONCEDE", "AID"})
"""Types done to whoever one talks with."""
TAKEN = frozenset({"SANCTION", "RETREAT", "COERCE"})
"""Types done to whoever a thing belongs to."""
DUE = frozenset({"RETREAT", "CONCEDE"})
"""Types that follow from what was agreed."""
STATES = frozenset(
    {"country", "state", "nation", "kingdom", "republic", "neighbour", "neighbor", "rival", "enemy", "foe"}
)
POINTING = frozenset({"the", "this", "that", "these", "those"})
OWNING = frozenset({"its", "their", "his", "her"})
""" "Accused *its neighbour*": another than oneself."""
TRIPS = frozenset({"visit", "trip", "journey", "tour", "meeting", "call", "encounter", "talks"})
""" "Called *the journey* a provocation": that of whoever came."""
LONG = 250
"""Characters of a long sentence."""


def other_side(scene: Scene, h: Happening, actors: Side, known: Known) -> Side:
    """Those an act is aimed at, from what stands around it."""
    if any(scene.lemma(j) == "other" and scene.lower(j - 1) in ("each", "one") for j in scene.subtree(h.hit.token)):
        return ()  # "raised tariffs on *each other's* goods"
    recent = [act for act in known.told if scene.sentence.start - act.start <= FARTHEST * LONG]
    return (
        _answered(scene, h, actors, recent)
        or _whose_trip(scene, h, actors, known)
        or _owner_of_it(scene, h, actors)
        or _asker(scene, h, actors)
        or _addressed(scene, h, actors)
        or _spoken_with(scene, h, actors, known)
        or _for_whom(scene, h, actors)
        or _who_tells(scene, h, actors)
        or _paid_back(h, actors, recent)
        or _partner(scene, h, actors, recent)
        or _only_other(scene, h, actors)
    )


def pointed_at(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "Threatened *the country* with tariffs": the one other state that was named before it."""
    heads = [j for j in h.targets if scene.lemma(j) in STATES and not _is_named(scene, j)]
    pointing = (scene.lower(c) in POINTING | OWNING for j in heads for c in scene.children(j, "det", "nmod:poss"))
    if not any(pointing):
        return ()
    return the_other(scene, actors, before=scene.tokens[heads[0]].start)


def _is_named(scene: Scene, j: int) -> bool:
    inside = (scene.mention(k) for k in scene.subtree(j) if scene.lower(k) not in OWNING)
    return any(m is not None for m in inside)


def _owner_of_it(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "Closed *the U.S. embassy*": whose it is."""
    if h.hit.kind.type not in TAKEN:
        return ()
    owners = (owner_of(scene, j) for j in h.what)
    return tuple(party(m) for m in owners if m is not None and m.country not in {p.country for p in actors})


def _asker(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "Kim invited him, and Putin accepted *the invitation*": the one other state named before it."""
    asked = [j for j in h.what if scene.lemma(j) in classed(("@demands",))]
    if h.hit.kind.type not in ("AGREE", "REJECT", "CONCEDE") or not asked:
        return ()
    if not any(scene.lower(c) in POINTING for j in asked for c in scene.children(j, "det")):
        return ()
    return the_other(scene, actors, before=scene.tokens[h.hit.token].start)


def _addressed(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "*Rang the president of Peru* and expressed regret": to whomever the verb before is done."""
    v = h.hit.anchor
    head = scene.tokens[v].head
    if scene.tokens[v].deprel != "conj" or head < 0 or h.hit.kind.type not in TO_SOMEBODY:
        return ()
    near = [*patients(scene, head), *(c for c in scene.children(head, "obl") if scene.case(c) in ("with", "to"))]
    ours = {p.country for p in actors}
    return tuple(
        party(m) for j in near if (m := scene.mention(j)) and m.kind in ("person", "office") and m.country not in ours
    )


def _spoken_with(scene: Scene, h: Happening, actors: Side, known: Known) -> Side:
    """ "Lula spoke with Trump. *He asked for* the removal of the duties": of the one whom he spoke with just before."""
    ours = {p.country for p in actors if p.country}
    if h.hit.kind.type not in IN_TALKS or len(ours) != 1:
        return ()
    first = (scene.before or scene).sentence.start
    sides = known.last_met(first, scene.tokens[h.hit.token].start)
    if len(sides) != 2 or not ours < {p.country for p in sides}:
        return ()
    return tuple(p for p in sides if p.country not in ours)


def _partner(scene: Scene, h: Happening, actors: Side, told: Sequence[Act]) -> Side:
    """Whoever did something together with these just before ("X and Y made peace. *X will withdraw* its troops")."""
    ours = {p.country for p in actors if p.country}
    first = (scene.before or scene).sentence.start
    if h.hit.kind.type not in DUE or len(ours) != 1:
        return ()
    for act in reversed([act for act in told if act.start >= first]):
        both = {p.country: p for p in act.actors if p.country}
        if len(both) == 2 and ours < both.keys():
            return tuple(p for country, p in both.items() if country not in ours)
    return ()


def _answered(scene: Scene, h: Happening, actors: Side, told: Sequence[Act]) -> Side:
    """Those who did what "the operation", "the move" points back to."""
    pointing = [j for j in (*h.what, *h.targets) if _points(scene, j) or _is_apposed(scene, h, j)]
    if h.hit.kind.type not in REACTIONS or not pointing:
        return ()
    if h.hit.kind.type == "SUPPORT" and all(scene.lemma(j) in classed(("@agreements",)) for j in pointing):
        return ()  # who hails a deal backs nobody by it
    ours = {p.side for p in actors}
    for act in reversed(told):
        if act.start >= scene.sentence.end:
            return ()
        done = act.plover is None or act.plover.type not in REACTIONS or act.event == "support_sign"
        if done and (others := tuple(p for p in act.actors if p.side not in ours and (p.country or p.organisation))):
            return others
    return ()


def _whose_trip(scene: Scene, h: Happening, actors: Side, known: Known) -> Side:
    """ "Called *the journey* a provocation": the one other side of what was told before."""
    heads = [j for j in (*h.what, *h.targets) if scene.lemma(j) in TRIPS and not _is_named(scene, j)]
    ours = {p.country for p in actors if p.country}
    if h.hit.kind.type not in ("ACCUSE", "REJECT") or not heads or not ours:
        return ()
    others = tuple(p for p in known.last_met(0, scene.tokens[heads[0]].start) if p.country not in ours)
    return others if len(others) == 1 else ()


def _points(scene: Scene, j: int) -> bool:
    """ "*The* operation", "*this* step": a deed that nothing beside it describes."""
    if scene.lemma(j) not in classed(("@deeds",)):
        return False
    if any(scene.mention(c) for c in scene.subtree(j)):
        return False
    return any(scene.lower(c) in POINTING for c in scene.children(j, "det"))


def _is_apposed(scene: Scene, h: Happening, j: int) -> bool:
    """ "Signed *a pact that Mogadishu rejected*", "detained them, *a step that India welcomed*": what was just told."""
    clause = scene.tokens[h.hit.token]
    named = classed(("@deeds", "@agreements"))
    return clause.deprel == "acl:relcl" and clause.head == j and scene.lemma(j) in named


def _for_whom(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "Will pay for weapons *for Ukraine*": the one state that what is given is for."""
    if h.hit.kind.type != "AID":
        return ()
    inside = {j for head in h.what for j in scene.subtree(head)}
    named = [m for m in scene.mentions if scene.head_of(m) in inside and scene.case(scene.head_of(m)) in ("for", "to")]
    others = {m.country: party(m) for m in named if m.country and m.country not in {p.country for p in actors}}
    return tuple(others.values()) if len(others) == 1 else ()


def _who_tells(scene: Scene, h: Happening, actors: Side) -> Side:
    """ "*U.S. officials* said that Moscow had refused": refused them."""
    speaker = reported_by(scene, h.hit.anchor) if h.hit.kind.type in TOLD else None
    ours = {p.country for p in actors}
    if speaker is None or speaker.country is None or speaker.country in ours or not speaks_for_state(speaker):
        return ()
    return (speaker,)


def _paid_back(h: Happening, actors: Side, told: Sequence[Act]) -> Side:
    """Whoever did something to these just before ("Algiers cut ties with Rabat. *Rabat rejected* the charges.")."""
    if h.hit.kind.type not in RETORTS:
        return ()
    ours = {p.country for p in actors if p.country}
    for act in reversed(told):
        done_to_us = ours & {p.country for p in act.targets}
        others = tuple(p for p in act.actors if p.country and p.country not in ours)
        if done_to_us and others:
            return others
    return ()


def _only_other(scene: Scene, h: Happening, actors: Side) -> Side:
    """The one other state spoken of, for what is done between two."""
    if not h.hit.kind.mutual and h.hit.kind.id not in classed(("@bilateral",)):
        return ()
    return the_other(scene, actors)


def the_other(scene: Scene, ours: Side, before: int | None = None) -> Side:
    """The one other state spoken of in this sentence (`before` an offset), else in the one before."""
    own, end = {p.country for p in ours}, before or scene.sentence.end
    for near in (scene, scene.before):
        if near is None:
            return ()
        binding = {p.country: p for p in states(near) if p.country not in own and (p.start or 0) < end}
        others = binding or {
            m.country: party(m) for m in near.mentions if m.country and m.country not in own and m.start < end
        }
        if others:
            return tuple(others.values()) if len(others) == 1 else ()
    return ()
