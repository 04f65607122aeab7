"""Words that the network takes for a telling -> the event word, its form, and with its cast the engagement.

Which words may tell by themselves at all is asked here: verbs of saying, of other acts and of keeping away have frames
of their own or tell of no contact, and what is only wished for is no event.
"""

from collections.abc import Sequence
from itertools import groupby

import msgspec

from demarche.claims.acts.standing import POLITICAL, speaks_for_state, standing
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.setting import MARGINS
from demarche.claims.engagements.trigger import Trigger, carrier
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.acts import act_lexicon
from demarche.lexicon.events import EventLexicon, EventType, NounFrame, VerbFrame, discourse, event_lexicon
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Participant, Place, Sign
from demarche.model.values import Mode

SURE = 0.6
"""What share the surest word of a telling must have."""
AVOIDING = frozenset({"shy", "avoid", "shun", "sever"})
"""Verbs of keeping away."""
SIGNING = frozenset({"sign", "initial", "ink", "put", "set", "seal"})
NAMES = frozenset({"name", "signature", "pen"})
"""What people do side by side, with a paper or with their names."""
WANTED = frozenset({"request", "proposal", "plan", "idea", "prospect", "possibility", "demand", "suggestion"})
"""Objects of a verb that make it tell of no more than a wish."""
BROADCAST = frozenset({"interview", "broadcast", "press", "newspaper", "channel"})
"""What is said there is said to the public."""
TIES = frozenset({"relation", "tie", "ambassador", "embassy"})
"""Whoever does something to these meets nobody by it."""
LAND = frozenset({"place", "state"})
VERB, NOUN = VerbFrame(lemmas=()), NounFrame(lemmas=())
"""Frames that name nobody: the model does."""


class Sensed(msgspec.Struct, frozen=True):
    """What the model marks as one engagement: its word, how sure it is of it, its mode and its parties."""

    trigger: Trigger
    share: float
    mode: Mode
    roles: list[Role]
    people: list[Participant]
    places: list[Place]


def runs(scene: Scene) -> list[list[Sign]]:
    """Words side by side that tell, the surest of them sure enough, the surest first."""
    some = [s for s in scene.sentence.signs if s.kind != "party"]
    found = [[s for _, s in run] for _, run in groupby(enumerate(some), key=lambda n: n[1].token - n[0])]
    sure = [run for run in found if max(s.share for s in run) >= SURE]
    return sorted(sure, key=lambda run: -max(s.share for s in run))


def mode_of(lexicon: EventLexicon, run: Sequence[Sign]) -> Mode | None:
    """The mode of a telling: that of its surest word."""
    surest = max(run, key=lambda s: s.share)
    return next((k.mode for k in lexicon.types if k.mode == surest.kind), None)


def side_by_side(scene: Scene, head: int) -> bool:
    """ "*Signed* the declaration", "*put their names* to it": who does it with somebody is in one place with them."""
    v = scene.tokens[head].head if scene.tokens[head].deprel == "obj" else head
    done = {scene.lemma(c) for c in scene.children(v, "obj")}
    apart = any(scene.lower(c) in event_lexicon().media for c in scene.subtree(v))
    return scene.lemma(v) in SIGNING and not apart and bool(done & (discourse().papers | NAMES))


def headed(scene: Scene, lexicon: EventLexicon, run: Sequence[Sign]) -> int | None:
    """The word of a telling that the others hang on, a verb before a noun.

    Verbs of saying and of other acts have frames of their own ("expressed condolences to", "thanked him"); of them only
    those that tell of a visit are taken ("went to", "came on to").
    """
    tokens = [s.token for s in run]
    visit = mode_of(lexicon, run) == "visit"
    tops = [t for t in tokens if scene.tokens[t].head not in tokens] or tokens
    for wanted in (("VERB", "AUX"), ("NOUN", "PROPN")):
        for t in (*tops, *tokens):
            if visit and scene.lemma(t) in discourse().dwelling:
                continue
            goes = visit and not scene.children(t, "xcomp", "ccomp", "advcl")
            is_other = wanted[0] == "VERB" and not goes and _tells_otherwise(scene, lexicon, t)
            if scene.tokens[t].upos in wanted and not is_other and not _only_wanted(scene, t):
                return _event_noun(scene, lexicon, t)
    return None


