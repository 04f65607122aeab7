"""Words as numbers: *met*, *Meeting* and *meeting* compare by stem, *60,000* and *60000* as one figure.

A code is made from the stem alone (CRC-32), so that two processes, or two runs a year apart, agree without sharing a
vocabulary; its highest bit marks figures, the next one stems of up to three letters. Among 300,000 stems some forty
share a code: far below other noise.
"""

import re
from functools import cache
from zlib import crc32

import snowballstemmer

WORD = re.compile(r"\d+(?:[.,]\d+)*|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
FIGURE, SHORT = 1 << 31, 1 << 30
LITTLE = 3
"""Letters up to which a stem is short."""
ROOM = 1 << 17
"""Words whose code is kept."""

_ALGORITHMS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip


class Codes(dict[str, int]):
    """The code of each lower-case word of a language; made once, and forgotten when there are too many."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stemmer = snowballstemmer.stemmer(_ALGORITHMS.get(language, "english"))

    def __missing__(self, word: str) -> int:
        if len(self) >= ROOM:
            self.clear()
        code = code_of(self.stem(word))
        self[word] = code
        return code

    def stem(self, word: str) -> str:
        """The stem of a lower-case word; a figure's digits, an abbreviation's letters."""
        if word[0].isdigit():
            return word.replace(",", "")
        if word[-1] == ".":
            return word.replace(".", "")
        return str(self._stemmer.stemWord(word.replace("’", "'")))


def code_of(stem: str) -> int:
    """The number of a stem."""
    number = crc32(stem.encode("utf-8", "surrogatepass")) & ~(FIGURE | SHORT)
    if any(c.isdigit() for c in stem):
        return number | FIGURE
    return number | SHORT if len(stem) <= LITTLE else number


@cache
def codes(language: str) -> Codes:
    """The codes of a language, shared by everything in this process."""
    return Codes(language)


def coded(text: str, language: str = "en") -> list[int]:
    """The codes of a text's words, in order."""
    of = codes(language)
    return [of[word] for word in WORD.findall(text.lower())]
