"""Two texts side by side: aligned sentence by sentence, and of each pair the words that stand in one only.

Everything is a stretch of the text as it was received, so that what is shown can be opened. Sentences that both texts
have word for word are counted and left out.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

import msgspec

from demarche.families import identical
from demarche.families.alignment import Link, align
from demarche.families.changes import Version, between
from demarche.families.changes.labels import labelled
from demarche.families.comparison import Comparison
from demarche.families.held import head
from demarche.families.profile import Profile, profile
from demarche.families.verdict import score, verdict
from demarche.model import Difference, Document, Edge, Family, content_id

_TOKEN = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*|\S")
Token = tuple[int, int, str]


class Part(msgspec.Struct, frozen=True):
    """A stretch of a text; `differs` where the other text has something else, or nothing."""

    start: int
    end: int
    text: str
    differs: bool


class Row(msgspec.Struct, frozen=True):
    """A sentence of either text; empty on the side that has none in this place."""

    a: tuple[Part, ...]
    b: tuple[Part, ...]


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What two documents share and where they differ; `edge` is null where they are no versions of one text."""

    a: str
    b: str
    edge: Edge | None
    score: float
    same: int
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]


def beside(a: Document, b: Document) -> Beside:
    """Compare two documents: `a` stays on the left, whichever is older."""
    profiles = [profile(a), profile(b)]
    left, right = (Version(d, p) for d, p in zip((a, b), profiles, strict=True))
    links = _chain(align(left.vectors, right.vectors).links)
    every = list(_rows(left, right, links))
    rows = tuple(r for r in every if any(p.differs for p in (*r.a, *r.b)))
    found, alike = _verdict(profiles)
    return Beside(
        a=a.id, b=b.id, edge=found, score=alike, same=len(every) - len(rows), rows=rows,
        differences=_differences(left, right) if rows and links else (),
    )  # fmt: skip


def _verdict(profiles: Sequence[Profile]) -> tuple[Edge | None, float]:
    one, other = profiles
    if one.id == other.id or (one.words and one.digest == other.digest):
        return (None if one.id == other.id else identical.edges([0, 1], [*map(head, profiles)])[0]), 1.0
    pair = Comparison(profiles).pair(0, 1)
    found = verdict(pair)
    return found.edge if found else None, round(score(pair), 4)


def _differences(left: Version, right: Version) -> tuple[Difference, ...]:
    """As inside a family that holds nothing else; the left one stands for the best witness."""
    ids = tuple(sorted({left.document.id, right.document.id}))
    pair = Family(id=content_id("fam", *ids), documents=ids, best=left.document.id)
    return tuple(labelled(d, pair, left.document, right.document) for d in between(left, right))


def _chain(links: Sequence[Link]) -> list[Link]:
    """The links of the greatest total likeness in which both texts go forward and no sentence is used twice."""
    best: list[tuple[float, int]] = []
    for k, link in enumerate(links):
        before = [(best[j][0], j) for j in range(k) if links[j].a < link.a and links[j].b < link.b]
        total, previous = max(before, default=(0.0, -1))
        best.append((total + link.score, previous))
    chain: list[Link] = []
    k = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    while k >= 0:
        chain.append(links[k])
        k = best[k][1]
    return chain[::-1]


def _rows(left: Version, right: Version, links: Sequence[Link]) -> Iterator[Row]:
    i = j = 0
    ends = [(k.a, k.b) for k in links] + [(len(left.told.spans), len(right.told.spans))]
    for a, b in ends:
        yield from (Row(_alone(left, n), ()) for n in range(i, a))
        yield from (Row((), _alone(right, n)) for n in range(j, b))
        if a < len(left.told.spans) and b < len(right.told.spans):
            yield _both(left, a, right, b)
        i, j = a + 1, b + 1


def _alone(version: Version, n: int) -> tuple[Part, ...]:
    start, end = version.told.spans[n]
    return (Part(start, end, version.document.text[start:end], True),)


def _both(left: Version, a: int, right: Version, b: int) -> Row:
    one, other = _tokens(left, a), _tokens(right, b)
    ops = SequenceMatcher(None, [t[2] for t in one], [t[2] for t in other], autojunk=False).get_opcodes()
    return Row(
        _parts(left.document.text, one, [(tag, i, j) for tag, i, j, _, _ in ops]),
        _parts(right.document.text, other, [(tag, i, j) for tag, _, _, i, j in ops]),
    )


def _tokens(version: Version, n: int) -> list[Token]:
    """Words and marks; a curly quotation mark is the same as a straight one."""
    found = _TOKEN.finditer(version.document.text, *version.told.spans[n])
    return [(m.start(), m.end(), m[0].translate(_ONE_MARK)) for m in found]


_ONE_MARK = str.maketrans("“”„’‘", '"""\'\'')


def _parts(text: str, tokens: Sequence[Token], ops: Sequence[tuple[str, int, int]]) -> tuple[Part, ...]:
    """Runs of tokens that are shared or not; white space between two runs belongs to the shared one."""
    differs = [tag != "equal" for tag, i, j in ops for _ in range(i, j)]
    runs = [(lit, [t for t, _ in run]) for lit, run in groupby(zip(tokens, differs, strict=True), key=lambda x: x[1])]
    parts: list[Part] = []
    for n, (lit, run) in enumerate(runs):
        start = run[0][0] if lit or n == 0 else runs[n - 1][1][-1][1]
        end = run[-1][1] if lit or n + 1 == len(runs) else runs[n + 1][1][0][0]
        parts.append(Part(start, end, text[start:end], lit))
    return tuple(parts)
