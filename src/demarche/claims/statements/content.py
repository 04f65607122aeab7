"""What was said: the words that a cue's frame gives as content."""

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.speech import SpeechVerb, speech_lexicon
from demarche.model import Stretch


class Said(msgspec.Struct, frozen=True):
    """A cue with its content, before speakers are looked up; `by` is the frame that gave it."""

    cue: int
    content: Stretch
    verb: SpeechVerb
    by: str


def said(scene: Scene, i: int, verb: SpeechVerb) -> Said | None:
    """What a cue's frame gives as content: a clause, an infinitive, an object, or the sentence that it interrupts."""
    clause = next(iter(scene.children(i, "ccomp")), None)
    if clause is not None and "clause" in verb.frames:
        return Said(i, _with_sequel(scene, i, clause), verb, "clause")
    if scene.tokens[i].deprel == "parataxis" and "clause" in verb.frames and verb.sort == "speech":
        return Said(i, _around(scene, i), verb, "parataxis")
    infinitive = next((c for c in scene.children(i, "xcomp") if scene.feature(c, "VerbForm") == "Inf"), None)
    if infinitive is not None and "infinitive" in verb.frames:
        return Said(i, _content(scene, infinitive, leave=i), verb, "infinitive")
    thing = next(iter(scene.children(i, "obj")), None)
    if thing is not None and "object" in verb.frames and not _is_somebody(scene, thing):
        return Said(i, _content(scene, thing, leave=i), verb, "object")
    interrupted = next(iter(scene.children(i, "parataxis")), None)
    if interrupted is not None and "clause" in verb.frames and verb.sort == "speech":
        return Said(i, _content(scene, interrupted, leave=i), verb, "clause")
    return None


def _is_somebody(scene: Scene, i: int) -> bool:
    """ "Welcomed the president" is a reception, "welcomed the agreement" a statement."""
    mention = scene.mention(i)
    return mention is not None and mention.kind != "place"


def _content(scene: Scene, top: int, leave: int) -> Stretch:
    """The words of a clause without its opening "that", its quotation marks and its last stop."""
    tokens = [t for t in scene.subtree(top) if t != leave]
    while tokens and (
        scene.tokens[tokens[0]].upos == "PUNCT"
        or (scene.tokens[tokens[0]].deprel == "mark" and scene.lower(tokens[0]) == "that")
    ):
        tokens = tokens[1:]
    while tokens and scene.tokens[tokens[-1]].upos == "PUNCT":
        tokens = tokens[:-1]
    return scene.stretch(tokens or [top])


def _with_sequel(scene: Scene, cue: int, clause: int) -> Stretch:
    """A clause and what goes on from it: "he was open to talks, *but any contact would have to wait*".

    A parser may hang the second half on the cue; it is the speaker's still, unless it has a cue of its own.
    """
    content = _content(scene, clause, leave=cue)
    for c in scene.children(cue, "conj"):
        starts = bool(scene.children(c, "nsubj", "nsubj:pass", "expl"))
        if c > clause > cue and starts and scene.lemma(c) not in speech_lexicon().verbs:
            content = Stretch(content.start, max(content.end, _content(scene, c, leave=cue).end))
    return content


def _around(scene: Scene, cue: int) -> Stretch:
    """The longer side of the sentence that a cue with its subject stands in: "…, *Lavrov said* on Friday"."""
    inside = set(scene.subtree(cue))
    before = [t for t in range(min(inside)) if t not in inside]
    after = [t for t in range(max(inside) + 1, len(scene.tokens)) if t not in inside]
    side = before if len(before) >= len(after) else after
    side = [t for t in side if scene.tokens[t].upos != "PUNCT"] or [cue]
    return scene.stretch(side)