def _event_noun(scene: Scene, lexicon: EventLexicon, t: int) -> int:
    """ "*Face-to-face* talks": of the nouns above a word, the one that names an event."""
    for above in (t, *scene.ancestors(t)):
        if scene.tokens[above].upos != "NOUN":
            return t
        if {scene.lemma(above), scene.lower(above)} & lexicon.nouns.keys():
            return above
    return t


def _only_wanted(scene: Scene, t: int) -> bool:
    """ "Received a *request for* the call", "a seat at *any* talks": what was had is no event yet."""
    any_ = any(scene.lower(c) == "any" for c in scene.children(t, "det"))
    return (
        any_
        or any(scene.lemma(c) in WANTED | BROADCAST for c in (t, *scene.children(t, "obj")))
        or _is_setting(scene, t)
    )


def _is_setting(scene: Scene, t: int) -> bool:
    """ "On the margins of *the summit*", "it was no *negotiation*": where something else took place, or what it was."""
    token = scene.tokens[t]
    return token.upos == "NOUN" and (
        (token.head >= 0 and scene.lemma(token.head) in MARGINS) or bool(scene.children(t, "cop"))
    )


def _tells_otherwise(scene: Scene, lexicon: EventLexicon, t: int) -> bool:
    lemma, acts = scene.lemma(t), act_lexicon()
    done = lemma in acts.verbs and bool(scene.children(t, "obj", "xcomp", "ccomp"))
    broken = any(scene.lemma(c) in TIES for c in scene.children(t, "obj"))
    return lemma in speech_lexicon().verbs or lemma in AVOIDING or broken or (done and lemma not in lexicon.verbs)


def telling(
    scene: Scene,
    lexicon: EventLexicon,
    run: Sequence[Sign],
    head: int,
    mode: Mode,
    roles: Sequence[Role],
    places: list[Place],
) -> Sensed | None:
    """A telling with its cast; null where it is not of two sides that stand for a state or a body."""
    roles = _standing(scene, roles)
    people = list({(p.side, p.actor, p.name): p for p in (party(r.mention, r.part) for r in reversed(roles))}.values())
    people.reverse()
    if mode == "visit" and not {"visitor", "host"} <= {p.part for p in people}:
        return None
    if len({p.country or p.organisation for p in people} - {None}) < 2:
        return None
    kind = next(k for k in lexicon.types if k.mode == mode)
    trigger = _trigger(scene, lexicon, kind, head)
    return Sensed(trigger, max(s.share for s in run), mode, roles, people, places)


def _standing(scene: Scene, roles: Sequence[Role]) -> list[Role]:
    """Those who stand for a state or a body; beside one of another state also who is of politics without an office."""
    sure = [r for r in roles if r.mention.kind in LAND or speaks_for_state(party(r.mention))]
    others = {r.mention.country for r in sure}
    return [r for r in roles if r in sure or (others - {r.mention.country} and _is_political(scene, r.mention))]


def _is_political(scene: Scene, m: Mention) -> bool:
    return m.kind in ("person", "office") and bool(m.country) and standing(scene, party(m)) == POLITICAL


def _trigger(scene: Scene, lexicon: EventLexicon, kind: EventType, head: int) -> Trigger:
    """The head of a telling as an event word, with the verb that carries a noun ("the trip was *put off*")."""
    if scene.tokens[head].upos in ("VERB", "AUX"):
        return Trigger(kind, head, head, verb=VERB)
    anchor, light, carried = carrier(scene, head, lexicon)
    above = scene.tokens[head].head
    if light is None and above >= 0 and scene.tokens[above].upos == "VERB":
        anchor = above
    return Trigger(kind, head, anchor, noun=NOUN, light=light, carried=carried)
