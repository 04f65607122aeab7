"""The articles of an export laid beside the gold's: which document is which, and where its passages stand."""

from collections.abc import Iterable
from typing import Any

from demarche.bench.align import Aligned, touches
from demarche.bench.figures import Pair

Row = dict[str, Any]


class Texts:
    """The product's documents by the gold's. A document is known by the file name in its `source`."""

    def __init__(self, documents: list[Row], golds: list[Row]) -> None:
        self.of: dict[str, str] = {}
        self.aligned: dict[str, Aligned] = {}
        for name in sorted({gold["doc"] for gold in golds}):
            held = next((d for d in documents if name in (d.get("source") or "")), None)
            if held is not None:
                self.of[held["id"]] = name
                anchors = [(g["span"][0], g["evidence"]) for g in golds if g["doc"] == name and g.get("span")]
                self.aligned[name] = Aligned(held["text"], anchors)
        self._places = {g["id"]: self._place(g) for g in golds if "evidence" in g and g["doc"] in self.aligned}

    def _place(self, gold: Row) -> Pair | None:
        return self.aligned[gold["doc"]].find(gold["evidence"], gold["span"][0])

    def doc(self, claim: Row) -> str | None:
        """The gold's name of the document that a claim is from."""
        return self.of.get(claim.get("document") or "")

    def evidence(self, gold: Row, *, mentions: bool = False) -> list[Pair | None]:
        """Where a gold record's passage stands; with `mentions` the other passages about it too."""
        stretches = [self._places.get(gold["id"])]
        text = self.aligned.get(gold["doc"])
        if mentions and text:
            for other in gold.get("other_mentions") or []:
                stretches += text.exact(other) or [text.find(other)]
        return stretches

    def touch(self, gold: Row, claim: Row, *, mentions: bool = False) -> bool:
        """Does the claim's sentence (or the claim itself) share a character with the gold's passage?"""
        around = claim.get("sentence") or claim
        same = self.doc(claim) == gold["doc"]
        return same and touches(self.evidence(gold, mentions=mentions), (around["start"], around["end"]))

    def tokens(self, doc: str | None, stretch: Pair | None) -> set[int]:
        """Where the words inside a stretch start."""
        if doc not in self.aligned or stretch is None:
            return set()
        return {start for start, end in self.aligned[doc].words if start >= stretch[0] and end <= stretch[1]}


def iou(a: set[int], b: set[int]) -> float:
    """What two sets share, of what they hold together."""
    return len(a & b) / len(a | b) if a | b else 0.0


def union(sets: Iterable[set[int]]) -> set[int]:
    """All of several sets."""
    return set().union(*sets)
