"""Sentences -> statements: who said what, directly, indirectly or both."""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.parties import date_of, party
from demarche.claims.scene import Scene
from demarche.claims.statements.quotes import Quoted
from demarche.lexicon.speech import SpeechLexicon, SpeechVerb, speech_lexicon
from demarche.model import Participant, Statement, Stretch, Time, Token, When, Words
from demarche.model.values import StatementKind

VERSION = "1"
MIN_CONTENT = 8
"""Characters: less than this is no statement ("said so")."""
DIRECT_SHARE = 0.9
"""Share of the content inside quotation marks from which a statement counts as direct."""


class _Said(msgspec.Struct, frozen=True):
    """A cue with its content, before speakers are looked up."""

    cue: int
    content: Stretch
    verb: SpeechVerb | None
    by: str


def statements(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
    """The statements that one sentence reports."""
    for i, token in enumerate(scene.tokens):
        verb = lexicon.verbs.get(scene.lemma(i)) if token.upos in ("VERB", "AUX") else None
        if verb and _is_cue(scene, i, verb) and not any(_inside(token, q) for q in quotes):
            said = _said(scene, i, verb)
            if said and said.content.end - said.content.start >= MIN_CONTENT:
                yield from _statement(scene, said, quotes, lexicon)
    yield from _according(scene, quotes, lexicon)


def _inside(token: Token, quote: Quoted) -> bool:
    """What somebody is quoted as saying of others' words is his statement, not theirs."""
    return quote.inner.start <= token.start and token.end <= quote.inner.end


def _is_cue(scene: Scene, i: int, verb: SpeechVerb) -> bool:
    particles = [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod") if c == i + 1]
    return verb.particle is None or verb.particle in particles


def _said(scene: Scene, i: int, verb: SpeechVerb) -> _Said | None:
    """What a cue's frame gives as content: a clause, an infinitive, an object, or the sentence that it interrupts."""
    clause = next(iter(scene.children(i, "ccomp")), None)
    if clause is not None and "clause" in verb.frames:
        return _Said(i, _with_sequel(scene, i, clause), verb, "clause")
    if scene.tokens[i].deprel == "parataxis" and "clause" in verb.frames and verb.sort == "speech":
        return _Said(i, _around(scene, i), verb, "parataxis")
    infinitive = next((c for c in scene.children(i, "xcomp") if scene.feature(c, "VerbForm") == "Inf"), None)
    if infinitive is not None and "infinitive" in verb.frames:
        return _Said(i, _content(scene, infinitive, leave=i), verb, "infinitive")
    thing = next(iter(scene.children(i, "obj")), None)
    if thing is not None and "object" in verb.frames and not _is_somebody(scene, thing):
        return _Said(i, _content(scene, thing, leave=i), verb, "object")
    interrupted = next(iter(scene.children(i, "parataxis")), None)
    if interrupted is not None and "clause" in verb.frames and verb.sort == "speech":
        return _Said(i, _content(scene, interrupted, leave=i), verb, "clause")
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


def _statement(scene: Scene, said: _Said, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
    speakers, source = _speakers(scene, said.cue)
    if not speakers and source is None:
        return
    cue = scene.tokens[said.cue]
    yield make(
        scene,
        content=said.content,
        quotes=quotes,
        speakers=speakers,
        source=source,
        cue=scene.words(cue.start, cue.end),
        venue=_venue(scene, lexicon),
        found_by=f"statements.{said.by}/{VERSION}",
        confidence=(said.verb.trust if said.verb else 0.8) * (1.0 if speakers else 0.7),
        addressees=_addressees(scene, said.cue),
        date=_date(scene, said.cue),
    )


def make(
    scene: Scene,
    *,
    content: Stretch,
    quotes: Sequence[Quoted],
    speakers: tuple[Participant, ...],
    source: Words | None,
    cue: Words | None,
    found_by: str,
    confidence: float,
    venue: str | None = None,
    addressees: tuple[Participant, ...] = (),
    date: When | None = None,
) -> Statement:
    """A statement over a content, its kind told by how much of it stands between marks."""
    kind, content = _kind(content, quotes)
    text = scene.document.text
    parts = [Stretch(w.start, w.end) for w in (cue, source) if w] + [content]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    return Statement(
        document=scene.document.id,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=found_by,
        confidence=round(confidence, 3),
        kind=kind,
        content=scene.words(content.start, content.end),
        speakers=speakers,
        cue=cue,
        source=source,
        addressees=addressees,
        venue=venue,
        date=date,
    )


def _kind(content: Stretch, quotes: Sequence[Quoted]) -> tuple[StatementKind, Stretch]:
    """How much of a content is quoted; a direct one is widened or cut to the marks."""
    for q in quotes:
        shared = min(q.inner.end, content.end) - max(q.inner.start, content.start)
        if shared <= 0:
            continue
        if shared >= DIRECT_SHARE * (content.end - content.start):
            return "direct", q.inner
        return "mixed", content
    return "indirect", content


def _speakers(scene: Scene, cue: int) -> tuple[tuple[Participant, ...], Words | None]:
    """Whoever says it, and the words that name them; unknown rather than wrong."""
    heads = scene.children(cue, "nsubj") or scene.children(cue, "obl:agent") or _shared_subject(scene, cue)
    found: list[Participant] = []
    for i in heads:
        for j in scene.conjuncts(i):
            mention = scene.mention(j)
            if mention and mention.kind != "place":
                found.append(party(mention))
    if not heads:
        return (), None
    top = heads[0]
    mention = scene.mention(top)
    tokens = [t for t in scene.subtree(top) if scene.tokens[t].upos != "PUNCT" or t > top]
    span = Stretch(mention.start, mention.end) if mention and len(found) == 1 else scene.stretch(tokens[:12] or [top])
    if not found and scene.tokens[top].upos not in ("PROPN", "NOUN"):
        return (), None
    return tuple(found), scene.words(span.start, span.end)


def _shared_subject(scene: Scene, i: int) -> list[int]:
    """The subject of the verb that a cue is joined to or hangs on ("…, adding that")."""
    relation, head = scene.tokens[i].deprel, scene.tokens[i].head
    if head < 0 or relation not in ("conj", "advcl", "xcomp"):
        return []
    return scene.children(head, "nsubj") or _shared_subject(scene, head)


def _addressees(scene: Scene, cue: int) -> tuple[Participant, ...]:
    """Those spoken to: "*told* Lavrov that", "said *to* the ministers"."""
    verb = scene.lemma(cue)
    direct = scene.children(cue, "iobj") + (scene.children(cue, "obj") if verb in ("tell", "inform", "assure") else [])
    indirect = [c for c in scene.children(cue, "obl") if scene.case(c) == "to"]
    found = [m for c in direct + indirect if (m := scene.mention(c)) and m.kind != "place"]
    return tuple(party(m) for m in found)


def _date(scene: Scene, cue: int) -> When | None:
    below = [t for c in scene.children(cue, "obl", "advmod", "nmod") for t in scene.subtree(c)]
    dated: list[Time] = [t for t in scene.times_in(below) if t.first]
    if not dated:
        return None
    return date_of(scene, dated[0])


def _venue(scene: Scene, lexicon: SpeechLexicon) -> str | None:
    sentence = scene.document.text[scene.sentence.start : scene.sentence.end].lower()
    return next((venue for phrase, venue in lexicon.venues.items() if phrase in sentence), None)


def _according(scene: Scene, quotes: Sequence[Quoted], lexicon: SpeechLexicon) -> Iterator[Statement]:
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
