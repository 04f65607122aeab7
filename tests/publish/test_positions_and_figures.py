"""Positions and figures in an edition: whose, in which order, each with a note that opens its words."""

import pytest

from demarche.model import Claim, Document, Figure, Participant, Position, text_sha256, words
from demarche.model.values import Stance
from demarche.network.turns import turns
from demarche.publish import Material, edition
from demarche.publish.digest import html, markdown
from demarche.publish.editions import Edition

MARCH = "Turkey opposes the Baltic plan. Imports rose to 60 million barrels in March, against 12 million in February."
JULY = "Turkey now backs the Baltic plan. Poland counted nine guards at the gate."


def document(id_: str, text: str, published: str) -> Document:
    return Document(
        id=id_, source=f"{id_}.txt", text=text, text_sha256=text_sha256(text), raw_sha256="", published=published,
        published_basis="given",
    )  # fmt: skip


def position(doc: Document, cue: str, stance: Stance) -> Position:
    start, end = doc.text.index(cue), doc.text.index("Baltic plan") + 11
    at = doc.text.index("Baltic plan")
    return Position(
        document=doc.id, start=start, end=end, quote=doc.text[start:end], found_by="test/1", stance=stance,
        actors=(Participant(actor="iso:TR", country="TUR", start=0, end=6),), target="Baltic plan",
        cue=words(doc.text, start, start + len(cue)), target_words=words(doc.text, at, at + 11),
    ).with_id()  # fmt: skip


def figure(doc: Document, quote: str, value: float, unit: str | None, against: str | None = None) -> Figure:
    start = doc.text.index(quote)
    return Figure(
        document=doc.id, start=start, end=start + len(quote), quote=quote, found_by="test/1", value=value, unit=unit,
        compared_with=against,
    ).with_id()  # fmt: skip


@pytest.fixture(scope="module")
def made() -> Edition:
    march, july = document("doc_a", MARCH, "2022-03-01"), document("doc_b", JULY, "2022-07-01")
    barrels = figure(march, "60 million barrels", 6e7, "barrel")
    claims: list[Claim] = [
        position(july, "backs", "supports"), position(march, "opposes", "opposes"), barrels,
        figure(march, "12 million", 1.2e7, "barrel", barrels.id), figure(july, "nine guards", 9, None),
    ]  # fmt: skip
    return edition(Material(documents={d.id: d for d in (march, july)}, claims={c.id: c for c in claims}))


def test_a_stance_has_a_history(made: Edition) -> None:
    assert [(p.actors, p.stance, p.target, p.day) for p in made.positions] == [
        ("Türkiye", "opposes", "Baltic plan", "1 March 2022"),
        ("Türkiye", "supports", "Baltic plan", "1 July 2022"),
    ]


def test_a_stance_that_changed_shows_both_words(made: Edition) -> None:
    (turn,) = made.turned
    assert (turn.actors, turn.target, turn.before, turn.after) == ("Türkiye", "Baltic plan", "opposes", "supports")
    assert (turn.before_day, turn.after_day) == ("1 March 2022", "1 July 2022")
    shown = {n.number: "".join(p.text for x in n.passages for p in x.pieces if p.lit) for n in made.notes}
    assert shown[turn.before_note].startswith("opposes")
    assert shown[turn.after_note].startswith("backs")
    assert "on Baltic plan: against (1 March 2022)" in markdown(made)
    assert 'id="turned"' in html(made)


TURNS: dict[str, tuple[list[tuple[str, Stance]], int]] = {
    "the same twice": ([("2022-03-01", "opposes"), ("2022-07-01", "opposes")], 0),
    "two ways on one day": ([("2022-03-01", "opposes"), ("2022-03-01", "supports")], 0),
    "from one doubt to another": ([("2022-03-01", "mixed"), ("2022-07-01", "non_committal")], 0),
    "there and back": ([("2022-03-01", "opposes"), ("2022-05-01", "supports"), ("2022-07-01", "opposes")], 2),
}


@pytest.mark.parametrize("name", TURNS)
def test_what_is_a_turn(name: str) -> None:
    told, expected = TURNS[name]
    texts = [document(f"doc_{n}", MARCH, day) for n, (day, _) in enumerate(told)]
    held = [position(text, "opposes", stance) for text, (_, stance) in zip(texts, told, strict=True)]
    assert len(turns(held, {t.id: t.published for t in texts})) == expected


def test_a_comparison_is_one_line_and_a_small_count_none(made: Edition) -> None:
    (line,) = made.figures
    assert (line.words, line.against) == ("60 million barrels", "12 million")


def test_every_line_opens_its_words(made: Edition) -> None:
    notes = {n.number: n for n in made.notes}
    numbers = [*(p.note for p in made.positions), *(f.note for f in made.figures)]
    for number in numbers:
        assert any(piece.lit for passage in notes[number].passages for piece in passage.pieces)
    assert set(notes) == set(numbers)


def test_both_forms_show_them(made: Edition) -> None:
    page, text = html(made), markdown(made)
    assert "## Positions" in text
    assert "## Figures" in text
    assert "**Türkiye** against: Baltic plan" in text
    for line in made.positions:
        assert f'id="p{line.note}"' in page
        assert f'href="#p{line.note}"' in page


def test_another_period_and_another_country_leave_them_out() -> None:
    march = document("doc_a", MARCH, "2022-03-01")
    own = Material(documents={"doc_a": march}, claims={"x": position(march, "opposes", "opposes")})
    assert not edition(own, since="2022-06-01").positions
    assert not edition(own, focus=["POL"]).positions
    assert edition(own, focus=["TUR"]).positions
