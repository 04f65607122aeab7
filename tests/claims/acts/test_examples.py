"""Every example that stands in the act lexicon: what must be found is found, what only looks like it is not."""

from collections.abc import Iterator

import pytest

from demarche.lexicon.acts import ActExample, ActType, act_lexicon
from tests.claims.acts.judging import acts, fits, told


def positive() -> Iterator[object]:
    for kind in act_lexicon().types:
        for n, example in enumerate(kind.positive):
            yield pytest.param(kind, example, id=f"{kind.id}-{n}")


def negative() -> Iterator[object]:
    for kind in act_lexicon().types:
        for n, text in enumerate(kind.negative):
            yield pytest.param(kind, text, id=f"{kind.id}-{n}")


@pytest.mark.parametrize(("kind", "example"), list(positive()))
def test_found(kind: ActType, example: ActExample) -> None:
    found = acts(example.text)
    assert any(fits(c, kind, example) for c in found), [told(c, example.text) for c in found]


@pytest.mark.parametrize(("kind", "text"), list(negative()))
def test_not_found(kind: ActType, text: str) -> None:
    assert not [told(c, text) for c in acts(text) if c.event == kind.id]
