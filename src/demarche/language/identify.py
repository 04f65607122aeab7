"""A text -> the language it is in, by its letters (py3langid), told from its first part."""

import re
from functools import cache
from itertools import islice

import py3langid

ENOUGH = 2_000
"""Code points looked at: more changes no answer and costs time."""

TOO_SHORT = 20
"""Fewer letters than this say nothing: the text is taken for what the package reads."""

OF_ENGLISH = ("and", "that", "with", "from")
MANY, THE, OTHERS, ALL = 50, 0.03, 0.02, 0.07
"""Words that suffice, and the least shares of *the*, of these, and of both with *of*, in plain English."""

_RUSSIAN = re.compile("[ыэ]", re.IGNORECASE)
"""Letters that none of its neighbours writes: a short Russian text is easily taken for Bulgarian."""

_KNOWN = [
    "ar",
    "bg",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ka",
    "kk",
    "ko",
    "lt",
    "lv",
    "mk",
    "ms",
    "nl",
    "no",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "sk",
    "sl",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]


def language(text: str) -> str:
    """ISO 639-1 code of the language, "en" where there is too little to tell."""
    sample = text[: 4 * ENOUGH].strip()[:ENOUGH]
    if sum(1 for _ in islice(filter(str.isalpha, sample), TOO_SHORT)) < TOO_SHORT:
        return "en"
    if _is_plain_english(sample):
        return "en"
    _prepare()
    found = str(py3langid.classify(sample)[0])
    return "ru" if found in ("bg", "mk", "sr", "uk") and _RUSSIAN.search(sample) else found


def _is_plain_english(sample: str) -> bool:
    """Do words that only English has stand as thick as they do there? Most texts are spared the classifier."""
    words = sample.lower().split()
    the, others = words.count("the"), sum(map(words.count, OF_ENGLISH))
    told = the + others + words.count("of")
    many = max(len(words), MANY)
    return the >= THE * many and others >= OTHERS * many and told >= ALL * many


@cache
def _prepare() -> None:
    """Only languages that news comes in: among ninety-seven, a list of names is easily Latin."""
    py3langid.set_languages(_KNOWN)
