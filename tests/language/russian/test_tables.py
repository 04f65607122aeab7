"""The Russian word lists point at what the tables of actors know; no natasha is needed for that."""

import tomllib

import pytest

from demarche.lexicon import knowledge
from demarche.lexicon.engagement_words import engagement_words
from demarche.lexicon.tables import data
from demarche.lexicon.translations import PersonName, translations

NAMES = translations("ru")


def test_every_member_of_the_united_nations_has_a_name() -> None:
    known = knowledge()
    members = {s.alpha2 for s in known.tables.states if s.un_member}
    assert members <= {s.state for s in NAMES.states}
    assert {s.state for s in NAMES.states} <= {s.alpha2 for s in known.tables.states}


def test_roles_stand_in_the_table() -> None:
    assert {r.role for r in NAMES.roles} <= set(knowledge().roles)
    assert all(knowledge().body(r.body) for r in NAMES.roles if r.body)


def test_bodies_stand_in_the_tables() -> None:
    known = knowledge()
    for body in NAMES.bodies:
        if body.kind == "organisation":
            assert body.target in known.organisations
        elif body.kind in ("organ", "seat"):
            assert body.target in known.organs


@pytest.mark.parametrize("row", NAMES.persons, ids=lambda r: r.name)
def test_persons_are_known(row: PersonName) -> None:
    assert knowledge().called(row.person) or knowledge().like(row.person)


def test_places_lie_in_states_that_are_known() -> None:
    assert all(knowledge().state(p.state) for p in NAMES.places)


def test_no_word_bends_a_status_two_ways() -> None:
    lists = tomllib.loads(data("languages", "ru", "events.toml").read_text(encoding="utf-8"))["status"]
    every = [word for words in lists.values() for word in words]
    assert len(set(every)) == len(every) == len(engagement_words("ru").status)
