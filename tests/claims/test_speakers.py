"""Who said it, to whom, where and when: known, unknown, and never somebody else."""

import pytest

from demarche.model import Statement
from tests.claims.reading import document, read, statements

WHO: list[tuple[str, list[str | None]]] = [
    # text, the speakers' names (or country, or body; - for unknown)
    ("Foreign Minister Pekka Haavisto said the road was open.", ["Pekka Haavisto"]),
    ("Foreign Minister Pekka Haavisto left. He said the road was open.", ["Pekka Haavisto"]),
    ("The Russian Foreign Ministry said the road was open.", ["RUS"]),
    ("The Turkish readout said the road was open.", ["TUR"]),
    ("The Polish government's statement said the road was open.", ["POL"]),
    ("A senior US official said the road was open.", ["USA"]),
    ("A spokesman for the German government said the road was open.", ["DEU"]),
    ("The European Union said the road was open.", ["org:eu"]),
    ("Moscow said the road was open.", ["RUS"]),
    ("Neighbours said the road was open.", ["Neighbours"]),
    ("Local media said the road was open.", ["Local media"]),
    ("The jury said the road was open.", ["jury"]),
    ("A source close to the minister said the road was open.", ["source close to the minister"]),
    ("Witnesses and the Polish government said the road was open.", ["Witnesses", "POL"]),
    ("The road was open, according to figures released by Mintel, a research firm.", ["Mintel"]),
    ("The figures said the road was open.", []),
    ("The survey said the road was open.", []),
    ("His critics said the road was open.", ["His critics"]),
    ("Foreign Minister Pekka Haavisto arrived. His critics said the road was open.", ["His critics"]),
    ("Foreign Minister Pekka Haavisto, who said the road was open, left.", ["Pekka Haavisto"]),
    ("The agency quoted Foreign Minister Pekka Haavisto as saying the road was open.", ["Pekka Haavisto"]),
    ("Pekka Haavisto was quoted on Friday by local media as saying that the road was open.", ["Pekka Haavisto"]),
    ("The agency cited officials as saying that the road was open.", [None]),
    ("According to the French president, the road was open again.", ["FRA"]),
    ("Prime Minister Mario Draghi and President Klaus Iohannis said it was open.", ["Mario Draghi", "Klaus Iohannis"]),
]  # fmt: skip

AROUND = [
    # text, venue, day, addressees
    ("Foreign Minister Pekka Haavisto told reporters on Friday that all is well.", "press remarks", "2022-07-29", []),
    ("Minister Pekka Haavisto told President Klaus Iohannis that all is well.", None, None, ["Klaus Iohannis"]),
    ("The minister said in a statement that the road was open.", "statement", None, []),
    ("The minister said at a news conference on Thursday that all is well.", "press conference", "2022-07-28", []),
    ("In an interview, the minister said that the road was open.", "interview", None, []),
    ("The minister tweeted that the road was open.", "tweet", None, []),
    ("The minister said that the letter was read in a phone call.", None, None, []),
    ("Foreign Minister Pekka Haavisto urged the Turkish government to open the road.", None, None, ["TUR"]),
]  # fmt: skip


SIGNED = [
    # title, whose text, the countries that "we" stands for
    ("Statement by the Press Secretary on the Talks", "USA", ["USA"]),
    ("Statement from the Minister of Foreign Affairs", "FIN", ["FIN"]),
    ("Statement by the President and the Prime Minister on the Talks", "USA", []),
    ("Joint Statement on the Talks", "USA", []),
    ("Statement by the Group’s Leaders on the Talks", "USA", []),
    ("Statement by the Press Secretary on the Talks", None, []),
]


@pytest.mark.parametrize(("title", "official_of", "who"), SIGNED)
def test_we_in_a_signed_statement(title: str, official_of: str | None, who: list[str]) -> None:
    found = read(document("We call on both sides to open the road.", title=title, official_of=official_of))
    (told,) = [c for c in found if isinstance(c, Statement)]
    assert [p.country for p in told.speakers] == who


def only(text: str) -> Statement:
    (found,) = statements(text)
    return found


@pytest.mark.parametrize(("text", "who"), WHO, ids=[r[0][:60] for r in WHO])
def test_speakers(text: str, who: list[str | None]) -> None:
    told = [{p.name, p.country, p.organisation, p.role} for p in only(text).speakers]
    assert len(told) == len(who)
    assert all(name in known for name, known in zip(who, told, strict=True))


@pytest.mark.parametrize(("text", "venue", "day", "heard"), AROUND, ids=[r[0][:60] for r in AROUND])
def test_venue_day_addressees(text: str, venue: str | None, day: str | None, heard: list[str]) -> None:
    found = only(text)
    assert (found.venue, found.date.start if found.date else None) == (venue, day)
    assert len(found.addressees) == len(heard)
    assert all(name in (p.name, p.country) for name, p in zip(heard, found.addressees, strict=True))


def test_words_inside_words_are_attributed() -> None:
    text = "Foreign Minister Pekka Haavisto said that the Russian government had warned that the road was closed."
    outer, inner = sorted(statements(text), key=lambda s: s.content.start)
    assert outer.attributed_to is None
    assert inner.content.quote == "the road was closed"
    assert inner.attributed_to is not None
    assert inner.attributed_to.name == "Pekka Haavisto"


def test_a_source_goes_on_in_free_speech() -> None:
    text = "Foreign Minister Pekka Haavisto argued that the road was open. It was, he added, safe at night."
    found = {s.content.quote: (s, [w.quote for w in s.rest]) for s in statements(text)}
    assert set(found) == {"the road was open", "safe at night"}
    statement, rest = found["safe at night"]
    assert rest == ["It was"]
    assert [p.name for p in statement.speakers] == ["Pekka Haavisto"]


def test_what_the_writer_guesses_nobody_said() -> None:
    assert not statements("The Russian government has presumably welcomed the decision.")


def test_what_nobody_is_said_to_say_is_no_statement() -> None:
    assert not statements("The ship is believed to have sunk off the coast.")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not say when the road would open.",
        "The Turkish readout did not mention the prisoners.",
        "The minister has not commented on the road.",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert not statements(text)


def test_what_is_denied_is_said() -> None:
    assert [s.content.quote for s in statements("The Polish ministry did not rule out further talks.")] == [
        "further talks"
    ]
