"""What is remembered is what was last told, and not more than was allowed."""

from hypothesis import given
from hypothesis import strategies as st

from demarche.language.remembered import Remembered

MOST = 8
ROUNDS = st.lists(st.dictionaries(st.integers(0, 30), st.text(min_size=1), min_size=1, max_size=MOST // 2))


@given(ROUNDS)
def test_the_last_are_known_as_they_were_told_and_no_more_than_so_many(rounds: list[dict[int, str]]) -> None:
    remembered: Remembered[int, str] = Remembered(MOST)
    told: dict[int, str] = {}
    for answers in rounds:
        remembered.keep(answers)
        told.update(answers)
        assert len(remembered) <= MOST
        assert {k: remembered.get(k) for k in answers} == answers
        assert all(remembered.get(k) in (None, told[k]) for k in told)


def test_the_oldest_are_forgotten_first() -> None:
    remembered: Remembered[int, int] = Remembered(4)
    for k in range(6):
        remembered.keep({k: k})
    assert [remembered.get(k) for k in range(6)] == [None, None, 2, 3, 4, 5]


def test_many_at_once_are_all_known_until_the_next() -> None:
    remembered: Remembered[int, int] = Remembered(4)
    remembered.keep(dict.fromkeys(range(9), 1))
    assert len(remembered) == 9
    remembered.keep({10: 1})
    remembered.keep({11: 1, 12: 1})
    assert [remembered.get(k) for k in (0, 10, 11)] == [None, 1, 1]
