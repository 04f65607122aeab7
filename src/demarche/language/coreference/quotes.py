"""*I*, *we*, *my* inside a quotation: whoever the words around it say speaks."""

import re
from collections.abc import Iterator
from functools import cache

from demarche.language.coreference.people import is_person
from demarche.language.coreference.story import Link, Story, Where
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Stretch

_MARK = re.compile(r"(?P<open>[“„«]|``|(?<!\w)\"(?=[\w\[…$£€‘']))|(?P<close>[”»\"]|'')|(?P<gap>\n[ \t]*\n)")
_TRUSTED = 0.5
"""How often a verb must attribute words to count as one of saying."""


def quotations(text: str) -> Iterator[Stretch]:
    """The stretches between quotation marks; one left open ends with its paragraph."""
    start: int | None = None
    for mark in _MARK.finditer(text):
        if mark.lastgroup == "open":
            start = mark.start() if start is None else start
        elif start is not None:
            yield Stretch(start, mark.end())
            start = None
    if start is not None:
        yield Stretch(start, len(text))


def speaker(story: Story, at: Where) -> Mention | None:
    """Who says what stands in quotation marks at a place, where a verb beside the quotation tells."""
    start = story.sentences[at.sentence].tokens[at.token].start
    quote = story.quote(start)
    if quote is None:
        return None
    for n in _around(story, at.sentence, quote):
        clauses = story.sentences[n]
        for v, token in enumerate(clauses.tokens):
            if quote.start <= token.start < quote.end or not clauses.speaks(v, speech_verbs()):
                continue
            found = [m for m in story.named(n, clauses.subject(v)) if not quote.holds(Stretch(m.start, m.end))]
            if len(found) == 1 and is_person(found[0]):
                return found[0]
    return None


def _around(story: Story, n: int, quote: Stretch) -> list[int]:
    """The sentences that a quotation touches, this one first."""
    near = range(max(0, n - 6), min(len(story.sentences), n + 7))
    inside = [k for k in near if story.sentences[k].tokens and _touches(story, k, quote)]
    return sorted(inside, key=lambda k: abs(k - n))


def _touches(story: Story, k: int, quote: Stretch) -> bool:
    tokens = story.sentences[k].tokens
    return tokens[0].start <= quote.end and quote.start <= tokens[-1].end


def first_person(story: Story, at: Where) -> Link | None:
    """Whom *I*, *my* and *we* mean."""
    found = speaker(story, at)
    several = story.sentences[at.sentence].low[at.token] in ("we", "us", "our", "ours", "ourselves")
    return Link((found,), "speaker of the quote", 0.6 if several else 0.85) if found else None


@cache
def speech_verbs() -> frozenset[str]:
    """The lemmas of the verbs that say whose words stand beside them."""
    return frozenset(v.lemma for v in speech_lexicon().verbs.values() if v.sort == "speech" and v.trust >= _TRUSTED)
