"""What every scorer shares: ratios, precision and recall, macro F1, overlap of stretches, plain words.

The arithmetic, rounding included, is that of the reference scorers, so that figures agree to the last digit.
"""

import re
import unicodedata
from collections.abc import Sequence

Pair = tuple[int, int]


def ratio(part: float, whole: float) -> float:
    """A share to four decimals; nought of nothing is nought."""
    return round(part / whole, 4) if whole else 0.0


def prf(right_predicted: float, predicted: float, right_gold: float, gold: float) -> dict[str, float]:
    """Precision over what was answered, recall over what was asked, and their harmonic mean."""
    p, r = ratio(right_predicted, predicted), ratio(right_gold, gold)
    return {"precision": p, "recall": r, "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def macro_f1(pairs: Sequence[tuple[str, str]]) -> tuple[float, dict[str, float]]:
    """Mean F1 over the classes of the gold, and each class's own; pairs of gold and predicted."""
    each = {name: _class_f1(name, pairs) for name in sorted({gold for gold, _ in pairs})}
    return (round(sum(each.values()) / len(each), 4) if each else 0.0), each


def _class_f1(name: str, told: Sequence[tuple[str, str]]) -> float:
    right = sum(gold == name == predicted for gold, predicted in told)
    both = sum(gold == name for gold, _ in told) + sum(predicted == name for _, predicted in told)
    return ratio(2 * right, both)


def overlap(a: Pair, b: Pair) -> int:
    """Characters that two half-open stretches share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def plain(text: str | None) -> str:
    """Lower case, without accents: for comparing names."""
    decomposed = unicodedata.normalize("NFKD", text or "")
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def words(text: str | None) -> list[str]:
    """The words of a text, plain."""
    return re.findall(r"\w+", plain(text))
