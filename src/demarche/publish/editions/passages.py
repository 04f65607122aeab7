"""Words to be shown -> passages: the words in their sentences, with some of what stands around them.

Words near one another share a passage. What surrounds them stops at the paragraph, at boilerplate, and at a blank.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from demarche.model import Document, Stretch
from demarche.publish.editions.nouns import Passage, Piece

ROOM = 110
"""Characters of context on either side of the sentence, where the text has them."""
PARAGRAPH = "\n\n"


class Lit(msgspec.Struct, frozen=True):
    """Words to show: a claim's own (`field` empty) or those that give one of its fields."""

    start: int
    end: int
    field: str = ""
    sentence: Stretch | None = None


def passages(document: Document, lit: Iterable[Lit]) -> tuple[Passage, ...]:
    """The passages in the order of the text; every stretch lies inside one of them."""
    text = document.text
    shown = sorted(set(lit), key=lambda x: (x.start, x.end, x.field))
    merged: list[tuple[int, int, list[Lit]]] = []
    for first, last, one in sorted(((*_window(document, x), x) for x in shown), key=lambda w: w[:2]):
        if merged and first <= merged[-1][1]:
            start, end, members = merged.pop()
            merged.append((start, max(end, last), [*members, one]))
        else:
            merged.append((first, last, [one]))
    return tuple(_passage(text, *m) for m in merged)


def _window(document: Document, x: Lit) -> tuple[int, int]:
    """The claim's sentence and a little more; for a field alone, its words and less of what stands around them."""
    first = min(x.sentence.start, x.start) if x.sentence else x.start
    last = max(x.sentence.end, x.end) if x.sentence else x.end
    room = ROOM // 3 if x.field else ROOM
    before = max((b.end for b in document.boilerplate if b.end <= first), default=0)
    after = min((b.start for b in document.boilerplate if b.start >= last), default=len(document.text))
    return max(_back(document.text, first, room), before), min(_on(document.text, last, room), after)


def _back(text: str, first: int, room: int) -> int:
    edge = max(0, first - room)
    paragraph = text.rfind(PARAGRAPH, edge, first)
    if paragraph >= 0:
        return paragraph + len(PARAGRAPH)
    blank = text.find(" ", edge, first)
    return 0 if edge == 0 else blank + 1 if blank >= 0 else first


def _on(text: str, last: int, room: int) -> int:
    edge = min(len(text), last + room)
    paragraph = text.find(PARAGRAPH, last, edge)
    if paragraph >= 0:
        return paragraph
    blank = text.rfind(" ", last, edge)
    return edge if edge == len(text) else blank if blank >= 0 else last


def _passage(text: str, start: int, end: int, lit: Sequence[Lit]) -> Passage:
    return Passage(
        start=start,
        end=end,
        pieces=tuple(_pieces(text, start, end, lit)),
        cut_before=start > 0 and text[:start].strip() != "",
        cut_after=text[end:].strip() != "",
    )


def _pieces(text: str, start: int, end: int, lit: Sequence[Lit]) -> Iterator[Piece]:
    cuts = sorted({start, end, *(x.start for x in lit), *(x.end for x in lit)})
    for a, b in pairwise(cuts):
        over = [x for x in lit if x.start <= a and b <= x.end]
        fields = sorted((x for x in over if x.field), key=lambda x: (x.end - x.start, x.field))
        yield Piece(text[a:b], any(not x.field for x in over), fields[0].field if fields else "")
