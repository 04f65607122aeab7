"""Ids stay: over re-runs, shuffled input, more texts, another model; what is kept is what would be made anew."""

from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model import Claim, Document, Family, Record
from demarche.records import Earlier, records, updated
from tests.records.rows import SAME, B, L
from tests.records.test_laws import lines
from tests.tellings import world

TOLD = st.lists(lines(), min_size=2, max_size=12)
World = tuple[list[Claim], tuple[Family, ...], dict[str, Document]]


def ids(found: tuple[Record, ...]) -> dict[frozenset[str], str]:
    """The id of each group of claims."""
    return {frozenset(r.claims): r.id for r in found}


def groups(found: tuple[Record, ...]) -> set[frozenset[str]]:
    return {frozenset(r.claims) for r in found}


def read_otherwise(claim: Claim) -> Claim:
    """The same words as another model reads them: surer, and with an end a little further on, so under another id."""
    return msgspec.structs.replace(
        claim, id="", end=claim.end + 1, quote=claim.quote + ".", found_by="other/9"
    ).with_id()  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(TOLD, st.randoms())
def test_a_second_run_changes_no_id_and_makes_nothing(told: list[str], random: Random) -> None:
    claims, families, documents = world(told)
    first = updated(claims, families, documents)
    shuffled = list(claims)
    random.shuffle(shuffled)
    again = updated(shuffled, families, documents, (), Earlier(first.records, first.bases))
    assert again.records == first.records
    assert again.made == 0


@settings(max_examples=40, deadline=None)
@given(TOLD, st.integers(1, 6))
def test_what_comes_later_gives_the_same_groups_as_all_at_once(told: list[str], cut: int) -> None:
    claims, families, documents = world(told)
    first = updated(claims[:cut], families, documents)
    later = updated(claims, families, documents, (), Earlier(first.records, first.bases))
    at_once = records(claims, families, documents)
    assert groups(later.records) == groups(at_once)
    bare = {frozenset(r.claims): msgspec.structs.replace(r, id="", part_of=(), parts=()) for r in at_once}
    for r in later.records:
        assert msgspec.structs.replace(r, id="", part_of=(), parts=()) == bare[frozenset(r.claims)]


@settings(max_examples=40, deadline=None)
@given(TOLD, st.integers(1, 6))
def test_more_texts_take_no_id_away(told: list[str], cut: int) -> None:
    claims, families, documents = world(told)
    first = updated(claims[:cut], families, documents)
    later = updated(claims, families, documents, (), Earlier(first.records, first.bases)).records
    assert len({r.id for r in later}) == len(later)
    before = ids(first.records)
    for r in later:
        grown = [id for held, id in before.items() if held <= set(r.claims)]
        if grown and not any(held & set(r.claims) and not held <= set(r.claims) for held in before):
            assert r.id in grown


@settings(max_examples=40, deadline=None)
@given(TOLD)
def test_another_model_changes_no_id(told: list[str]) -> None:
    claims, families, documents = world(told)
    first = updated(claims, families, documents)
    otherwise = {c.id: read_otherwise(c) for c in claims}
    again = updated(otherwise.values(), families, documents, (), Earlier(first.records, {}))
    assert {r.id for r in again.records} == {r.id for r in first.records}
    renamed = {frozenset(otherwise[c].id for c in held): id for held, id in ids(first.records).items()}
    assert ids(again.records) == renamed


def test_of_two_that_become_one_the_older_id_stays() -> None:
    claims, families, documents = world(
        [
            f"call happened {B} {L} pub=2022-07-25 doc=a",
            f"call happened {B} {L} pub=2022-07-28 doc=b",
            f"call happened {B} {L} on=2022-07-25..2022-07-28 pub=2022-07-26 doc=c",
        ]
    )
    first = updated(claims[:2], families, documents)
    assert len(first.records) == 2
    later = updated(claims, families, documents, (), Earlier(first.records, first.bases)).records
    oldest = min(first.records, key=lambda r: r.first_seen or "")
    assert oldest.id in {r.id for r in later}


def test_only_what_is_touched_is_made_again() -> None:
    told = [line for pair in SAME.values() for line in pair]
    claims, families, documents = world([f"{line} doc=d{n}" for n, line in enumerate(told) if "doc=" not in line])
    first = updated(claims[:-1], families, documents)
    later = updated(claims, families, documents, (), Earlier(first.records, first.bases))
    assert later.made <= 2
    assert len(later.records) > 20
