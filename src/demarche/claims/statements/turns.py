"""Words given to somebody by layout: transcripts ("MR. PRICE: …", "Q: …"), headings ("Lavrov: …"), lists of quotes."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.statements.quotes import Quoted
from demarche.model import Document, Stretch

LINE = re.compile(r"[^\n]+")
TITLE = r"(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\.? "
CAPITALS = rf"(?:{TITLE})?[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+(?: [A-ZÀ-ÖØ-Þ(][A-ZÀ-ÖØ-Þ'’.,()\-]*){{0,8}}"
ASKED = r"Q|A|QUESTION|Question|ANSWER|Answer|Reporter|Moderator|Journalist"
TURN = re.compile(
    rf"[ \t\"“]*(?:(?P<who>{CAPITALS}(?=:)|(?:{ASKED})\b)(?P<cue>:|[ ]?[:\-–—])|(?P<q>Q))[ \t\u00a0]+(?=\S)"
)
"""A turn opens its line with a name in capitals, or a letter or word for who asks and who answers, Q often bare."""
ASIDE = re.compile(r"[ \t]*(?:END\b|###|\*\*\*|\d{1,2}:\d\d [AP]\.?M|\([^()]*\)[ .]*$)")
"""A line of a transcript that nobody speaks: its end, its length, laughter."""
NAMED = re.compile(
    r"(?P<who>[A-Z][\w.’'\-]+(?: (?:[A-Z][\w.’'\-]*|of|the|and|de|al|van|von|bin)){0,5})(?P<cue>:)[ ]+(?=\S)"
)
BY_DASH = re.compile(r"\s*(?P<cue>[―—–]|--|-)\s*(?P<who>[A-ZÀ-ÖØ-Þ][^\n!?:;“”\"]{2,80}?)\.?(?=\s*(?:\n|$))")
NO_NAME = frozenset({
    "note", "editor", "update", "updated", "related", "more", "photo", "video", "read", "watch", "source", "correction",
    "file", "image", "breaking", "exclusive", "opinion", "analysis", "live", "review", "q", "media", "contact", "tags",
    "latest",
})  # fmt: skip
"""Words before a colon at the head of a line that name nobody."""


MANY = 4
"""Turns from which a text is a transcript to its end; after fewer the last one ends with its line."""


class Turn(msgspec.Struct, frozen=True):
    """Words given to somebody by layout; `by` says by which. Q and its like are not `named`: somebody asks."""

    who: Stretch
    cue: Stretch
    parts: tuple[Stretch, ...]
    by: str
    named: bool = True


def turns(document: Document, quotes: Sequence[Quoted]) -> list[Turn]:
    """The turns, headings and quotations with a dash that a text has."""
    spoken = list(_spoken(document.text))
    return [*(spoken or _heading(document.text)), *_dashed(document.text, quotes)]


def _spoken(text: str) -> Iterator[Turn]:
    """A transcript: two turns or more; each goes on over its paragraphs to the next."""
    lines = list(LINE.finditer(text))
    opened = [(n, m) for n, line in enumerate(lines) if (m := TURN.match(text, line.start(), line.end()))]
    if sum(m["who"] is not None for _, m in opened) < 2:
        return
    for k, (n, match) in enumerate(opened):
        until = opened[k + 1][0] if k + 1 < len(opened) else len(lines) if len(opened) >= MANY else n + 1
        places = [(match.end(), lines[n].end()), *(lines[j].span() for j in range(n + 1, until))]
        said = tuple(p for a, b in places if not ASIDE.match(text, a, b) and (p := _clean(text, a, b)))
        if said:
            who = Stretch(*match.span("who" if match["who"] else "q"))
            yield Turn(who, _cue(match) or who, said, "turn", not re.fullmatch(ASKED, text[who.start : who.end]))


def _cue(match: re.Match[str]) -> Stretch | None:
    """The colon or dash itself; a bare Q is its own cue."""
    return Stretch(match.end("cue") - 1, match.end("cue")) if match["cue"] else None


def _clean(text: str, start: int, end: int) -> Stretch | None:
    while end > start and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Stretch(start, end) if end > start else None


def _heading(text: str) -> Iterator[Turn]:
    """The first line of a text, where it opens with a name and a colon."""
    line = LINE.search(text)
    match = NAMED.match(text, line.start(), line.end()) if line else None
    if line and match and not NO_NAME & set(match["who"].lower().split()) and line.end() - line.start() < 160:
        said = _clean(text, match.end(), line.end())
        if said:
            yield Turn(Stretch(*match.span("who")), Stretch(*match.span("cue")), (said,), "heading")


def _dashed(text: str, quotes: Sequence[Quoted]) -> Iterator[Turn]:
    """Quotations with a name behind a dash, as lists of opinions have them."""
    for quote in quotes:
        match = BY_DASH.match(text, quote.outer.end) if quote.closed else None
        before = text.rfind("\n", 0, quote.outer.start) + 1
        if match and not text[before : quote.outer.start].strip() and len(match["who"].split()) <= 12:
            said = _clean(text, *match.span("who"))
            if said:
                yield Turn(said, Stretch(*match.span("cue")), (quote.outer,), "dash")
