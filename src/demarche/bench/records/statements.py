"""Statements against the gold: the words of the content and the speaker.

Several gold pieces joined in one claim, or one piece split over several claims, are put together before they are
compared.
"""

from collections.abc import Callable

from demarche.bench.records.matching import Row, tally
from demarche.bench.records.sides import Side
from demarche.bench.records.texts import Texts, iou, union

NEARLY_ALL = 0.9
HALF = 0.5

Who = Callable[[Row, Row], bool]


def statements(texts: Texts, golds: list[Row], claims: list[Row]) -> Row:
    """Recall and precision of content and speaker, and of the content alone."""
    sides = {gold["id"]: _speakers(gold) for gold in golds}

    def speaker(gold: Row, claim: Row) -> bool:
        told = [*(claim.get("speakers") or []), {"name": (claim.get("source") or {}).get("quote")}]
        return not sides[gold["id"]] or any(side.is_among(told) for side in sides[gold["id"]])

    strict = _Pieces(texts, golds, claims, speaker).figures()
    loose = _Pieces(texts, golds, claims, lambda gold, claim: True).figures()
    return {**strict, "content_recall": loose["recall"], "content_precision": loose["precision"]}


def _speakers(gold: Row) -> list[Side]:
    people = [person for person in gold["speakers"] if any(person.values())]
    return [Side(p.get("country"), p.get("name"), [p.get("org"), p.get("role")]) for p in people]


class _Pieces:
    """The words of every gold statement and every claim, and which answer which."""

    def __init__(self, texts: Texts, golds: list[Row], claims: list[Row], who: Who) -> None:
        self.texts, self.golds, self.claims, self.who = texts, golds, claims, who
        self.asked = {gold["id"]: self._gold_words(gold) for gold in golds}
        self.told = [self._claim_words(claim) for claim in claims]

    def _gold_words(self, gold: Row) -> set[int]:
        text = self.texts.aligned.get(gold["doc"])
        return self.texts.tokens(gold["doc"], text.find(gold["content"], gold["content_span"][0])) if text else set()

    def _claim_words(self, claim: Row) -> set[int]:
        content = claim.get("content")
        return self.texts.tokens(self.texts.doc(claim), (content["start"], content["end"])) if content else set()

    def figures(self) -> Row:
        found: set[str] = set()
        right: set[int] = set()
        for j in range(len(self.claims)):
            hits = self._answered(j)
            found |= hits
            right |= {j} if hits else set()
        for gold in self.golds:
            parts = self._parts(gold)
            if parts:
                found.add(gold["id"])
                right |= parts
        return tally(self.golds, self.claims, found, len(right))

    def _answered(self, j: int) -> set[str]:
        """The gold statements that one claim answers, alone or joined."""
        claim, told = self.claims[j], self.told[j]
        here = [g for g in self.golds if g["doc"] == self.texts.doc(claim)]
        near = [g["id"] for g in here if self.asked[g["id"]] & told and self.who(g, claim)]
        hits = {name for name in near if iou(self.asked[name], told) >= HALF}
        inside = {name for name in near if _lies_in(self.asked[name], told)}
        return hits | inside if inside and iou(union(self.asked[name] for name in inside), told) >= HALF else hits

    def _parts(self, gold: Row) -> set[int]:
        """The claims that are pieces of one gold statement, where together they make it up."""
        asked = self.asked[gold["id"]]
        here = [j for j, claim in enumerate(self.claims) if self.texts.doc(claim) == gold["doc"]]
        parts = {j for j in here if self.told[j] and _lies_in(self.told[j], asked) and self.who(gold, self.claims[j])}
        return parts if parts and iou(union(self.told[j] for j in parts), asked) >= HALF else set()


def _lies_in(part: set[int], whole: set[int]) -> bool:
    return len(part & whole) >= NEARLY_ALL * len(part)
