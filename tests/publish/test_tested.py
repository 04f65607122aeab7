"""Assertions in the digest: beside the record, in every form, without a verdict."""

import pytest

from demarche.model import Assertion, Participant
from demarche.publish import Material
from demarche.publish.digest import html, markdown
from demarche.publish.editions import Edition
from demarche.publish.editions.compose import compose
from tests.sample import at, documents, material, sentence

SAYS = "first conversation since the invasion of Ukraine in February"


def asserting() -> Material:
    document = next(d for d in documents().values() if SAYS in d.text)
    words = at(document, SAYS)
    said = Assertion(
        document=document.id, start=words.start, end=words.end, quote=words.quote, found_by="test/1",
        about="first since", since="2022-02", sentence=sentence(document, words),
        parties=(Participant(country="RUS"), Participant(country="USA")),
    ).with_id()  # fmt: skip
    whole = material()
    return material(claims={**whole.claims, said.id: said})


@pytest.fixture(scope="module")
def edition() -> Edition:
    return compose(asserting())


def test_it_stands_beside_the_record(edition: Edition) -> None:
    (one,) = edition.tested
    assert (one.about, one.parties) == ("first since", "Russia and United States")
    assert (one.meant.count, one.opposing.count) == (1, 0)
    assert 0 < one.read <= one.months
    assert SAYS in next(n for n in edition.notes if n.number == one.note).passages[0].pieces[1].text


@pytest.mark.parametrize("form", [markdown, html])
def test_every_form_shows_it(form: object, edition: Edition) -> None:
    shown = form(edition)  # type: ignore[operator]
    assert "Claims about the record" in shown
    assert SAYS in shown
    assert "read: " in shown


def test_a_focus_on_others_leaves_it_out() -> None:
    assert not compose(asserting(), focus=["UG"]).tested
    assert compose(asserting(), focus=["US"]).tested
