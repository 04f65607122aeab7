"""What was said: the words that a cue's frame gives as content."""

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.speech import SpeechVerb, speech_lexicon
from demarche.model import Stretch

LATE = 4
"""Words that may stand between a cue and its "that" ("said on Friday that")."""


class Said(msgspec.Struct, frozen=True):
    """A cue with its content, before speakers are looked up; `by` is the frame that gave it."""

    cue: int
    content: Stretch
    verb: SpeechVerb
    by: str


def said(scene: Scene, i: int, verb: SpeechVerb) -> Said | None:
    """What a cue's frame gives as content: a clause, an infinitive, an object, or the sentence that it interrupts."""
    clause = _clause(scene, i) if "clause" in verb.frames else None
    if clause is not None:
        return Said(i, clause, verb, "clause")
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
    also = _also_said(scene, top)
    tokens = [t for t in scene.subtree(top) if t != leave and t not in also]
    while tokens and (
        scene.tokens[tokens[0]].upos == "PUNCT"
        or (scene.tokens[tokens[0]].deprel == "mark" and scene.lower(tokens[0]) == "that")
    ):
        tokens = tokens[1:]
    while tokens and scene.tokens[tokens[-1]].upos == "PUNCT":
        tokens = tokens[:-1]
    return scene.stretch(tokens or [top])


def _also_said(scene: Scene, top: int) -> set[int]:
    """What hangs on a clause and has a cue of its own: "…, *adding that the port was open*"."""
    verbs = speech_lexicon().verbs
    cues = [
        c for c in scene.children(top, "advcl") if scene.lemma(c) in verbs and scene.feature(c, "VerbForm") != "Inf"
    ]
    return {t for c in cues if c > top for t in scene.subtree(c)}


def _clause(scene: Scene, cue: int) -> Stretch | None:
    """The clause that is said: under the cue, else the one that opens right after it, whatever it was hung on."""
    after = [c for c in scene.children(cue, "ccomp") if c > cue]
    if after:
        parts = [_content(scene, c, leave=cue) for c in [*after, *_sequel(scene, cue, after[0])]]
        return Stretch(parts[0].start, max(p.end for p in parts))
    opened = _opened(scene, cue)
    before = scene.children(cue, "ccomp")
    return opened or (_content(scene, before[0], leave=cue) if before else None)


def _sequel(scene: Scene, cue: int, clause: int) -> list[int]:
    """What goes on from a clause: "he was open to talks, *but any contact would have to wait*".

    A parser may hang the second half on the cue; it is the speaker's still, unless it has a cue of its own.
    """
    return [
        c
        for c in scene.children(cue, "conj")
        if c > clause
        and scene.children(c, "nsubj", "nsubj:pass", "expl")
        and scene.lemma(c) not in speech_lexicon().verbs
    ]


def _opened(scene: Scene, cue: int) -> Stretch | None:
    """The clause that opens right after a cue, with "that" or with its subject, up to the clause above."""
    start = _opening(scene, cue)
    if start is None:
        return None
    verb = next((a for a in scene.ancestors(start) if scene.tokens[a].upos in ("VERB", "AUX", "NOUN", "ADJ")), None)
    if verb is None or verb <= cue:
        return None
    inside = [t for t in scene.subtree(verb) if t >= start]
    while inside and scene.tokens[inside[-1]].upos == "PUNCT":
        inside.pop()
    return scene.stretch(inside) if inside else None


def _opening(scene: Scene, cue: int) -> int | None:
    """The first word of that clause: after "that", or a subject pronoun right beside the cue."""
    for k in range(cue + 1, min(cue + 2 + LATE, len(scene.tokens))):
        if scene.lower(k) == "that" and scene.tokens[k].upos == "SCONJ" and k + 1 < len(scene.tokens):
            return k + 1
        if k == cue + 1 and scene.tokens[k].upos == "PRON" and scene.tokens[k].deprel in ("nsubj", "expl"):
            return k
        if scene.tokens[k].upos in ("PUNCT", "VERB", "PRON"):
            return None
    return None


def _around(scene: Scene, cue: int) -> Stretch:
    """The longer side of the sentence that a cue with its subject stands in: "…, *Lavrov said* on Friday"."""
    inside = set(scene.subtree(cue))
    before = [t for t in range(min(inside)) if t not in inside]
    after = [t for t in range(max(inside) + 1, len(scene.tokens)) if t not in inside]
    side = before if len(before) >= len(after) else after
    side = [t for t in side if scene.tokens[t].upos != "PUNCT"] or [cue]
    return scene.stretch(side)
