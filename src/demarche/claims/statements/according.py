"""Sources by phrase: "…, according to Kpler" - the clause that the phrase is joined to is the content."""

from collections.abc import Iterator, Sequence

from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.claims.statements.make import MIN_CONTENT, VERSION, make
from demarche.claims.statements.quotes import Quoted
from demarche.lexicon.speech import SpeechLexicon
from demarche.model import Statement, Stretch


def according(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
    """ "…, according to Kpler": the clause it is joined to is the content."""
    for i in range(len(scene.tokens)):
        if scene.case(i) not in lexicon.sources or scene.tokens[i].head < 0:
            continue
        inside = set(scene.subtree(i))
        content = _clause_around(scene, i, inside)
        phrase = _phrase_before(scene, i)
        if content is None or content.end - content.start < MIN_CONTENT or phrase is None:
            continue
        mention = scene.mention(i)
        own = [t for t in sorted(inside) if scene.tokens[t].start >= phrase.end]
        span = Stretch(mention.start, mention.end) if mention else scene.stretch(own or [i])
        yield make(
            scene,
            content=content,
            quotes=quotes,
            speakers=(party(mention),) if mention else (),
            source=scene.words(span.start, span.end),
            cue=scene.words(phrase.start, phrase.end),
            found_by=f"statements.according/{VERSION}",
            confidence=0.85,
        )


def _clause_around(scene: Scene, i: int, inside: set[int]) -> Stretch | None:
    """The clause that a source phrase is joined to: under the nearest verb of its own above it."""
    top = scene.tokens[i].head
    for above in scene.ancestors(i):
        top = above
        if scene.feature(above, "VerbForm") == "Fin" or scene.children(above, "nsubj", "nsubj:pass"):
            break
    rest = [t for t in scene.subtree(top) if t not in inside]
    while rest and scene.tokens[rest[-1]].upos == "PUNCT":
        rest = rest[:-1]
    while rest and scene.tokens[rest[0]].upos == "PUNCT":
        rest = rest[1:]
    return scene.stretch(rest) if rest else None


def _phrase_before(scene: Scene, i: int) -> Stretch | None:
    """Where the source phrase itself stands: the nearest words before its noun that read so."""
    phrase = scene.case(i)
    lead = scene.document.text[scene.sentence.start : scene.tokens[i].start].lower()
    at = lead.rfind(phrase)
    return Stretch(scene.sentence.start + at, scene.sentence.start + at + len(phrase)) if at >= 0 else None
