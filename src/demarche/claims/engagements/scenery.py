"""The towns and houses that a sentence tells somebody to be in, to come to or to leave: where a story is by then.

"Flew *to Tbilisi*", "a ceremony *in Tbilisi*"; not "officials *in Tbilisi*", "her August trip *to Tbilisi*", nor what
sums up weeks ("*have* not *been* cloistered in the Kremlin"), which set no scene.
"""

from collections.abc import Iterator

from demarche.claims.engagements.story import HOUR
from demarche.claims.engagements.where import place_at
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Place

OTHER = frozenset({"recent", "upcoming", "forthcoming", "past", "future", "coming", "planned", "first"})
LEAVING = frozenset({"leave", "reach", "enter", "visit"})
TOWARDS = frozenset({"in", "at", "near", "outside", "inside", "to", "into", "from", "over"})


def is_pointed(scene: Scene) -> bool:
    """Does a sentence say "here" or "there"?"""
    return any(scene.lower(i) in ("here", "there") and t.upos == "ADV" for i, t in enumerate(scene.tokens))


def towns(scene: Scene) -> Iterator[Place]:
    """The towns and houses that somebody is told to be in, or to come to or from, anywhere in a sentence."""
    for i in range(len(scene.tokens)):
        place = place_at(scene, i) if scene.case(i).rpartition(" ")[2] in TOWARDS or _is_left(scene, i) else None
        if place is None or not place.country or place.precision == "country":
            continue
        if not (_of_a_journey(scene, i) or _of_people(scene, i) or _is_summed_up(scene, i)):
            yield place


def _is_left(scene: Scene, i: int) -> bool:
    """ "*Left Havana* on Monday"."""
    token = scene.tokens[i]
    return token.deprel == "obj" and scene.lemma(token.head) in LEAVING


def _of_people(scene: Scene, i: int) -> bool:
    """ "Officials *in Moscow*", "the situation *in Chechnya*" tell of nothing done there."""
    head = scene.tokens[i].head
    if head >= 0 and scene.lemma(head) in discourse().troubles:
        return True
    if head >= 0 and scene.case(head) in ("in", "at"):
        return False  # "in *the Prime Minister's office* in Putrajaya"
    mention = scene.mention(head) if head >= 0 and scene.tokens[head].upos == "NOUN" else None
    return (
        mention is not None and mention is not scene.mention(i) and mention.kind in ("office", "group", "organisation")
    )


def _is_summed_up(scene: Scene, i: int) -> bool:
    """ "*Have* not *been* cloistered in the Kremlin": what sums up weeks sets no scene, but in a live report."""
    verb = next(
        (a for a in scene.ancestors(i) if scene.tokens[a].upos == "VERB" or scene.children(a, "aux", "cop")), None
    )
    return verb is not None and is_general(scene, verb)


def is_general(scene: Scene, v: int) -> bool:
    """Is a clause in the present perfect, and not one of a live report?"""
    helpers = scene.children(v, "aux", "cop")
    perfect = any(scene.lemma(c) == "have" and scene.feature(c, "Tense") == "Pres" for c in helpers)
    return perfect and not _is_live(scene)


def _is_live(scene: Scene) -> bool:
    """Does a sentence stand under an hour?"""
    first: Scene | None = scene
    while first is not None and not HOUR.match(scene.document.text, first.sentence.start):
        first = first.before
    return first is not None


def _of_a_journey(scene: Scene, i: int) -> bool:
    """ "Her *August trip* to Singapore", "his *recent visit* to Rome": that was another day."""
    head = scene.tokens[i].head
    if head < 0 or not any(k.mode == "visit" for k, _ in event_lexicon().nouns.get(scene.lemma(head), ())):
        return False
    before = {scene.lower(c) for c in scene.children(head, "amod")}
    return bool(before & (discourse().again | OTHER)) or bool(scene.times_in(scene.subtree(head)))
