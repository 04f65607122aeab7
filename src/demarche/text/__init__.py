"""Bytes into text, and text into other text with the way home to every character."""

from demarche.text.decoding import Decoded, decoded
from demarche.text.normal import blanks, composed_letters, line_ends, normalised, printable, visible
from demarche.text.rewriting import Change, Edit, Rewritten, composed, rewrite, same, substituted

__all__ = [
    "Change", "Decoded", "Edit", "Rewritten", "blanks", "composed", "composed_letters", "decoded", "line_ends",
    "normalised", "printable", "rewrite", "same", "substituted", "visible",
]  # fmt: skip
