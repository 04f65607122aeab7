"""Attributions of one text put together: each content once, those inside another's words apart, quotations that go on
joined to their beginning.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.quotes import Quoted

MIN_WORDS = 3
"""Words: a shorter quoted stretch without a cue is a name or a scare quote, no statement."""
RANK = {"turn": 0, "dash": 0, "quote": 1, "clause": 2, "around": 3, "according": 3, "as": 3}
"""Of two that claim one content, the surer way of telling."""


def covers(outer: Attributed, inner: Attributed) -> bool:
    """Does the cue of one lie in the words of another?"""
    return any(p.start <= inner.cue.start and inner.cue.end <= p.end for p in outer.parts)


def outermost(found: Sequence[Attributed]) -> list[Attributed]:
    """Those that the text itself tells; what is told inside another's words is that one's to tell."""
    return [a for a in found if not any(a is not b and covers(b, a) and not covers(a, b) for b in found)]


def once(found: Iterable[Attributed]) -> list[Attributed]:
    """Each content once, by the surest way of telling it; a nearer cue before a farther."""
    out: list[Attributed] = []
    for a in sorted(found, key=lambda a: (RANK.get(a.by, 4), -a.trust, a.start)):
        if not any(_same(a, b) for b in out):
            out.append(a)
    return sorted(out, key=lambda a: (a.start, a.cue.start))


def _same(a: Attributed, b: Attributed) -> bool:
    """Nearly the same words, whoever says them."""
    if a.start >= b.parts[-1].end or b.start >= a.parts[-1].end:
        return False
    shared = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in a.parts for q in b.parts)
    longest = max(_length(a), _length(b))
    return shared > 0.8 * longest


def _length(a: Attributed) -> int:
    return sum(p.end - p.start for p in a.parts)


def joined(text: str, found: Sequence[Attributed], quotes: Sequence[Quoted]) -> list[Attributed]:
    """Quotations that no cue claims go on from the one before them in their paragraph, or from one left open above."""
    out = sorted(found, key=lambda a: (a.start, a.cue.start))
    for quote in quotes:
        if any(q.overlaps(quote.inner) for a in out for q in a.parts) or not _is_whole(text, quote):
            continue
        before = _before(text, quote, out, quotes)
        if before is not None:
            k = out.index(before)
            told = len(before.parts) if before.told is None else before.told
            out[k] = replace(before, parts=(*before.parts, quote.outer), told=told)
    return out


def _is_whole(text: str, quote: Quoted) -> bool:
    """Does it open a sentence of its own, with a few words?"""
    words = text[quote.inner.start : quote.inner.end].split()
    lead = text[: quote.outer.start].rstrip()
    return len(words) >= MIN_WORDS and (
        not lead or lead[-1] in ".!?”\"'’:)," or "\n" in text[len(lead) : quote.outer.start]
    )


def _before(text: str, quote: Quoted, found: Sequence[Attributed], quotes: Sequence[Quoted]) -> Attributed | None:
    """What a quotation goes on from."""
    start = text.rfind("\n", 0, quote.outer.start) + 1
    above = [a for a in found if a.sort == "speech" and max(a.parts[-1].end, a.cue.end) <= quote.outer.start]
    nearest_first = sorted(above, key=lambda a: -max(a.parts[-1].end, a.cue.end))
    last = next((a for a in nearest_first if any(q.inner.overlaps(p) for q in quotes for p in a.parts)), None)
    if last is None:
        return None
    if last.parts[-1].start >= start or last.cue.start >= start:
        return last
    is_open = any(not q.closed and q.inner.overlaps(last.parts[-1]) for q in quotes)
    return last if is_open and not text[last.parts[-1].end : start].strip() else None
