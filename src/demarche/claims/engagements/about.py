"""What an engagement was about: the phrases of the text that say so, and the topics that they name.

`Engagement.about` holds the phrases with their places; `topics` holds first the ids of the taxonomy that they name,
then the phrases themselves, so that one list can be searched by topic and read as found (decision 14).
"""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.claims.status.form import negated
from demarche.lexicon.events import event_lexicon
from demarche.lexicon.topics import topics
from demarche.model import Engagement, Words

TOPIC_CASES = frozenset({"about", "regarding", "concerning"})
LOOSE_TOPIC_CASES = frozenset({"on", "over"})
"""Prepositions that give a topic after a noun or a verb of talking ("talks on"), elsewhere a place or time."""
BOTH = frozenset({"they", "both", "sides", "leaders", "ministers", "presidents"})
CONTENT = frozenset({"NOUN", "PROPN"})
"""A phrase without any such word ("their", "how", "it all") names no topic."""
LONGEST = 160
"""Characters: a longer phrase is no topic any more, but the rest of the sentence."""
LATER = 2
"""Sentences after an engagement's own in which "they discussed …" may go on with it."""


def about(scene: Scene, trigger: Trigger) -> tuple[Words, ...]:
    """The phrases of an engagement's own sentence that say what it was about."""
    found = list(_before_noun(scene, trigger)) if trigger.noun else []
    for top in dict.fromkeys((trigger.token, trigger.anchor)):
        found.extend(_told_by(scene, top))
    return _kept(found)


def _kept(found: Sequence[Words | None]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(w for w in found if w is not None and 2 < len(w.quote) <= LONGEST))


def _told_by(scene: Scene, top: int) -> Iterator[Words | None]:
    """The topics that hang on a verb or noun, or on a verb of discussing beside it."""
    if scene.lemma(top) in topics().discussing:
        yield from (_phrase(scene, c) for c in scene.children(top, "obj"))
    yield from (
        _phrase(scene, c, skip_case=True) for c in scene.children(top, "obl", "nmod") if _is_topic(scene, top, c)
    )
    for c in scene.children(top, "obl"):
        if scene.case(c) == "for" and scene.lemma(c) in event_lexicon().nouns:
            yield from (_phrase(scene, o, skip_case=True) for o in scene.children(c, "nmod") if _is_topic(scene, c, o))
    for c in scene.children(top, "advcl", "acl", "conj", "xcomp"):
        if scene.lemma(c) in topics().discussing:
            yield from (_phrase(scene, o) for o in scene.children(c, "obj"))
            yield from (
                _phrase(scene, o, skip_case=True) for o in scene.children(c, "obl") if scene.case(o) in ("on", "upon")
            )


def _before_noun(scene: Scene, trigger: Trigger) -> Iterator[Words | None]:
    """ "*Grain* talks", "*ceasefire* negotiations": what stands before the event noun, if it names a topic."""
    for c in scene.children(trigger.token, "compound", "amod"):
        if c > trigger.token or scene.mention(c) is not None:
            continue
        words = scene.words(scene.tokens[c].start, scene.tokens[trigger.token].end)
        if topics().named_in(words.quote):
            yield words


def _is_topic(scene: Scene, top: int, c: int) -> bool:
    """Does a phrase tell what was talked about, and not when, where or by which medium?"""
    case = scene.case(c)
    loose = scene.tokens[top].upos == "NOUN" or scene.lemma(top) in topics().talking
    if case not in TOPIC_CASES and not (case in LOOSE_TOPIC_CASES and loose):
        return False
    return scene.lower(c) not in event_lexicon().media and not scene.times_in(scene.subtree(c))


def _phrase(scene: Scene, i: int, skip_case: bool = False) -> Words | None:
    """The words of a phrase, its preposition and article left out."""
    tokens = scene.subtree(i)
    leave = {c for c in scene.children(i, "case", "det") if c < i} if skip_case else set(scene.children(i, "det"))
    leave |= set(scene.children(i, "punct", "cc"))
    while tokens and tokens[0] in leave:
        tokens = tokens[1:]
    while tokens and scene.tokens[tokens[-1]].upos == "PUNCT":
        tokens = tokens[:-1]
    if not any(scene.tokens[t].upos in CONTENT for t in tokens):
        return None
    span = scene.stretch(tokens)
    return scene.words(span.start, span.end)


def named(found: Sequence[Words]) -> tuple[str, ...]:
    """The topics of some phrases: ids of the taxonomy, then the phrases as they stand, white space aside."""
    phrases = [" ".join(w.quote.split()) for w in found]
    return tuple(dict.fromkeys([t for p in phrases for t in topics().named_in(p)] + phrases))


def carried_on(found: Sequence[Engagement], scenes: Sequence[Scene]) -> Iterator[Engagement]:
    """The engagements of a text, with what the sentences right after theirs say they discussed."""
    places = {scene.sentence.start: n for n, scene in enumerate(scenes)}
    told = {e.sentence.start for e in found if e.sentence}
    last = {e.sentence.start: e for e in found if e.sentence}
    for e in found:
        if e.sentence is None or last[e.sentence.start] is not e or e.evidence_kind != "text":
            yield e
            continue
        n = places[e.sentence.start]
        more = _kept([w for scene in _following(scenes, n, told) for w in _discussed(scene, e)])
        whole = (*e.about, *(w for w in more if w not in e.about))
        yield msgspec.structs.replace(e, about=whole, topics=named(whole)) if more else e


def _following(scenes: Sequence[Scene], n: int, told: set[int]) -> Iterator[Scene]:
    """The next sentences, up to one that tells of an engagement of its own."""
    for scene in scenes[n + 1 : n + 1 + LATER]:
        if scene.sentence.start in told:
            return
        yield scene


def _discussed(scene: Scene, e: Engagement) -> Iterator[Words | None]:
    """What a sentence says was discussed, if those who discuss are the engagement's own people, or it itself."""
    for v, token in enumerate(scene.tokens):
        if token.upos == "VERB" and scene.lemma(v) in topics().discussing | topics().talking and _of_them(scene, v, e):
            yield from _told_by(scene, v)


def _of_them(scene: Scene, v: int, e: Engagement) -> bool:
    subjects = scene.children(v, "nsubj", "nsubj:pass")
    if not subjects or negated(scene, v):
        return False
    who = subjects[0]
    mention = scene.mention(who)
    if mention is None:
        return scene.lemma(who) in event_lexicon().nouns or scene.lower(who) in BOTH
    sides = {p.side for p in e.participants}
    return mention.plural or any(
        (m.country or m.organisation or m.actor or m.name) in sides for m in scene.meant(mention)
    )
