"""Which day an engagement has: that of its own clause, never that of the saying."""

import pytest

from tests.claims.reading import engagements

DAYS = [
    ("Antony Blinken said on Monday that he expects to speak with Russian Foreign Minister Sergei Lavrov.", None),
    ("Antony Blinken will meet Sergei Lavrov in Geneva, the State Department said on Monday.", None),
    (
        "Secretary of State Antony Blinken will speak with Sergei Lavrov, the State Department said on Monday.",
        None,
    ),
    ("The Kremlin said on Monday that Vladimir Putin met Xi Jinping on Thursday.", "Thursday"),
    ("The Kremlin said Vladimir Putin met Xi Jinping on Thursday.", "Thursday"),
    ("President Vladimir Putin and President Xi Jinping spoke by phone on Thursday, the Kremlin said.", "Thursday"),
    ("Vladimir Putin met Xi Jinping on Thursday, the Kremlin said on Friday.", "Thursday"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_an_engagement(text: str, day: str | None) -> None:
    (found,) = engagements(text)
    assert (found.date.expression if found.date else None) == day
