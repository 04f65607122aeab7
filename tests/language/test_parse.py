"""Documents in, Parsed out: in order, with what nobody reads left unread."""

import pytest

from demarche.language.identify import language
from demarche.language.parse import BACKENDS, NOBODY, parse
from demarche.model import Boilerplate, Document, text_sha256

TEXTS = [
    ("Министр иностранных дел России Сергей Лавров провёл переговоры в Женеве.", "ru"),
    ("Le ministre des Affaires étrangères a rencontré son homologue à Genève mardi dernier.", "fr"),
    ("The foreign minister met his counterpart in Geneva last Tuesday.", "en"),
    ("U.S. 2022", "en"),
    ("", "en"),
]  # fmt: skip


def document(name: str, text: str, language: str | None = None, skip: tuple[Boilerplate, ...] = ()) -> Document:
    digest = text_sha256(text)
    return Document(
        id=name, source=name, text=text, text_sha256=digest, raw_sha256=digest, language=language, boilerplate=skip
    )


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_language(text: str, code: str) -> None:
    assert language(text) == code


LONG = [
    ("De minister zei dat hij of zijn collega woensdag met de krant The Times of London sprak over de handel en de "
     "grens, en dat er nog geen besluit was genomen of het verdrag van kracht blijft. ", "nl"),
    ("Ministeren leste The Guardian mens en and svømte forbi, og sa at avtalen for handel og fiske fra mai ikke lenger "
     "gjelder for båter som kommer fra Sverige eller andre land. ", "no"),
    ("Der Minister sprach am Mittwoch mit der Times of Malta und mit The Economist, wie es hieß, und wollte sich "
     "danach nicht mehr zu den Gesprächen in Genf äußern, die am Montag enden sollen. ", "de"),
    ("The minister of trade and the envoy spoke of the rules that apply from May with nobody else there. ", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), LONG)
def test_a_long_text_is_not_english_for_a_few_english_words(text: str, code: str) -> None:
    assert language(text * 10) == code


def test_documents_keep_their_order_and_the_foreign_stay_unread() -> None:
    given = [document(str(i), text) for i, (text, _) in enumerate(TEXTS)] * 2
    found = list(parse(given))
    assert [p.document for p in found] == [d.id for d in given]
    assert [p.read for p in found] == [code in BACKENDS for _, code in TEXTS] * 2
    assert all(p.backend == NOBODY and not p.sentences for p in found if not p.read)
    assert [len(p.sentences) for p in found[1:5]] == [0, 1, 1, 0]


def test_a_document_that_says_it_is_english_is_read() -> None:
    (found,) = parse([document("a", TEXTS[1][0], language="en-GB")])
    assert found.read


def test_boilerplate_is_left_out() -> None:
    text = "They met. Read more here."
    (found,) = parse([document("a", text, skip=(Boilerplate(10, 25, "teaser"),))])
    assert [(s.start, s.end) for s in found.sentences] == [(0, 9)]
