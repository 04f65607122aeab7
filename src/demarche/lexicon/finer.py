"""CAMEO's finer numbers: what is asked for, threatened, alleged or cut off, from what an act is about.

An act's frame gives the number of the deed ("appeal": 020); what is appealed for makes it finer ("for food": 0233). The
table is `data/plover/finer.csv`; of the rows of a number the first that fits counts.
"""

from collections.abc import Collection, Sequence
from functools import cache

from demarche.lexicon.tables import Row, data, load_csv


class FinerRow(Row, frozen=True, kw_only=True):
    """One row: the number `code` for acts of number `cameo`, told by a trigger, about an act, in certain words.

    `inner` holds ids of acts, each with all whose id it begins; what is empty asks for nothing.
    """

    cameo: str
    trigger: frozenset[str] = frozenset()
    inner: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    code: str
    source: str


@cache
def _rows() -> dict[str, tuple[FinerRow, ...]]:
    rows = load_csv(data("plover", "finer.csv"), FinerRow)
    return {number: tuple(r for r in rows if r.cameo == number) for number in {r.cameo for r in rows}}


def finer(cameo: str, trigger: str, inner: Sequence[str], words: Collection[str]) -> str:
    """The finest number of an act; `trigger` is its lemma, `inner` are the acts it is about, `words` their lemmas."""
    return next((r.code for r in _rows().get(cameo, ()) if _fits(r, trigger, inner, words)), cameo)


def _fits(row: FinerRow, trigger: str, inner: Sequence[str], words: Collection[str]) -> bool:
    if row.trigger and trigger not in row.trigger:
        return False
    if row.inner and not any(act == i or act.startswith(f"{i}_") for act in inner for i in row.inner):
        return False
    return not row.words or not row.words.isdisjoint(words)
