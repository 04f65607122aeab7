"""Which documents make a family: copies and rewrites do, reports of one event and the next readout do not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.families import families
from demarche.model import Document

from .texts import FIRST_CALL, NEXT_CALL, REWRITE, SAME_EVENT, WIRE, document

OFFICE = {"publisher": "Office of the President", "source_class": "official"}
SHORT = "The two leaders discussed bilateral relations."


def kinds(*documents: Document) -> set[str]:
    """The kinds of the edges found among some documents."""
    return {e.kind for f in families(documents) for e in f.edges}


def together(*documents: Document) -> bool:
    """Are they one family?"""
    return len(families(documents)) == 1


PAIRS = [
    ("reprint", document("a", WIRE), document("b", WIRE), True),
    ("reprint with another headline", document("a", WIRE), document("b", "Ministers meet\n\n" + WIRE), True),
    ("rewrite", document("a", WIRE), document("b", REWRITE), True),
    ("wire with a local lead", document("a", WIRE), document("b", SAME_EVENT.split("\n\n")[1] + "\n\n" + WIRE), True),
    ("independent report", document("a", WIRE), document("b", SAME_EVENT), False),
    ("digest with one passage", document("a", WIRE), document("b", SAME_EVENT + "\n\n" + WIRE.split("\n\n")[3]), False),
    ("one sentence, the same", document("a", SHORT), document("b", SHORT), True),
    ("nothing at all", document("a", ""), document("b", ""), False),
    ("next readout", document("a", FIRST_CALL), document("b", NEXT_CALL), False),
    (
        "next readout, dated",
        document("a", FIRST_CALL, published="2023-03-01", **OFFICE),
        document("b", NEXT_CALL, published="2023-05-09", **OFFICE),
        False,
    ),
    (
        "the same short words on two calls",
        document("a", SHORT, published="2023-03-01", title="Call with the first neighbour", **OFFICE),
        document("b", SHORT, published="2023-03-09", title="Call with the second neighbour", **OFFICE),
        False,
    ),
    (
        "rewritten half a year later",
        document("a", WIRE, published="2023-03-01"),
        document("b", REWRITE, published="2023-09-09"),
        False,
    ),
]


@pytest.mark.parametrize(("name", "a", "b", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_pairs(name: str, a: Document, b: Document, expected: bool) -> None:
    assert together(a, b) is expected


KINDS = [
    ("copy", WIRE, WIRE + "\n\nReporting by our staff.", {}),
    ("rewrite", WIRE, REWRITE, {}),
    ("revision", WIRE, WIRE.replace("26,000", "27,000"), {"publisher": "The Valley Times"}),
    ("excerpt", WIRE, "\n\n".join(WIRE.split("\n\n")[1:3]), {}),
]


@pytest.mark.parametrize(("kind", "one", "other", "known"), KINDS, ids=[k[0] for k in KINDS])
def test_kinds(kind: str, one: str, other: str, known: dict[str, str]) -> None:
    assert kinds(document("a", one, **known), document("b", other, **known)) == {kind}


def test_edge_says_why_and_which_way() -> None:
    early = document("a", WIRE, published="2023-03-01")
    late = document("b", REWRITE, published="2023-03-02")
    (family,) = families([late, early])
    (edge,) = family.edges
    assert edge.direction == ("a>b" if edge.a == early.id else "b>a")
    assert family.best == early.id
    assert "7 sentences agree in order" in edge.why


def test_longer_text_is_the_source_where_no_date_says_otherwise() -> None:
    whole, part = document("a", WIRE), document("b", "\n\n".join(WIRE.split("\n\n")[:5]))
    (edge,) = families([whole, part])[0].edges
    assert edge.direction == ("a>b" if edge.a == whole.id else "b>a")


def test_round_up_of_two_stories_does_not_join_them() -> None:
    other = "\n\n".join(sentence.replace("ministers", "coaches") for sentence in _story().split("\n\n"))
    both = document("both", WIRE + "\n\n" + other)
    one, two = document("one", WIRE), document("two", other)
    (home,) = [f for f in families([one, two, both]) if one.id in f.documents]
    assert two.id not in home.documents


def _story() -> str:
    return """\
Heavy rain flooded the northern port on Sunday and cut the only railway to the mines for several days.

Engineers brought twelve pumps from the coast, but the harbour basin kept filling through the night.

The insurer put the damage to cranes and warehouses at 48 million, twice the sum of the flood of 1998.

Ferries to the island were moved to the old pier, where queues of lorries reached the motorway.

Schools in three districts remain closed until the water board has tested the wells.

Meteorologists expect the storm to weaken on Wednesday as it moves over the lake.

The harbour master said that the first ore ship could leave on Friday."""


def test_five_hundred_reprints_are_one_family() -> None:
    copies = [document(f"paper {i}", WIRE + f"\n\nOur edition number {i}.") for i in range(200)]
    assert sorted(len(f.documents) for f in families([*copies, document("x", SAME_EVENT)])) == [1, 200]


@settings(max_examples=10, deadline=None)
@given(st.randoms())
def test_order_does_not_matter(dice: random.Random) -> None:
    every = [document(str(i), t) for i, t in enumerate([WIRE, REWRITE, SAME_EVENT, FIRST_CALL, NEXT_CALL, WIRE, ""])]
    shuffled = dice.sample(every, len(every))
    found = families(shuffled)
    assert found == families(every)
    assert sorted(d for f in found for d in f.documents) == sorted(d.id for d in every)


def test_a_document_that_comes_later_renames_nothing() -> None:
    first, second = document("a", WIRE, published="2023-03-02"), document("b", REWRITE, published="2023-03-03")
    older = document("c", WIRE + "\n\nBy our staff.", published="2023-03-01")
    (before,) = families([first, second])
    (after,) = families([first, second, older], earlier=[before])
    assert after.id == before.id
    assert after.best == older.id


def test_two_families_that_meet_leave_a_redirect() -> None:
    one, two = document("a", WIRE, published="2023-03-02"), document("b", REWRITE, published="2023-03-03")
    apart = (*families([one]), *families([two]))
    (joined,) = families([one, two], earlier=apart)
    assert {joined.id, *joined.referents} == {f.id for f in apart}
