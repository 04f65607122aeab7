"""Contact in general is kept as generic, a single engagement is not."""

import pytest

from demarche.lexicon.events import Example, event_lexicon
from tests.claims.reading import engagements

WORDS = event_lexicon().generic


def sides(text: str) -> list[tuple[bool, set[str | None]]]:
    return [(e.generic, {p.country for p in e.participants}) for e in engagements(text)]


@pytest.mark.parametrize("example", WORDS.positive, ids=lambda e: e.text[:40])
def test_general(example: Example) -> None:
    assert any(generic and there >= set(example.countries) for generic, there in sides(example.text)), sides(
        example.text
    )
    assert all(generic for generic, _ in sides(example.text))


@pytest.mark.parametrize("example", WORDS.one, ids=lambda e: e.text[:40])
def test_single(example: Example) -> None:
    assert any(there >= set(example.countries) for _, there in sides(example.text))
    assert not any(generic for generic, _ in sides(example.text))
