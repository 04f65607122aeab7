"""Every example that stands in the event lexicon: what must be found is found, what only looks like it is not."""

from collections.abc import Iterator

import pytest

from demarche.lexicon.events import EventType, Example, discourse, event_lexicon
from tests.claims.reading import engagements


def positive() -> Iterator[object]:
    for kind in event_lexicon().types:
        for n, example in enumerate(kind.positive):
            yield pytest.param(kind, example, id=f"{kind.id}-{n}")


def negative() -> Iterator[object]:
    for kind in event_lexicon().types:
        for n, text in enumerate(kind.negative):
            yield pytest.param(kind, text, id=f"{kind.id}-{n}")


@pytest.mark.parametrize(("kind", "example"), list(positive()))
def test_found(kind: EventType, example: Example) -> None:
    found = engagements(example.text)
    fits = [
        e
        for e in found
        if e.mode == (example.mode or kind.mode)
        and {p.country for p in e.participants} >= set(example.countries)
        and e.status == example.status
        and (example.date is None or (e.date and e.date.start == example.date))
    ]
    assert fits, [(e.mode, e.status, [p.country for p in e.participants], e.date) for e in found]


@pytest.mark.parametrize("example", discourse().positive, ids=lambda e: e.text[:30])
def test_told_by_the_sentences_before(example: Example) -> None:
    found = [(e.mode, e.status, {p.country for p in e.participants}) for e in engagements(example.text)]
    assert (example.mode, example.status, set(example.countries)) in found


@pytest.mark.parametrize(("kind", "text"), list(negative()))
def test_not_found(kind: EventType, text: str) -> None:
    assert not [e for e in engagements(text) if e.mode == kind.mode]
