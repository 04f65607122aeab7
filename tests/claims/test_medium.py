"""How people engaged where only "spoke" is said: on the telephone, unless the text has them in one place."""

import pytest

from tests.claims.reading import engagements

MET = "The foreign ministers of Greece and Albania met in a villa on Lake Ohrid on Monday."
RUNG = "The chancellor of Germany telephoned the president of Belarus on Wednesday."
SPOKEN = [
    ("The Swiss president spoke with the prime minister of Libya on Thursday.", ["call"]),
    (
        "The Swiss president flew to Tripoli on Thursday and spoke with the prime minister of Libya.",
        ["visit", "meeting"],
    ),
    (f"{MET} The two ministers spoke for an hour.", ["meeting"]),
    (f"{MET} The Greek foreign minister telephoned the Albanian foreign minister on Tuesday.", ["meeting", "call"]),
    (f"{MET} The Greek foreign minister spoke with the Turkish foreign minister on Tuesday.", ["meeting", "call"]),
    (f"{MET} On Friday the Greek foreign minister spoke with the Albanian one.", ["meeting", "call"]),
    (f"{RUNG} A first conversation took place on Monday.", ["call", "call"]),
    (f"{RUNG} It was the first conversation of the two leaders in a year.", ["call"]),
    (f"{MET} A first conversation took place in June.", ["meeting", "talks"]),
    ("The presidents of Ghana and Togo spoke highly of the pact.", []),
    ("The president of Ghana spoke against the pact with Togo.", []),
]


@pytest.mark.parametrize(("text", "modes"), SPOKEN)
def test_whoever_spoke_in_one_place_made_no_call(text: str, modes: list[str]) -> None:
    assert [e.mode for e in engagements(text)] == modes
