"""Places that the network finds by their name and the gazetteer lacks: a village, a castle.

Only a name after *in*, *near*, *the village of* is believed. Its country is that of the place told right behind it
(*a village in Idlib*), else that of nearly all the text's places; where nothing tells, nothing is found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from demarche.lexicon.languages import mapping
from demarche.lexicon.names import folded
from demarche.model import Name, Sentence, Toponym

_BEFORE = re.compile(
    r"\b(?:in|near|outside|around|(?:city|town|village|villages|towns|suburb|port|island|district|province|region|camp)\s+of)"
    r"\s+(?:the\s+|nearby\s+|(?:\w+\s+){0,3}(?:city|town|village|suburb|port|district|area)\s+of\s+)?"
    r"(?:[A-Z][\w'’-]+,?\s+and\s+)?\Z"
)
_BEHIND = re.compile(
    r"(?:,?\s+and\s+[A-Z][\w’'-]+)?(?:,|\s+\()?\s*(?:in\s+)?(?:the\s+)?(?:\w+\s+(?:province\s+)?of\s+)?\Z"
)
REACH = 60
"""Characters before and behind a name that can tell what it is."""


def strangers(
    text: str, sentences: Sequence[Sentence], known: Sequence[Toponym], country: str | None,
    skipped: Sequence[tuple[int, int]],
) -> Iterator[Toponym]:  # fmt: skip
    """The places among the names of a text that no known place touches."""
    taken = [*((p.start, p.end) for p in known), *skipped]
    starts = [p.start for p in known]
    for name in (n for s in sentences for n in s.names if n.kind == "LOC"):
        if any(a < name.end and name.start < b for a, b in taken) or not text[name.start].isupper():
            continue
        if folded(text[name.start : name.end]) in mapping("en", "place_words"):
            continue  # *in the West*, *in the House*
        if not _BEFORE.search(text, max(0, name.start - REACH), name.start):
            continue
        at = bisect_left(starts, name.end)
        behind = _behind(text, name, known[at]) if at < len(known) else None
        if behind or country:
            yield Toponym(
                start=name.start, end=name.end, name=" ".join(text[name.start : name.end].split()),
                country=behind or country, confidence=0.5 if behind else 0.4,
                reason="the words behind it" if behind else "nearly all the text's places lie there",
            )  # fmt: skip


def _behind(text: str, name: Name, place: Toponym) -> str | None:
    gap = text[name.end : place.start]
    return place.country if len(gap) <= REACH and _BEHIND.fullmatch(gap) else None
