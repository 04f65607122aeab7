"""Readouts, announcements and transcripts in the styles of eleven official voices."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from demarche.model import Engagement
from tests.claims.reading import engagements

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
BODIES = {"EU": {"org:eu", "org:european_commission", "org:european_council"}, "UNO": {"org:un"}}


def fits(e: Engagement, modes: str, statuses: str, sides: list[str], day: str | None) -> bool:
    there = {p.country for p in e.participants} | {p.organisation for p in e.participants}
    told = all(there & BODIES.get(side, {side}) for side in sides)
    same = e.mode in modes.split("/") and e.status in statuses.split("/")
    return same and told and (day is None or (e.date is not None and e.date.start == day))


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['style']}: {c['title']}")
def test_what_an_official_text_reports(case: dict[str, Any]) -> None:
    found = engagements(case["text"], title=case["title"], official_of=case["publisher"])
    told = [(e.mode, e.status, [p.country or p.organisation for p in e.participants], e.date) for e in found]
    for one in case["wanted"]:
        mode, status, *rest = one.split()
        day = rest.pop() if rest[-1].startswith("20") else None
        assert any(fits(e, mode, status, rest, day) for e in found), (one, told)


def test_there_are_enough_of_each() -> None:
    counts = Counter(case["style"] for case in CASES)
    assert sum(counts.values()) >= 80
    assert min(counts.values()) >= 5
