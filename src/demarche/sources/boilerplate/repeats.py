"""Lines that a publisher puts on page after page -> marked in each of its documents.

Two readings over the same documents: first `add` each, then ask `marked`. The answer does not depend on their order.
A sentence that official readouts share ("The two leaders agreed to stay in contact.") is no boilerplate; so a line
with its stop counts only where a third of ten or more documents have it. Versions of one article share most of their
lines: of such, one counts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from demarche.model import Boilerplate, Document
from demarche.sources.boilerplate.marks import has_stop, lines, merged

Lines = frozenset[str]

_FEWEST = 3
_SENTENCE_SHARE = 1 / 3
_SENTENCE_FEWEST = 10
_COMPARED = 20
_SHORT = range(2, 31)
"""Words a line of a site may have; one word alone is too often a speaker's answer."""


class Repeats:
    """The lines of many documents, by publisher."""

    def __init__(self) -> None:
        self._texts: dict[str, set[Lines]] = defaultdict(set)
        self._found: dict[str, Lines] = {}

    def add(self, document: Document) -> None:
        """Take a document's lines into account."""
        if document.publisher:
            held = frozenset(x.words for x in lines(document.text) if len(x.words.split()) in _SHORT)
            self._texts[document.publisher].add(held)
            self._found.pop(document.publisher, None)

    def marked(self, document: Document) -> Document:
        """The document with the lines of its publisher's site marked."""
        shared = self._shared(document.publisher or "")
        found = [Boilerplate(x.start, x.end, "repeated") for x in lines(document.text) if x.words in shared]
        if not found:
            return document
        return msgspec.structs.replace(document, boilerplate=merged((*document.boilerplate, *found)))

    def _shared(self, publisher: str) -> Lines:
        if publisher not in self._found:
            self._found[publisher] = _site_lines(self._texts.get(publisher, ()))
        return self._found[publisher]


def _site_lines(texts: Iterable[Lines]) -> Lines:
    held = sorted(texts, key=sorted)
    counts = Counter(line for text in held for line in text)
    often = len(held) * _SENTENCE_SHARE if len(held) >= _SENTENCE_FEWEST else len(held) + 1
    return frozenset(
        line
        for line, n in counts.items()
        if n >= (often if has_stop(line) else _FEWEST) and _in_different_texts(line, held)
    )


def _in_different_texts(line: str, held: list[Lines]) -> bool:
    """Do three texts have the line that share less than half of their lines otherwise?"""
    apart: list[Lines] = []
    for text in [t for t in held if line in t][:_COMPARED]:
        if all(2 * len(text & other) <= len(text | other) for other in apart):
            apart.append(text)
    return len(apart) >= _FEWEST
