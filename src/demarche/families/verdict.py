"""Whether two documents are one text, of which kind, and in which direction it went: an `Edge`, or nothing.

The bar on what both texts tell falls with length: a page that agrees for four tenths is a copy, a paragraph that
agrees for half may be the same template filled in twice. Between the bar and `GREY` below it a second witness decides,
or the answer is `possible`. An office that reports call after call in the same words is held to more: its texts of
different days are one only if they are nearly word for word the same.
"""

from datetime import date
from itertools import pairwise
from math import log2

import msgspec

from demarche.families.alignment import Alignment
from demarche.families.fluency import DAMAGED, GAP
from demarche.families.profile import Profile
from demarche.families.reasons import Found, found, reasons
from demarche.families.witnesses import Witnesses
from demarche.model import Edge
from demarche.model.values import Direction, EdgeKind

GREY = 0.15
LONG_ENOUGH = 150
"""Words from which a second witness may decide."""
FEW = 4
"""Sentences below which agreement in order says little: there most word runs must be the same as well."""
EXCERPT = 0.5
VERBATIM = 0.6
SAME_TEXT = 0.9
FILLED = 0.15
"""Share of words on either side that the other lacks, from which a form may have been filled in."""
VERBATIM_SENTENCES = 0.85
PARTICULARS = 0.72
"""Share of their particulars below which two texts of mostly the same words are one form, filled in twice."""
SOME_PARTICULARS = 0.4
"""The same for a text of which the other holds a part only."""
WHOLE = 0.75
"""Share of both texts in linked sentences from which the blanks of a form must be inside these."""
OWN_FIGURES = 3
FIGURES, ALL_FIGURES = 4, 0.8
"""Figures in the same order, and the share of them in both, that tell one report in any words."""
SPUN, TRACES = 0.5, 0.1
"""Share of both texts that must agree in order, and of word runs that even a synonym machine leaves; two agencies
that report one event in the same order share fewer."""
SPUN_SHARE, SPUN_NAMES, SPUN_RUNS = 0.6, 0.6, 0.45
"""Share of both texts that must agree in order, and of names, where one text is damaged as by a synonym machine; and of
word runs, above which nobody has touched every sentence."""
SHORT = 25
"""Words below which an office uses the same sentence for another call."""
REVISED_WITHIN = 3
"""Days within which a publisher's second version of a text is a revision; later it is the next one of its kind."""
REPORTED_WITHIN = 30
"""Days after which other houses no longer rewrite a story, and only take it over word for word."""


class Pair(msgspec.Struct, frozen=True):
    """Two documents under comparison and what was found."""

    a: Profile
    b: Profile
    alignment: Alignment
    witnesses: Witnesses

    @property
    def words(self) -> int:
        """The length of the shorter."""
        return min(len(self.a.words), len(self.b.words))

    @property
    def same_publisher(self) -> bool:
        """Did one house publish both?"""
        one, other = self.a.publisher, self.b.publisher
        return one is not None and other is not None and one.casefold() == other.casefold()

    @property
    def days(self) -> int | None:
        """Days between the two publications, if both are known."""
        if self.a.published is None or self.b.published is None:
            return None
        return abs((date.fromisoformat(self.a.published) - date.fromisoformat(self.b.published)).days)


class Verdict(msgspec.Struct, frozen=True, array_like=True):
    """An edge whose reasons are numbers."""

    a: str
    b: str
    kind: EdgeKind
    score: float
    direction: Direction
    found: Found

    @property
    def edge(self) -> Edge:
        """The same for a reader."""
        return Edge(
            a=self.a, b=self.b, kind=self.kind, score=self.score, direction=self.direction,
            why=reasons(self.kind, self.found),
        )  # fmt: skip


def verdict(pair: Pair) -> Verdict | None:
    """The verdict on a pair; `pair.a.id` sorts before `pair.b.id`."""
    kind = _kind(pair)
    if kind is None:
        return None
    return Verdict(
        a=pair.a.id, b=pair.b.id, kind=kind, score=round(score(pair), 4), direction=_direction(pair),
        found=found(pair.alignment, pair.witnesses),
    )  # fmt: skip


def score(pair: Pair) -> float:
    """How much of the two texts is one, from 0 to 1; comparable between pairs, also of those below any bar."""
    told, found = pair.alignment, pair.witnesses
    return min(1.0, 0.5 * told.told + 0.5 * found.reused)


def bar(words: int) -> float:
    """What both must tell, for a text of so many words: .62 at 40, .5 at 120, .38 at 400, never under .3."""
    return min(0.65, max(0.3, 0.5 - 0.075 * log2(max(words, 20) / 120)))


def _kind(pair: Pair) -> EdgeKind | None:
    told, need = pair.alignment.told, bar(pair.words)
    if _recurring(pair) or _form(pair):
        return "possible" if told >= need else None
    if _filled_in(pair) and (_blank(pair) or not _same_figures(pair)):
        if _own(pair) and not _blank(pair) and _part(pair):
            return "excerpt"
        return "possible" if told >= need else None
    if _same_figures(pair) and _short_rewrite(pair):
        return _firm(pair)
    if _spun(pair):
        return _firm(pair)
    if told >= need and _sentences_enough(pair) and not _other_figures(pair, need):
        return _firm(pair)
    if told >= need - GREY and pair.words >= LONG_ENOUGH and _seconded(pair):
        return _firm(pair)
    if _part(pair) and pair.witnesses.reused >= 0.3 and len(pair.alignment.links) > 1:
        return "excerpt"
    return "possible" if told >= need - GREY else None


