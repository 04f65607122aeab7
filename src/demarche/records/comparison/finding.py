"""What comparing two accounts field by field comes to: one finding a field, a theme or a figure."""

from typing import Literal

import msgspec

from demarche.model import Evidence

Verdict = Literal["same", "contradiction", "omission", "extra", "not_comparable"]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`a` and `b` are the words of either side; `item` tells themes and figures of one field apart."""

    field: str
    verdict: Verdict
    item: str = ""
    a: Evidence | None = None
    b: Evidence | None = None
    shown_a: str = ""
    shown_b: str = ""
    note: str = ""
    confidence: float = 0.8


def one_sided(
    field: str, verdict: Verdict, holder_is_a: bool, words: Evidence, shown: str, *, item: str = "", sure: float = 0.8
) -> Finding:
    """A finding that only one of the two has words for."""
    if holder_is_a:
        return Finding(field=field, verdict=verdict, item=item, a=words, shown_a=shown, confidence=sure)
    return Finding(field=field, verdict=verdict, item=item, b=words, shown_b=shown, confidence=sure)


def contrast(
    field: str,
    alike: bool,
    a: tuple[str, Evidence],
    b: tuple[str, Evidence],
    *,
    item: str = "",
    note: str = "",
    sure: float = 0.8,
) -> Finding:
    """A finding that both have words for: the same, or a contradiction."""
    verdict: Verdict = "same" if alike else "contradiction"
    return Finding(
        field=field, verdict=verdict, item=item, a=a[1], b=b[1], shown_a=a[0], shown_b=b[0], note=note, confidence=sure
    )
