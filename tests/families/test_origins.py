"""Whose account a text is, and which member of a family is quoted."""

import pytest

from demarche.families import families
from demarche.families.credits import credit, origin, wires
from demarche.families.fluency import attested, fluency
from demarche.families.stems import coded
from demarche.model import Document

from .labelled import stories
from .texts import WIRE, document


@pytest.mark.parametrize("example", wires().example, ids=lambda e: e.text[-60:])
def test_credits(example: object) -> None:
    assert credit(document("a", example.text)) == (example.expected or None)  # type: ignore[attr-defined]


ORIGINS = [
    (document("a", "Talks went on.", publisher="The Valley Times"), "house:the valley times"),
    (document("a", "VIENNA (AFP) - Talks went on.", publisher="The Valley Times"), "wire:afp"),
    (document("a", "Talks went on.", publisher="Reuters", source_class="wire"), "wire:reuters"),
    (document("a", "The Minister spoke.", source_class="official", official_of="NOR"), "official:NOR"),
    (document("a", "The ministers told (AP)", source_class="official", official_of="NOR"), "official:NOR"),
    (document("a", "Talks went on."), None),
]


@pytest.mark.parametrize(("text", "expected"), ORIGINS)
def test_origins(text: Document, expected: str | None) -> None:
    assert origin(text) == expected


def test_a_family_is_the_account_of_the_agency_that_one_member_names() -> None:
    copies = [
        document("a", WIRE, publisher="Valley Times"),
        document("b", "GENEVA (Reuters) - " + WIRE, publisher="Hill Post"),
    ]
    (family,) = families(copies)
    assert family.origin == "wire:reuters"


def test_what_a_ministry_published_is_its_account_whoever_prints_it() -> None:
    issued = document("a", WIRE, source_class="official", official_of="CHE", published="2023-03-01")
    (family,) = families([issued, document("b", "(AP) " + WIRE, published="2023-03-01")])
    assert (family.origin, family.best) == ("official:CHE", issued.id)


@pytest.mark.parametrize("name", sorted(stories()))
def test_a_synonym_machine_writes_what_nobody_writes(name: str) -> None:
    story = {key: fluency(coded(text)) for key, text in stories()[name].items()}
    assert all(story["spun"] < story[key] - 0.05 for key in ("base", "light", "heavy", "back"))  # type: ignore[operator]


WORDS = [("the minister", True), ("addressed telephone", False), ("met with", True)]


@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_pairs_of_words(words: str, expected: bool) -> None:
    assert attested(*coded(words)) is expected


@pytest.mark.parametrize("name", sorted(stories()))
def test_a_damaged_copy_is_not_quoted_though_it_is_the_earliest(name: str) -> None:
    spun = document("spun", stories()[name]["spun"], published="2023-03-01")
    base = document("base", stories()[name]["base"], published="2023-03-02")
    whole = [f for f in families([spun, base]) if len(f.documents) == 2]
    assert [f.best for f in whole] == [base.id]
    assert "word choices that English does not make" in whole[0].why
