"""A question takes what it names, in any spelling of a country, and refuses by name what there is not."""

import pytest

from demarche.model import Participant, Place, Record, UsageError, When
from demarche.publish.queries import Query, query

VISIT = Record(
    id="rec_a", type="engagement", mode="visit", status="happened", claims=("c",), level="minister",
    participants=(Participant(name="Recep Tayyip Erdoğan", country="TUR"), Participant(country="RUS")),
    date=When(start="2022-08-05", end="2022-08-05"), place=Place(name="Sochi", country="RUS"), topics=("grain",),
)  # fmt: skip


@pytest.mark.parametrize(
    "asked",
    ["", "country:RU", "country:RUS,TR", "country:ru country:tur", "mode:call,visit", "level:deputy", "level:minister",
     "status:happened type:engagement", "erdogan", "'recep tayyip'", "sochi grain", "since:2022-08-01 until:2022-08-31",
     "topic:grain"],
)  # fmt: skip
def test_taken(asked: str) -> None:
    assert query(asked).takes(VISIT)


@pytest.mark.parametrize(
    "asked",
    ["country:UA", "country:RU,UA", "mode:call", "level:head", "status:planned", "type:act", "wheat", "topic:gas",
     "since:2022-08-06", "until:2022-08-04", "side:press"],
)  # fmt: skip
def test_not_taken(asked: str) -> None:
    assert not query(asked).takes(VISIT)


@pytest.mark.parametrize(
    ("asked", "words"),
    [("kind:visit", "no field is called kind"), ("country:Narnia", "no country's code"), ("level:boss", "no level"),
     ("'open", "not closed")],
)  # fmt: skip
def test_refused(asked: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        query(asked)


def test_an_unknown_level_never_counts_as_any() -> None:
    unknown = Record(id="rec_b", type="engagement", mode="call", status="happened", claims=("c",))
    assert not Query(level="official").takes(unknown)


def test_an_address_is_a_word_and_no_field() -> None:
    assert query("https://example.org/a").words == ("https://example.org/a",)
