"""Who said what: the content, its kind and its speaker, in sentences of our own."""

import pytest

from tests.claims.reading import document, read, statements

ROWS = [
    # text, kind, speakers' names (None: known by country only), how the content starts, how it ends
    (
        "Foreign Minister Dmytro Kuleba said that Ukraine would not give up its cities.",
        "indirect",
        ["Dmytro Kuleba"],
        "Ukraine would",
        "its cities",
    ),
    (
        "Ukraine would not give up its cities, Foreign Minister Dmytro Kuleba said on Friday.",
        "indirect",
        ["Dmytro Kuleba"],
        "Ukraine would",
        "its cities",
    ),
    (
        "The Russian Foreign Ministry said on Thursday that it had received no request for a call.",
        "indirect",
        [None],
        "it had received",
        "a call",
    ),
    (
        "“We will meet again,” a spokesman for the Polish government said.",
        "direct",
        [None],
        "We will",
        "again",
    ),
    (
        "The German government said the talks had been “open and useful”.",
        "mixed",
        [None],
        "the talks",
        "useful”",
    ),
    (
        "The minister said he was open to talks, but any meeting would have to wait until September.",
        "indirect",
        None,
        "he was open",
        "September",
    ),
    (
        "According to the Turkish Defence Ministry, the first ship left the port of Odesa on Monday.",
        "indirect",
        [None],
        "the first ship",
        "Monday",
    ),
    (
        "The first ship left the port of Odesa on Monday, according to the Turkish Defence Ministry.",
        "indirect",
        [None],
        "The first ship",
        "Monday",
    ),
    (
        "NATO Secretary-General Jens Stoltenberg condemned the strikes on the port.",
        "indirect",
        ["Jens Stoltenberg"],
        "the strikes",
        "the port",
    ),
    (
        "Prime Minister Mario Draghi pledged to send more generators to Ukraine.",
        "indirect",
        ["Mario Draghi"],
        "to send",
        "Ukraine",
    ),
    (
        "President Klaus Iohannis stressed that Romania would help, adding that the port of Constanta was open.",
        "indirect",
        ["Klaus Iohannis"],
        "the port",
        "open",
    ),
]


@pytest.mark.parametrize(("text", "kind", "speakers", "first", "last"), ROWS, ids=[r[0][:40] for r in ROWS])
def test_found(text: str, kind: str, speakers: list[str | None] | None, first: str, last: str) -> None:
    fits = [
        s
        for s in statements(text)
        if s.kind == kind and s.content.quote.startswith(first) and s.content.quote.rstrip(".").endswith(last)
    ]
    assert fits, [(s.kind, s.content.quote) for s in statements(text)]
    if speakers is not None:
        assert len(fits[0].speakers) == len(speakers)
        assert all(name is None or p.name == name for p, name in zip(fits[0].speakers, speakers, strict=True))
        assert all(p.country or p.organisation for p in fits[0].speakers)


@pytest.mark.parametrize(
    "text",
    [
        "The president welcomed the prime minister at the airport.",
        "Ships from Odesa reached the Bosphorus.",
        "So they said.",
    ],
)
def test_says_nothing(text: str) -> None:
    assert not statements(text)


def test_a_quote_goes_on_with_its_speaker() -> None:
    text = "“We will meet again,” said Foreign Minister Pekka Haavisto. “The date is open and so is the place.”"
    found = {s.content.quote: s for s in statements(text)}
    assert set(found) == {"We will meet again", "The date is open and so is the place."}
    assert {p.name for s in found.values() for p in s.speakers} == {"Pekka Haavisto"}


def test_a_quote_inside_a_quote_has_one_speaker() -> None:
    text = "“Others will look at this and say it was a mistake,” said Foreign Minister Pekka Haavisto."
    assert [[p.name for p in s.speakers] for s in statements(text)] == [["Pekka Haavisto"]]


def test_words_stand_where_they_say() -> None:
    doc = document("\n".join(row[0] for row in ROWS))
    for claim in read(doc):
        assert doc.text[claim.start : claim.end] == claim.quote
        for words in (getattr(claim, "content", None), getattr(claim, "cue", None), getattr(claim, "source", None)):
            assert words is None or doc.text[words.start : words.end] == words.quote
