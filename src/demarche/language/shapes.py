"""The case and digit shape of a word, as a small number: what an uncased encoder would otherwise lose."""

from functools import lru_cache

SHAPES = ("none", "lower", "title", "capital", "upper", "mixed", "digits", "alphanumeric", "mark", "dotted")
NONE, LOWER, TITLE, CAPITAL, UPPER, MIXED, DIGITS, ALPHANUMERIC, MARK, DOTTED = range(len(SHAPES))


@lru_cache(maxsize=100_000)
def shape(word: str) -> int:
    """The shape of a word; the order of `SHAPES` is part of the trained model and must not change."""
    letters = [c for c in word if c.isalpha()]
    if any(c.isdigit() for c in word):
        return ALPHANUMERIC if letters else DIGITS
    if not letters:
        return MARK
    if "." in word and letters[0].isupper():
        return DOTTED
    return _case(letters)


def _case(letters: list[str]) -> int:
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return LOWER
    if capitals == len(letters):
        return CAPITAL if capitals == 1 else UPPER
    return TITLE if capitals == 1 and letters[0].isupper() else MIXED
