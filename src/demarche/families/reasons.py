"""Why two documents are taken for one text, in a sentence for a reader."""

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


def reasons(kind: EdgeKind, alignment: Alignment, found: Witnesses) -> str:
    """*the same story …: 37 sentences agree in order (92 % of one, 88 % of the other); 6 long quotes in both*."""
    parts = [
        f"{len(alignment.links)} sentences agree in order"
        f" ({alignment.share_a:.0%} of the words of one, {alignment.share_b:.0%} of the other)",
        f"{found.reused:.0%} of the shorter text's runs of three words stand in the other",
    ]
    if found.quotes:
        parts.append(
            "1 long quote stands in both" if found.quotes == 1 else f"{found.quotes} long quotes stand in both"
        )
    if found.ordered > 1:
        parts.append(f"{found.ordered} figures come in the same order")
    if found.figures is not None and found.figures < 0.34:
        parts.append("most figures differ")
    return f"{_OPENING[kind]}: " + "; ".join(parts)
