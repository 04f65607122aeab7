"""Text as a search compares it: without case and marks, and with every character of CJK scripts a word of its own.

No tokenizer of SQLite finds *王毅* inside a Chinese sentence; its characters set apart and asked for as a phrase do.
"""

import re
import unicodedata

_CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff"
)
_ONE = re.compile(f"([{_CJK}])")
_WORD = re.compile(r"\w+")
PREFIX = 4
"""A word of so many letters also finds longer ones: *zelensky* finds *Zelenskyy*."""


def folded(text: str) -> str:
    """The folded text; it is searched, never shown, and no offset counts in it."""
    if text.isascii():
        return " ".join(text.replace("\x00", "").lower().split())
    composed = unicodedata.normalize("NFKC", text)
    parts = unicodedata.normalize("NFKD", _ONE.sub(r" \1 ", composed))
    dropped = dict.fromkeys(ord(c) for c in set(parts) if unicodedata.combining(c) or c == "\x00")
    return " ".join(unicodedata.normalize("NFC", parts.translate(dropped)).casefold().split())


def phrases(asked: str) -> list[list[str]]:
    """What somebody asks for, as phrases of folded words: each blank divides, a quotation mark holds together."""
    found = []
    for n, part in enumerate(asked.split('"')):
        for piece in [part] if n % 2 else part.split():
            words = _WORD.findall(folded(piece))
            if words:
                found.append(words)
    return found