def _part(pair: Pair) -> bool:
    """Does the one hold half of the other, and not only what a form has?"""
    found = pair.alignment
    form = pair.words < LONG_ENOUGH and found.particulars < SOME_PARTICULARS
    return found.contained >= EXCERPT and not form


def _firm(pair: Pair) -> EdgeKind:
    house = pair.same_publisher or (pair.a.wire is not None and pair.a.wire == pair.b.wire)
    if house and pair.a.digest != pair.b.digest:
        return "revision"
    return "copy" if pair.witnesses.verbatim >= VERBATIM else "rewrite"


def _recurring(pair: Pair) -> bool:
    """Alike, but told again of another occasion: one office's next readout, next year's statement."""
    verbatim, days = pair.witnesses.verbatim, pair.days
    same = verbatim >= SAME_TEXT and pair.alignment.told >= SAME_TEXT and not _other_figures(pair, 1.0)
    if same and pair.words >= SHORT:
        return False
    if not pair.same_publisher:
        return days is not None and days > REPORTED_WITHIN and verbatim < VERBATIM
    if days is not None:
        return days > REVISED_WITHIN or verbatim < VERBATIM
    return verbatim < VERBATIM / 2


def _form(pair: Pair) -> bool:
    """A form with its blanks inside the sentences: most words are the same, and the particulars are not."""
    found = pair.alignment
    whole = min(found.share_a, found.share_b) >= WHOLE
    same_words = whole and pair.witnesses.verbatim >= VERBATIM
    return pair.words < LONG_ENOUGH and same_words and found.particulars < PARTICULARS


def _filled_in(pair: Pair) -> bool:
    """A form with other things in its blanks: the same sentences word for word, and on both sides others between them.

    Whoever rewrites a story touches every sentence; whoever cuts it leaves words over on one side only.
    """
    found = pair.alignment
    share = min(found.share_a, found.share_b)
    filled = 1 - max(found.share_a, found.share_b)
    return pair.words < LONG_ENOUGH and filled >= FILLED and found.told >= VERBATIM_SENTENCES * share


def _blank(pair: Pair) -> bool:
    """Between two sentences that stand in both, does each text have something of its own, and not a quotation?

    Whoever cuts or adds leaves that place empty in one of the two; two translators leave a quotation there in both.
    """
    links = pair.alignment.links
    return any(
        _says(range(before.a + 1, after.a), pair.a) and _says(range(before.b + 1, after.b), pair.b)
        for before, after in pairwise(links)
    )


def _says(sentences: range, profile: Profile) -> bool:
    return len(sentences) > 0 and not profile.quoting.intersection(sentences)


def _own(pair: Pair) -> bool:
    """Do both have what no form has: one long quotation, or figures in one order?"""
    return pair.witnesses.quotes > 0 or pair.witnesses.ordered >= OWN_FIGURES


def _same_figures(pair: Pair) -> bool:
    """Are (nearly) all figures of the one in the other, four or more of them in the same order?"""
    found = pair.witnesses
    return found.ordered >= FIGURES and (found.figures or 0.0) >= ALL_FIGURES


def _short_rewrite(pair: Pair) -> bool:
    """Short, hardly a word left as it was, but told in the same order: what a synonym machine makes of a report."""
    found = pair.alignment
    told = min(found.share_a, found.share_b)
    enough = told >= SPUN and len(found.links) >= FEW - 1
    return pair.words < LONG_ENOUGH and enough and pair.witnesses.reused >= TRACES


def _spun(pair: Pair) -> bool:
    """Are the words of the one such as only a synonym machine puts together, and its names and order the other's?

    A reporter who tells of the same event writes English: the damage itself says that the text is somebody else's.
    """
    found, one, other = pair.alignment, pair.a.fluency, pair.b.fluency
    if one is None or other is None or min(one, other) >= DAMAGED or abs(one - other) < GAP:
        return False
    told = min(found.share_a, found.share_b) >= SPUN_SHARE and len(found.links) >= FEW
    return told and pair.witnesses.reused <= SPUN_RUNS and _names_shared(pair) >= SPUN_NAMES


def _names_shared(pair: Pair) -> float:
    """The share of the names of the text with fewer that the other has."""
    short, long = sorted((set(pair.a.names), set(pair.b.names)), key=len)
    return len(short & long) / len(short) if len(short) >= FEW else 0.0


def _sentences_enough(pair: Pair) -> bool:
    return len(pair.alignment.links) >= FEW or pair.witnesses.reused >= VERBATIM


def _other_figures(pair: Pair, need: float) -> bool:
    """Do the figures differ, and is the rest not close enough to outweigh that?"""
    figures = pair.witnesses.figures
    return figures is not None and figures < 0.34 and pair.alignment.told < need + GREY


def _seconded(pair: Pair) -> bool:
    """Is there a second witness for a pair in the grey zone?"""
    found = pair.witnesses
    return found.quotes >= 2 or found.ordered >= 4 or (found.reused >= 0.25 and (found.figures or 0.0) >= 0.6)


def _direction(pair: Pair) -> Direction:
    """Which way the text went (`a>b`: from a to b): by date, else from the text that holds more."""
    one, other = pair.a.published, pair.b.published
    if one and other and one != other:
        return "a>b" if one < other else "b>a"
    lean = pair.alignment.share_b - pair.alignment.share_a
    if abs(lean) < GREY:
        return "unknown"
    return "a>b" if lean > 0 else "b>a"
