"""The map of partners by month: the highest level of each month, silence told apart from what nobody read."""

import msgspec

from demarche.model import Document, Participant, Record, When, text_sha256
from demarche.publish import Material, edition
from demarche.publish.digest import html, markdown
from demarche.publish.editions.drawn import Heat
from demarche.publish.editions.heat import heat
from demarche.publish.editions.selection import Choice


def met(n: int, day: str, partner: str, level: str) -> Record:
    people = tuple(Participant(name=f"{c} {level}", country=c, level=level) for c in ("RUS", partner))  # type: ignore[arg-type]
    return Record(
        id=f"rec_{n}", type="engagement", mode="meeting", status="happened", claims=(f"c{n}",), participants=people,
        date=When(start=day, end=day), level=level,  # type: ignore[arg-type]
    )  # fmt: skip


def document(n: int, day: str) -> Document:
    return Document(id=f"doc_{n}", source=f"{n}.txt", text="x", text_sha256=text_sha256("x"), raw_sha256="",
                    published=day, published_basis="given")  # fmt: skip


MATERIAL = Material(
    documents={d.id: d for d in (document(1, "2022-05-02"), document(2, "2022-07-02"))},
    records=(met(1, "2022-05-01", "TUR", "minister"), met(2, "2022-05-20", "TUR", "head"),
             met(3, "2022-07-01", "IRN", "head")),
)  # fmt: skip


def drawn() -> tuple[Heat, ...]:
    return heat(MATERIAL, Choice(), ("RUS",))


def test_the_best_level_of_each_month_and_what_was_read() -> None:
    (made,) = drawn()
    assert made.months == ("2022-05", "2022-06", "2022-07")
    assert made.coverage == (1, 0, 1)
    assert {row.side: row.cells for row in made.rows} == {"TUR": ("head", None, None), "IRN": (None, None, "head")}


def test_without_a_focus_there_is_none() -> None:
    assert heat(MATERIAL, Choice(), ()) == ()


def test_both_forms_tell_silence_from_no_coverage() -> None:
    empty = edition(msgspec.structs.replace(MATERIAL, records=()))
    made = msgspec.structs.replace(empty, heat=drawn())
    page, text = html(made), markdown(made)
    assert "| Türkiye | H | – | · |" in text
    assert "nothing read" in page
    assert 'class="cell head"' in page
