"""How many engagements a text speaks of without naming them: *dozens, possibly hundreds of engagements*."""

import re
from functools import cache
from importlib.resources import files

import msgspec


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence, and the words of size in it; null in a negative one."""

    text: str
    size: str | None = None


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`sizes.toml`."""

    quantities: tuple[str, ...]
    hedges: tuple[str, ...]
    nouns: tuple[str, ...]
    positive: tuple[Example, ...]
    negative: tuple[Example, ...]


@cache
def sizes() -> Sizes:
    """The words of size."""
    return msgspec.toml.decode(files("demarche.network").joinpath("sizes.toml").read_bytes(), type=Sizes)


def reported(text: str) -> tuple[int, int] | None:
    """Where the first words of size stand in a text."""
    found = _pattern().search(text)
    return found.span() if found else None


@cache
def _pattern() -> re.Pattern[str]:
    """Some hedge and quantity, once more after a comma or *or*, and what is counted, with a word or two before it."""
    words = sizes()
    hedge, noun = _any(words.hedges), _any(words.nouns)
    amount = rf"(?:(?:{hedge})\s+)?(?:{_any(words.quantities)}|\d{{2,4}})"
    joined = rf"{amount}(?:(?:,|\s+(?:or|if not|and))\s*(?:even\s+)?{amount})*"
    return re.compile(rf"\b{joined}\s+(?:of\s+)?(?:(?!of\b)[\w-]+\s+){{0,2}}?(?:{noun})\b", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    """Any of some words; a star stands for an ending."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in longest)
