"""Who goes somewhere without an office to go for pays no visit."""

import pytest

from tests.claims.reading import engagements

VISITS = [
    ("Boris Johnson, the former British prime minister, stayed in Kenya for a week.", 0),
    ("The mayor of Lyon flew to Morocco on Monday.", 0),
    ("The U.S. ambassador to Ecuador left Ecuador on Monday.", 0),
    ("The U.S. ambassador to Canada will lead a delegation to Ecuador on Monday.", 1),
    ("The British prime minister flew to Kenya on Monday.", 1),
    ("The former British prime minister Tony Blair paid an official visit to Kenya on Monday.", 1),
]


@pytest.mark.parametrize(("text", "count"), VISITS)
def test_a_stay_without_an_office_is_no_visit(text: str, count: int) -> None:
    assert len([e for e in engagements(text) if e.mode == "visit"]) == count
