"""How news text departs from edited prose, made by rule: headlines, capitals, lost stops, other quotation marks."""

from dataclasses import replace
from random import Random

from corpora import Example

_SMALL = frozenset(
    ["a", "an", "the", "and", "but", "or", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "over"]
)
_CURLY = {
    "'": "’",
    '"': "”",
    "n't": "n’t",
    "'s": "’s",
    "'re": "’re",
    "'ve": "’ve",
    "'ll": "’ll",
    "'d": "’d",
    "'m": "’m",
}


def varied(example: Example, random: Random) -> Example:
    """The sentence as it is, or, one time in five, in another dress."""
    example = _marks(example, random)
    dice = random.random()
    if dice < 0.04:
        return replace(example, words=tuple(w.lower() for w in example.words))
    if dice < 0.09:
        return _headline(_without_stop(example))
    if dice < 0.12:
        return replace(example, words=tuple(w.upper() for w in example.words))
    if dice < 0.17:
        return _without_stop(example)
    return example


def _headline(example: Example) -> Example:
    words = (w if w.lower() in _SMALL and k else w[:1].upper() + w[1:] for k, w in enumerate(example.words))
    return replace(example, words=tuple(words))


def _without_stop(example: Example) -> Example:
    """Drop the last stop, unless something hangs on it."""
    last = len(example.words)
    if last < 3 or example.words[-1] != "." or (example.heads and last in example.heads):
        return example
    cut = {
        field: value[:-1]
        for field in ("words", "upos", "feats", "heads", "deprels", "names")
        if (value := getattr(example, field)) is not None
    }
    return replace(example, **cut)


def _marks(example: Example, random: Random) -> Example:
    """Typewriter apostrophes and quotation marks bent, as publishers print them."""
    if random.random() > 0.3:
        return example
    return replace(example, words=tuple(_CURLY.get(w, w) for w in example.words))
