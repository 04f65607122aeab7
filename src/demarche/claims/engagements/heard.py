"""Where the second opinion is heard, and where the frames have the last word."""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.linked import linked
from demarche.claims.engagements.recall import ALIKE, DEFINITE
from demarche.claims.engagements.sensed import Known, sensed
from demarche.claims.engagements.telling import LAND, Sensed
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon
from demarche.model import Engagement

BY = frozenset({"by", "via", "over", "through"})
"""Prepositions that make a noun a medium: "spoke *by* video link" names no other side by that."""
VERY_SURE = 0.8
"""What share a telling must have where the frames of its word found none."""


def heard(
    scene: Scene,
    lexicon: EventLexicon,
    known: Sequence[Known],
    taken: frozenset[int],
    told: Sequence[Engagement],
) -> Iterator[Sensed]:
    """What the model alone takes for an engagement of two sides that the sentence names, where it may say so.

    Over words whose own frames were asked ("called *on him to*", "sees him *as*") it must be very sure. It has no say
    in a government's text, whose formulas the frames know: there it cost one false engagement in ten and found none.
    """
    if scene.document.official_of is not None:
        return
    for s in sensed(scene, lexicon, known, taken):
        sure = s.share >= VERY_SURE or not _was_asked(scene, lexicon, s.trigger.token)
        if _is_trusted(s) and sure and not _goes_back(scene, s, told):
            yield s


def _goes_back(scene: Scene, s: Sensed, told: Sequence[Engagement]) -> bool:
    """ "A request for *the call*": a definite noun means one that was told, if those sides had one."""
    sides = {p.side for p in s.people}
    return any(sides <= {p.side for p in e.participants} for e in _meant_by(scene, s, told))


def _meant_by(scene: Scene, s: Sensed, told: Sequence[Engagement]) -> list[Engagement]:
    """The engagements of a like form that a definite noun may go back to."""
    like = ALIKE.get(s.mode, frozenset({s.mode}))
    definite = any(scene.lower(c) in DEFINITE for c in scene.children(s.trigger.token, "det", "nmod:poss"))
    return [e for e in told if e.mode in like] if definite else []


def overheard(
    scene: Scene,
    lexicon: EventLexicon,
    taken: frozenset[int],
    open_words: frozenset[int],
    before: Sequence[Scene],
    after: Sequence[Scene],
    told: Sequence[Engagement],
) -> Iterator[Sensed]:
    """The same of sides that stand elsewhere in the text. `open_words` are those whose frames fit but for the sides:
    of the others that have frames the frames have said that they tell of none ("*spoke* about Russia").
    """
    if scene.document.official_of is not None:
        return
    for s in linked(scene, lexicon, taken, before, after, told):
        word = s.trigger.token
        sure = s.share >= VERY_SURE or s.trigger.noun is not None
        fits = word in open_words and sure and (_is_elsewhere(scene, s) or _leads_nowhere(scene, s))
        asked = [i for i in (word, *scene.children(word, "obj")) if _was_asked(scene, lexicon, i)]
        new = scene.case(word) not in BY and not _meant_by(scene, s, told)
        if _is_trusted(s) and (fits or not asked) and new and not _names_another(scene, s):
            yield s


def _names_another(scene: Scene, s: Sensed) -> bool:
    """ "*A wanted man* was driven to Chile", "met *with her brother*": do the words by the telling name a person who is
    of none of the sides? Then it is theirs.
    """
    tops = (s.trigger.token, s.trigger.anchor)
    beside = [c for t in tops for c in scene.children(t, "nsubj", "nsubj:pass", "obl", "nmod") if _takes_part(scene, c)]
    sides = {p.side for p in s.people}
    return any(_is_another(scene, k, sides) for c in beside for k in scene.listed(c))


def _takes_part(scene: Scene, c: int) -> bool:
    return scene.tokens[c].deprel.startswith("nsubj") or scene.case(c) in ("with", "by")


def _is_another(scene: Scene, k: int, sides: set[str | None]) -> bool:
    """Is it somebody's name, or somebody of theirs, with no office and of no side?"""
    own = [k, *scene.children(k, "flat", "nmod:poss", "appos")]
    people = [i for i in own if _is_named(scene, i)]
    known = [m for i in own if (m := scene.mention(i))]
    stands = any(m.role or party(one).side in sides for m in known for one in scene.meant(m))
    return bool(people) and not stands


def _is_named(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    return any(n.kind == "PER" and n.start <= token.start < n.end for n in scene.sentence.names)


def _is_elsewhere(scene: Scene, s: Sensed) -> bool:
    """Is a side named in another sentence? Of those beside them the frames have had their say."""
    own = scene.sentence
    return any(not own.start <= r.mention.start < own.end for r in s.roles)


def _leads_nowhere(scene: Scene, s: Sensed) -> bool:
    """ "Met Algerian leaders *during a one-day visit*": a journey whose own words do not say where to."""
    led = (c for c in scene.children(s.trigger.token, "nmod", "obl") if scene.case(c) in ("to", "in", "at"))
    return s.mode == "visit" and s.trigger.noun is not None and not any(scene.mention(c) for c in led)


def _is_trusted(s: Sensed) -> bool:
    """Not on letters, of which it is wrong more often than right, nor on summits of states by their bare names."""
    lands = all(r.mention.kind in LAND for r in s.roles)
    return s.mode not in ("letter", "other") and not (s.mode == "summit" and lands)


def _was_asked(scene: Scene, lexicon: EventLexicon, i: int) -> bool:
    """Has a word a frame that asks for no scene around it: did the frames themselves refuse it here?"""
    if scene.tokens[i].upos == "NOUN" and (scene.lemma(i) in lexicon.nouns or scene.lower(i) in lexicon.nouns):
        return True
    return not scene.children(i, "compound:prt") and any(
        not (frame.near_words or frame.at_place or frame.by_medium or frame.object_words or frame.particle)
        for _, frame in lexicon.verbs.get(scene.lemma(i), ())
    )
