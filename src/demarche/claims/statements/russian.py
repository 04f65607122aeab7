"""Russian sentences -> statements: *сообщил, что …*, *заявил: «…»*, *«…», — отметил …*, *по словам …*."""

import re
from collections.abc import Iterator, Sequence

from demarche.claims.engagements.russian.actors import Actor, actors, people, with_joined
from demarche.claims.engagements.russian.subjects import subjects
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.claims.statements.make import make
from demarche.claims.statements.quotes import Quoted, quoted
from demarche.lexicon.engagement_words import engagement_words
from demarche.model import Claim, Document, Parsed, Statement, Stretch

FOUND_BY = "statements.russian/1"
REACH = 14
"""Words after a verb of saying within which its *что* stands."""
FEWEST = 3
"""Words of a quotation; fewer between marks are a name."""
_AFTER_QUOTE = re.compile(r"[»”\"]?\s*[,.!?]?\s*[–—-]\s*(?:\w+\s+){0,2}\Z")
_BEFORE_QUOTE = re.compile(r"[^.;»]{0,120}:\s*[«“\"]\Z")


def russian_statements(document: Document, parsed: Parsed, scenes: Sequence[Scene]) -> Iterator[Claim]:
    """What a Russian text reports as said; a text in another language has none."""
    if not parsed.backend.startswith("natasha/"):
        return
    marks = [q for q in quoted(document) if len(document.text[q.inner.start : q.inner.end].split()) >= FEWEST]
    for scene in scenes:
        near = [q for q in marks if q.inner.start < scene.sentence.end and scene.sentence.start < q.inner.end]
        yield from _of_sentence(scene, near, document.text)


def _of_sentence(scene: Scene, near: Sequence[Quoted], text: str) -> Iterator[Statement]:
    everybody = people(actors(scene))
    verbs = [i for i, t in enumerate(scene.tokens) if t.upos == "VERB" and scene.lemma(i) in _speech()]
    for v in verbs:
        speakers = [a for a in subjects(scene, v, everybody, v) if a.mention.kind != "place"]
        content = _clause(scene, v, verbs) or _quotation(scene, v, near, text)
        if speakers and content and not _inside(scene, v, near):
            yield _made(scene, v, v, speakers, content, near)
    yield from _by_words_of(scene, everybody, near)


def _speech() -> frozenset[str]:
    return engagement_words("ru").cues.speech


def _clause(scene: Scene, v: int, verbs: Sequence[int]) -> Stretch | None:
    """What follows *, что*, up to the next verb of saying or the end of the sentence."""
    for k in range(v + 1, min(v + REACH, len(scene.tokens))):
        if scene.lower(k) == "что" and scene.lower(k - 1) == ",":
            return _trimmed(scene, k + 1, _next(scene, k, verbs))
        if scene.tokens[k].upos == "VERB" and scene.feature(k, "VerbForm") == "Fin":
            return None
    return None


def _next(scene: Scene, k: int, verbs: Sequence[int]) -> int:
    """*сообщил, что …, и добавил, что …*: where the second verb's part begins."""
    later = [
        v for v in verbs if v > k and any(scene.lower(j) == "что" for j in range(v + 1, min(v + 3, len(scene.tokens))))
    ]
    return later[0] if later else len(scene.tokens)


def _trimmed(scene: Scene, first: int, end: int) -> Stretch | None:
    """The words without marks, *и* and *а* at their end."""
    while end > first and (scene.tokens[end - 1].upos == "PUNCT" or scene.lower(end - 1) in ("и", "а", "также")):
        end -= 1
    return scene.stretch([first, end - 1]) if end > first else None


def _quotation(scene: Scene, v: int, near: Sequence[Quoted], text: str) -> Stretch | None:
    """The quotation that a verb of saying introduces by a colon, or follows after a dash."""
    start, end = scene.tokens[v].start, scene.tokens[v].end
    for q in near:
        if q.inner.start > end and _BEFORE_QUOTE.match(text, end, q.inner.start):
            return q.inner
        if q.inner.end < start and _AFTER_QUOTE.match(text, q.inner.end, start):
            return q.inner
    return None


def _inside(scene: Scene, v: int, near: Sequence[Quoted]) -> bool:
    """Does the verb itself stand between marks? Then another says it."""
    return any(q.inner.start <= scene.tokens[v].start < q.inner.end for q in near)


def _by_words_of(scene: Scene, everybody: Sequence[Actor], near: Sequence[Quoted]) -> Iterator[Statement]:
    """*По словам Дмитрия Пескова, встреча не планируется.*"""
    for k in range(len(scene.tokens) - 2):
        if (scene.lower(k), scene.lower(k + 1)) != ("по", "словам"):
            continue
        source = next((a for a in everybody if a.first == k + 2), None)
        after = source.last + 1 if source else len(scene.tokens)
        if source and after < len(scene.tokens) and scene.lower(after) == "," and k == 0:
            content = _trimmed(scene, after + 1, len(scene.tokens))
            if content:
                yield _made(scene, k, k + 1, list(with_joined(scene, source, everybody)), content, near)


def _made(
    scene: Scene, first: int, last: int, speakers: Sequence[Actor], content: Stretch, near: Sequence[Quoted]
) -> Statement:
    said = speakers[0].mention
    cue = scene.stretch([first, last])
    return make(
        scene,
        content=content,
        quotes=near,
        speakers=tuple(party(a.mention) for a in speakers),
        source=scene.words(said.start, said.end),
        cue=scene.words(cue.start, cue.end),
        found_by=FOUND_BY,
        confidence=0.8,
    )
