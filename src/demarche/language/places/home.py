"""The country that a text speaks from: its official's, or the one that its address ends in."""

import re

from demarche.lexicon.gazetteer import Gazetteer
from demarche.model import Document

_HOST = re.compile(r"https?://(?:[^/@]*@)?([^/:?#]+)")
FREE = frozenset({"tv", "io", "co", "me", "ly", "fm", "ai", "cc", "ws", "to", "eu", "news"})
"""Endings that are sold to anybody."""


def home(document: Document, known: Gazetteer) -> str | None:
    """Alpha-3, or None where nothing tells."""
    if document.official_of and len(document.official_of) == 3 and document.official_of.isupper():
        return document.official_of
    host = _HOST.match(document.url or "")
    ending = host[1].lower().rpartition(".")[2] if host else ""
    return None if ending in FREE else known.domains.get(ending)
