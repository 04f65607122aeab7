"""Silence as a claim about a text: "the Indian readout *did not mention Ukraine*", "there was *no word on prisoners*".

An omission is an `Assertion` with `about` omission: `whose` text it is and `what` it leaves out, by the words of
whoever says so. It is that reporter's claim, to be held beside the text itself; nothing is concluded from silence here.
"""

from collections.abc import Iterator, Sequence

from demarche.claims.actors import actors
from demarche.claims.attribution import reported_by
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.claims.statements.speakers import owners
from demarche.lexicon.omissions import Omissions, omissions
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Assertion, Document, Parsed, Participant, Stretch

FOUND_BY = "statements.omissions/1"
NOT = frozenset({"not", "n't", "never", "n’t", "nowhere"})


SILENT = ("VERB", "NOUN", "ADJ")
"""The classes of words that can say that something is left out."""


def silences(document: Document, parsed: Parsed, scenes: Sequence[Scene]) -> Iterator[Assertion]:
    """What an English text says that other texts, or those who spoke, leave out."""
    if parsed.backend.startswith("natasha/"):
        return
    for scene in scenes:
        for i in scene.tagged(*SILENT):
            text, what = _silence(scene, i, omissions())
            if text is not None and what:
                yield from _made(scene, i, text, what)


def _silence(scene: Scene, i: int, words: Omissions) -> tuple[int | None, list[int]]:
    """The word for the silent text or speaker, and the words for what it leaves out."""
    lemma, upos = scene.lemma(i), scene.tokens[i].upos
    if upos == "VERB" and lemma in words.denied and _is_denied(scene, i, words):
        return _of_verb(scene, i, words)
    if upos == "VERB" and _is_silent(scene, i, words):
        return _subject(scene, i), _things(scene, i, words)
    if upos == "NOUN" and lemma in words.nouns and any(scene.lower(c) == "no" for c in scene.children(i, "det")):
        return _of_noun(scene, i, words)
    if upos == "ADJ" and lemma in words.adjectives:
        return _subject(scene, i), _opened(scene, i, words)
    if upos in ("ADJ", "VERB") and lemma in words.absent:
        return _in_text(scene, i), _own(scene, i)
    return None, []


def _is_denied(scene: Scene, i: int, words: Omissions) -> bool:
    if any(scene.lower(c) in NOT for c in scene.children(i, "advmod")):
        return True
    head = scene.tokens[i].head
    without = any(scene.lower(c) == "without" for c in scene.children(i, "mark", "case"))
    return without or (head >= 0 and scene.tokens[i].deprel == "xcomp" and scene.lemma(head) in words.failing)


def _is_silent(scene: Scene, i: int, words: Omissions) -> bool:
    if scene.lemma(i) in words.silent:
        return True
    if scene.lemma(i) not in words.with_particle:
        return False
    particles = [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod") if c > i]
    return any(f"{scene.lemma(i)}+{p}" in words.silent for p in particles)


def _of_verb(scene: Scene, i: int, words: Omissions) -> tuple[int | None, list[int]]:
    """ "It did not mention X", "X was not mentioned in the readout"."""
    passive = scene.children(i, "nsubj:pass")
    if passive:
        return _in_text(scene, i), scene.subtree(passive[0])
    return _subject(scene, i), _things(scene, i, words)


def _of_noun(scene: Scene, i: int, words: Omissions) -> tuple[int | None, list[int]]:
    """ "Made no mention of X", "there was no mention of X in the readout"."""
    head = scene.tokens[i].head
    maker = _subject(scene, head) if head >= 0 and scene.tokens[i].deprel == "obj" else None
    text = maker if maker is not None else _in_text(scene, i)
    if text is None and head >= 0:
        text = _in_text(scene, head)
    return text, [t for t in _opened(scene, i, words) if text is None or t not in scene.subtree(text)]


def _subject(scene: Scene, i: int) -> int | None:
    """Who or what is silent: a text, or somebody who spoke."""
    for verb in (i, *scene.ancestors(i)):
        for c in scene.children(verb, "nsubj"):
            return c if scene.lemma(c) in speech_lexicon().texts or scene.mention(c) is not None else None
        if scene.tokens[verb].deprel not in ("xcomp", "conj", "advcl", "obj"):
            return None
    return None


def _in_text(scene: Scene, i: int) -> int | None:
    """The text in which something is not: "in *the readout*"."""
    under = (c for c in scene.children(i, "obl", "nmod") if scene.case(c) in ("in", "from"))
    return next((c for c in under if scene.lemma(c) in speech_lexicon().texts), None)


def _own(scene: Scene, i: int) -> list[int]:
    subjects = scene.children(i, "nsubj", "nsubj:pass")
    return scene.subtree(subjects[0]) if subjects else []


def _things(scene: Scene, i: int, words: Omissions) -> list[int]:
    """What is left out, as object, clause or behind a preposition."""
    own = [c for c in scene.children(i, "obj", "ccomp") if c > i]
    return scene.subtree(own[0]) if own else _opened(scene, i, words)


def _opened(scene: Scene, i: int, words: Omissions) -> list[int]:
    for c in scene.children(i, "nmod", "obl", "ccomp", "acl"):
        first = min(scene.subtree(c))
        if c > i and scene.lower(first) in words.openers:
            return [t for t in scene.subtree(c) if t > first]
    return []


def _made(scene: Scene, i: int, text: int, what: list[int]) -> Iterator[Assertion]:
    left_out = scene.stretch([t for t in what if scene.tokens[t].upos != "PUNCT"] or what)
    silent = scene.stretch([t for t in scene.subtree(text) if t not in what] or [text])
    first = min([i, *scene.children(i, "det")])
    start = min(left_out.start, silent.start, scene.tokens[first].start)
    end = max(left_out.end, silent.end, scene.tokens[i].end)
    yield Assertion(
        document=scene.document.id,
        start=start,
        end=end,
        quote=scene.document.text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=FOUND_BY,
        confidence=0.8,
        attributed_to=reported_by(scene, i),
        about="omission",
        whose=_whose(scene, text),
        what=scene.words(left_out.start, left_out.end),
    )


def _whose(scene: Scene, text: int) -> Participant | None:
    """Who speaks by that text, where one party does."""
    if scene.lemma(text) in speech_lexicon().texts:
        found = owners(scene, text)
    else:
        found = [m for _, m in actors(scene, text, private=True)]
    return party(found[0]) if len(found) == 1 else None
