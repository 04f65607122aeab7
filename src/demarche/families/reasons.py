"""Why two documents are taken for one text: numbers while a run lasts, a sentence for a reader."""

import msgspec

from demarche.families.alignment import Alignment
from demarche.families.witnesses import Witnesses
from demarche.model.values import EdgeKind

_OPENING: dict[EdgeKind, str] = {
    "copy": "nearly word for word the same",
    "rewrite": "the same story sentence by sentence, in other words",
    "revision": "two versions by the same house",
    "excerpt": "one text contains the other in part",
    "possible": "alike, but not enough to be sure",
}
IDENTICAL = "the same words from beginning to end"


class Found(msgspec.Struct, frozen=True, array_like=True):
    """Sentences that agree in order, shares in percent (of the words of either, of the shorter text's word runs), long
    quotes and figures in both, and whether most figures differ."""

    sentences: int
    share_a: int
    share_b: int
    runs: int
    quotes: int
    figures: int
    differ: bool


def found(alignment: Alignment, witnesses: Witnesses) -> Found:
    """The numbers of a comparison."""
    return Found(
        sentences=len(alignment.links), share_a=_percent(alignment.share_a), share_b=_percent(alignment.share_b),
        runs=_percent(witnesses.reused), quotes=witnesses.quotes, figures=witnesses.ordered,
        differ=witnesses.figures is not None and witnesses.figures < 0.34,
    )  # fmt: skip


def _percent(share: float) -> int:
    """As it is written: rounded from the decimal digits, which `round(100 * share)` is not."""
    return int(f"{share:.0%}"[:-1])


def reasons(kind: EdgeKind, told: Found) -> str:
    """*the same story …: 37 sentences agree in order (92 % of one, 88 % of the other); 6 long quotes in both*."""
    parts = [
        f"{told.sentences} sentences agree in order"
        f" ({told.share_a}% of the words of one, {told.share_b}% of the other)",
        f"{told.runs}% of the shorter text's runs of three words stand in the other",
    ]
    if told.quotes:
        parts.append("1 long quote stands in both" if told.quotes == 1 else f"{told.quotes} long quotes stand in both")
    if told.figures > 1:
        parts.append(f"{told.figures} figures come in the same order")
    if told.differ:
        parts.append("most figures differ")
    return f"{_OPENING[kind]}: " + "; ".join(parts)
