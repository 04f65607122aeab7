"""A text -> who is said to say what, as words in three roles: everything that statements are made of.

One switch tells how much that is. `speech` is what people say; `wide` adds what they think, want, know and do by taking
a stance, as the annotators of PolNeAR (Newell, Margolin and Ruths, LREC 2018) counted attribution.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.phrases import of_phrases
from demarche.claims.statements.quotes import Quoted, quoted
from demarche.claims.statements.together import MIN_WORDS, joined, once, outermost
from demarche.claims.statements.turns import Turn, turns
from demarche.claims.statements.verbal import of_cues
from demarche.lexicon.omissions import omissions
from demarche.lexicon.speech import SpeechLexicon, speech_lexicon
from demarche.model import Document, Stretch

Reading = Literal["speech", "wide"]
NOT = frozenset({"not", "n't", "n’t", "never"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
TRUSTED = 0.6
"""Trust from which a cue counts as speech; the wide reading takes all."""
NEAR = 4
"""Characters between a sentence and a quotation that it introduces or closes: blanks, a line's end, a mark."""


def attributed(
    document: Document, scenes: Sequence[Scene], reading: Reading = "speech", *, nested: bool = False
) -> list[Attributed]:
    """Every attribution of a text, in its order; with `nested` also those inside another's words."""
    lexicon, marks = speech_lexicon(), quoted(document)
    found = [a for t in turns(document, marks) for a in _of_turn(t, scenes)]
    held = [p for a in found for p in a.parts]
    for scene in scenes:
        inside = Stretch(scene.sentence.start, scene.sentence.end)
        if any(p.overlaps(inside) for p in held):
            continue
        near = [q for q in marks if q.outer.start <= inside.end + NEAR and inside.start <= q.outer.end + NEAR]
        found.extend(_of_scene(scene, near, lexicon, reading))
    whole = joined(document.text, once(found), marks)
    return whole if nested else outermost(whole)


def _of_scene(scene: Scene, near: Sequence[Quoted], lexicon: SpeechLexicon, reading: Reading) -> Iterator[Attributed]:
    for a in (*of_cues(scene, near, lexicon), *of_phrases(scene, near, lexicon)):
        is_speech = (a.sort == "speech" and a.trust >= TRUSTED) or _quotes(a, near)
        if reading == "wide" or (is_speech and not _is_unsaid(a)):
            yield a


def _quotes(a: Attributed, near: Sequence[Quoted]) -> bool:
    """ "Saw the call as *“a step too far”*": whose words stand between marks spoke, whatever the verb."""
    text = a.scene.document.text
    inside = (q.inner for q in near for p in a.parts if p.start <= q.inner.start < p.end)
    return any(len(text[q.start : q.end].split()) >= MIN_WORDS for q in inside)


def _is_unsaid(a: Attributed) -> bool:
    """ "Did *not say* when it would leave", "has *not mentioned* the port": nothing was said."""
    if _is_nobodys(a):
        return True
    if a.at is None or a.scene.lemma(a.at) not in omissions().unsaid:
        return False
    return any(a.scene.lower(c) in NOT for c in a.scene.children(a.at, "advmod"))


def _is_nobodys(a: Attributed) -> bool:
    """ "*No group* has claimed the attack", "*nobody* said": nobody spoke."""
    if a.whose is None:
        return False
    words = (a.whose, *a.scene.children(a.whose, "det"))
    return any(a.scene.lower(k) in NOBODY for k in words)


def _of_turn(turn: Turn, scenes: Sequence[Scene]) -> Iterator[Attributed]:
    scene = next((s for s in scenes if s.sentence.start < turn.who.end and turn.who.start < s.sentence.end), None)
    if scene is not None:
        words = [k for k, t in enumerate(scene.tokens) if t.start < turn.who.end and turn.who.start < t.end]
        yield Attributed(
            scene=scene, parts=turn.parts, cue=turn.cue, sort="speech", trust=0.9, by=turn.by, source=turn.who,
            whose=words[0] if words and turn.named else None, told=1,
        )  # fmt: skip
