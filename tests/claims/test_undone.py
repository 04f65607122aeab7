"""What a second verb of an event's noun does to it."""

import pytest

from tests.claims.reading import engagements

STATUS = [
    ("The visit of the Albanian prime minister to Serbia was announced in May and then cancelled.", "cancelled"),
    ("The visit of the Albanian prime minister to Serbia was planned for May but put off.", "postponed"),
    ("The visit of the Albanian prime minister to Serbia was planned for May and the match was cancelled.", "planned"),
    ("The visit of the Albanian prime minister to Serbia was planned for May and announced on Monday.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_what_was_planned_and_then_undone_is_undone(text: str, status: str) -> None:
    (told,) = engagements(text)
    assert told.status == status
