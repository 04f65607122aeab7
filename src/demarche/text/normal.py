"""Text with the web's typing habits evened out, as rewritings: for comparing and reading, never for the record.

`Document.text` keeps what was received. Who needs a cleaner copy takes one here and brings its offsets home.
"""

import re
import unicodedata
from collections.abc import Callable

from demarche.text.rewriting import Edit, Rewritten, rewrite, same, substituted

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_JOINERS = re.compile(r"(?<=[A-Za-z\u00c0-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[A-Za-z\u00c0-\u024f])")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BLANKS = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_MARKED = re.compile(r"[^\W\d_][\u0300-\u036f]+|[\u212a\u212b]")


def line_ends(text: str) -> Rewritten:
    """Every line end as a line feed."""
    return substituted(text, _LINE_ENDS, "\n")


def visible(text: str) -> Rewritten:
    """Without soft hyphens, zero-width characters, direction marks and stray byte-order marks.

    The joiners of Persian and Indic scripts and of emoji carry meaning; they go only beside Latin letters.
    """
    return substituted(text, _INVISIBLE, "").then(lambda t: substituted(t, _JOINERS, ""))


def printable(text: str) -> Rewritten:
    """Without control characters; tabs and line ends stay."""
    return substituted(text, _CONTROLS, "")


def blanks(text: str) -> Rewritten:
    """Every kind of blank as a plain one, character for character."""
    return substituted(text, _BLANKS, " ")


def composed_letters(text: str) -> Rewritten:
    """A letter and its accents as one character (NFC), and nothing else that NFC would change.

    CJK compatibility ideographs are left alone: NFC replaces them by other characters, which a name may not survive.
    """
    if text.isascii():
        return same(text)
    found = ((m, unicodedata.normalize("NFC", m.group())) for m in _MARKED.finditer(text))
    return rewrite(text, (Edit(m.start(), m.end(), new) for m, new in found if new != m.group()))


STEPS: tuple[Callable[[str], Rewritten], ...] = (line_ends, visible, printable, blanks, composed_letters)


def normalised(text: str) -> Rewritten:
    """All of these, in one rewriting."""
    done = same(text)
    for step in STEPS:
        done = done.then(step)
    return done
