"""The table of levels on its page: each example is read as its role, on its level; matched levels are the lower."""

import re
from pathlib import Path

import pytest

from demarche.claims.engagements.level import matched_level
from demarche.lexicon import knowledge
from demarche.model import Participant
from tests.claims.reading import document, reader

PAGE = Path(__file__).parents[2] / "docs" / "levels.md"
ROW = re.compile(r"^\| `(\w+)` \| (\w+) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("role", "level", "example"), ROWS, ids=[row[0] for row in ROWS])
def test_row(role: str, level: str, example: str) -> None:
    assert knowledge().roles[role].level == level
    text = f"On Monday {example} arrived at the airport."
    found = [m for m in reader().read(document(text)).mentions if m.level != "unknown"]
    assert [m.level for m in found][:1] == [level], [(m.role, m.level, text[m.start : m.end]) for m in found]


@pytest.mark.parametrize(
    ("levels", "matched"),
    [
        ((("FRA", "head"), ("DEU", "head")), "head"),
        ((("FRA", "head"), ("DEU", "minister")), "minister"),
        ((("FRA", "head"), ("FRA", "official"), ("DEU", "deputy")), "deputy"),
        ((("FRA", "ambassador"), ("DEU", "head")), "ambassador"),
        ((("FRA", "official"), ("DEU", "ambassador")), "official"),
        ((("FRA", "head"), ("DEU", "unknown")), "unknown"),
        ((("FRA", "head"),), "unknown"),
    ],
)
def test_matched(levels: tuple[tuple[str, str], ...], matched: str) -> None:
    people = [Participant(country=country, level=level) for country, level in levels]  # type: ignore[arg-type]
    assert matched_level(people) == matched
    assert matched_level(reversed(people)) == matched
