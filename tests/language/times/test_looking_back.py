"""Days without a year in a text that looks back, and in one that does not."""

import pytest

from .test_times import times

TEXTS = [
    ("At dawn on 31 August 1994 the last train left. The president had flown to Moscow on 26 July.", "1994-07-26"),
    ("In October 1998 troops moved up. The envoy flew to Damascus on October 4.", "1998-10-04"),
    ("On 20 December 1998 the two signed. The border opened on 3 January.", "1999-01-03"),
    (
        "The pact of October 1998 is dead, the minister said on Friday. The envoy flew to Damascus on October 4.",
        "2018-10-04",
    ),
    ("The body, founded in 1945, met on October 4.", "2018-10-04"),
    ("In July 2017 the two fell out. The envoy flew to Damascus on October 4.", "2018-10-04"),
    (
        "In October 1998 troops moved up. On 2 October 2018 they left. The envoy left on October 4.",
        "2018-10-04",
    ),
]


@pytest.mark.parametrize(("text", "day"), TEXTS)
def test_a_day_without_a_year_is_of_the_time_a_text_is_about(text: str, day: str) -> None:
    assert times(text, "2018-10-20")[-1].first == day
