"""Who said what: the content, its kind and its speaker, in sentences of our own."""

import re

import pytest

from demarche.claims.scene import scenes
from demarche.claims.statements import attributed
from tests.claims import statement_rows as rows
from tests.claims.reading import document, read, reader, statements

ROLE = re.compile(r"\[\[(?P<source>.+?)\]\]|\(\((?P<cue>.+?)\)\)|\{\{(?P<content>.+?)\}\}", re.S)
MARKED = [
    *((row, "indirect") for row in (*rows.INDIRECT, *rows.WHO, *rows.TO_DO, *rows.STANCE)),
    *((row, "indirect") for row in (*rows.PHRASES, *rows.NOUNS, *rows.REWRITTEN)),
    *((row, "direct") for row in rows.DIRECT),
    *((row, "mixed") for row in rows.MIXED),
]


def unmarked(row: str) -> tuple[str, dict[str, list[str]]]:
    """A marked sentence as text, and its words by role."""
    roles: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for match in ROLE.finditer(row):
        roles[str(match.lastgroup)].append(match[str(match.lastgroup)])
    return ROLE.sub(lambda m: m[str(m.lastgroup)], row), roles


@pytest.mark.parametrize(("row", "kind"), MARKED, ids=[r[0][:60] for r in MARKED])
def test_exact_words(row: str, kind: str) -> None:
    text, want = unmarked(row)
    told = [
        {
            "kind": s.kind,
            "content": [w.quote for w in sorted([s.content, *s.rest])],
            "cue": [s.cue.quote] if s.cue else [],
            "source": [s.source.quote] if s.source else [],
        }
        for s in statements(text)
    ]
    if not want["source"]:
        told = [t | {"source": []} for t in told]
    assert want | {"kind": kind} in told


@pytest.mark.parametrize("row", rows.WIDE)
def test_the_wide_reading_takes_thoughts_in(row: str) -> None:
    text, want = unmarked(row)
    doc = document(text)
    told = list(scenes(doc, reader().read(doc)))
    found = attributed(doc, told, "wide")
    words = [
        {
            "content": [text[p.start : p.end] for p in a.parts],
            "cue": [text[a.cue.start : a.cue.end]],
            "source": [text[a.source.start : a.source.end]] if a.source else [],
        }
        for a in found
    ]
    assert words == [want]
    assert not attributed(doc, told, "speech")


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
