"""Sentences -> statements: who said what, directly, indirectly or both."""

from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.according import according
from demarche.claims.statements.content import Said, said
from demarche.claims.statements.make import MIN_CONTENT, VERSION, make
from demarche.claims.statements.quotes import Quoted
from demarche.claims.statements.speakers import addressees, date, speakers, venue
from demarche.lexicon.speech import SpeechLexicon, SpeechVerb
from demarche.model import Statement, Stretch, Token, Words


def statements(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
    """The statements that one sentence reports."""
    for i, token in enumerate(scene.tokens):
        verb = lexicon.verbs.get(scene.lemma(i)) if token.upos in ("VERB", "AUX") else None
        if verb and _is_cue(scene, i, verb) and not any(_inside(token, q) for q in quotes):
            found = said(scene, i, verb)
            if found and found.content.end - found.content.start >= MIN_CONTENT:
                yield from _statement(scene, found, quotes, lexicon)
    yield from according(scene, quotes, lexicon)


def _inside(token: Token, quote: Quoted) -> bool:
    """What somebody is quoted as saying of others' words is his statement, not theirs."""
    return quote.inner.start <= token.start and token.end <= quote.inner.end


def _is_cue(scene: Scene, i: int, verb: SpeechVerb) -> bool:
    particles = [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod") if c == i + 1]
    return verb.particle is None or verb.particle in particles


def _statement(scene: Scene, found: Said, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
    who, source = speakers(scene, found.cue)
    if not who and source is None:
        return
    cue = scene.tokens[found.cue]
    spoken = scene.words(cue.start, cue.end)
    content = _without(scene, _without(scene, found.content, source), spoken)
    if content.end - content.start < MIN_CONTENT:
        return
    yield make(
        scene,
        content=content,
        quotes=quotes,
        speakers=who,
        source=source,
        cue=spoken,
        venue=venue(scene, lexicon),
        found_by=f"statements.{found.by}/{VERSION}",
        confidence=found.verb.trust * (1.0 if who else 0.7),
        addressees=addressees(scene, found.cue),
        date=date(scene, found.cue),
    )


def _without(scene: Scene, content: Stretch, source: Words | None) -> Stretch:
    """The content cut where its source or cue begins or ends, when the parser put them into one clause."""
    if source is None or source.end <= content.start or content.end <= source.start:
        return content
    before, after = (content.start, source.start), (source.end, content.end)
    start, end = before if before[1] - before[0] >= after[1] - after[0] else after
    while start < end and not scene.document.text[start].isalnum():
        start += 1
    while end > start and not scene.document.text[end - 1].isalnum():
        end -= 1
    return Stretch(start, end) if start < end else content
