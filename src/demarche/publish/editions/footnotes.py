"""Stretches of documents -> numbered footnotes that show the exact words inside their sentence.

A footnote is refused if its words are not what stands in the text: nothing reaches a reader without its evidence.
"""

from collections.abc import Iterable, Mapping

from demarche.model import BadValue, Document, Evidence, Stretch
from demarche.publish.editions.nouns import Footnote
from demarche.publish.editions.passages import Lit, passages
from demarche.publish.names import file


class Footnotes:
    """Gives out numbers in the order in which they are asked for; the same words have one number."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._lit: dict[int, list[Lit]] = {}
        self._of: dict[int, Document] = {}

    def cite(
        self, document: str, start: int, end: int, quote: str, sentence: Stretch | None = None,
        fields: Iterable[Evidence] = (),
    ) -> int:  # fmt: skip
        """The number of a footnote for these words; `fields` are further words of that text, shown beside them."""
        text = self._documents[document]
        check(text, start, end, quote)
        key = (document, start, end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            self._of[self._numbers[key]] = text
        number = self._numbers[key]
        lit = self._lit.setdefault(number, [])
        lit.append(Lit(start, end, sentence=sentence))
        for e in fields:
            if e.document == document and (e.start, e.end) != (start, end):
                check(text, e.start, e.end, e.quote)
                lit.append(Lit(e.start, e.end, field=e.field))
        return number

    def all(self) -> tuple[Footnote, ...]:
        """Every footnote, in the order of the numbers."""
        return tuple(_footnote(n, self._of[n], self._lit[n]) for n in sorted(self._of))


def check(document: Document, start: int, end: int, quote: str) -> None:
    """Refuse words that do not stand where they are said to."""
    if document.text[start:end] != quote:
        raise BadValue(f"{document.id} does not say {quote!r} at {start}-{end}, but {document.text[start:end]!r}")


def _footnote(number: int, document: Document, lit: list[Lit]) -> Footnote:
    return Footnote(
        number=number,
        document=document.id,
        source=file(document.source),
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        source_class=document.source_class,
        official_of=document.official_of,
        passages=passages(document, lit),
    )
