"""What differs between two versions of a text: one row a kind of change."""

import msgspec
import pytest

from demarche.families import differences, families
from demarche.model import Difference, Document

from .labelled import stories
from .texts import WIRE, document

CLOSING = (
    "The committee of the valley presented its maps of the four crossings in Vienna.",
    "Engineers from both countries measured the old bridge and the railway tunnel near the village of the springs.",
    "The regional commission counted 312 detained soldiers in the camps behind the river.",
    "Observers praised the patience of the mediators during the long winter of negotiations.",
)


def found(one: str, other: str, **known: str) -> list[Difference]:
    """The differences between two texts that end alike."""
    a, b = (document(n, " ".join((t, *CLOSING)), **known) for n, t in (("a", one), ("b", other)))
    return between(a, b)


def between(a: Document, b: Document) -> list[Difference]:
    """The differences inside the family of two documents."""
    (family,) = families([a, b])
    return list(differences(family, {a.id: a, b.id: b}))


ROWS = [
    (
        "fact_update",
        "The foreign ministers will meet in Geneva on Tuesday.",
        "The foreign ministers met in Geneva on Tuesday.",
        ("will meet", "met"),
    ),
    (
        "fact_update",
        "The call would be the first contact between the two capitals since February.",
        "The call was the first contact between the two capitals since February.",
        ("would be", "was"),
    ),
    (
        "fact_update",
        "The neighbouring state wants to join the grain agreement of the ports.",
        "The neighbouring state has joined the grain agreement of the ports.",
        ("wants to join", "has joined"),
    ),
    (
        "fact_update",
        "The minister wants better relations with the neighbour. The call is expected in the coming days.",
        "The minister spoke with the neighbour about better relations.",
        ("call is expected", "spoke"),
    ),
    (
        "fact_update",
        "The minister will travel to the port of the neighbour on Friday for talks on grain.",
        "The minister held four hours of talks on grain in the port of the neighbour on Friday.",
        ("will travel", "held"),
    ),
    (
        "fact_change",
        "The flood displaced 26,000 people in the northern valley.",
        "The flood displaced 31,000 people in the northern valley.",
        ("26,000", "31,000"),
    ),
    (
        "fact_change",
        "The delegation arrived in Ankara on Tuesday for the talks on grain.",
        "The delegation arrived in Ankara on Wednesday for the talks on grain.",
        ("Tuesday", "Wednesday"),
    ),
    (
        "fact_change",
        "The second round of the grain talks took place in Doha behind closed doors.",
        "The second round of the grain talks took place in Vienna behind closed doors.",
        ("Doha", "Vienna"),
    ),
    (
        "name_variant",
        "The head of the delegation, Sergei of the northern fleet, signed first.",
        "The head of the delegation, Sergey of the northern fleet, signed first.",
        ("Sergei", "Sergey"),
    ),
    (
        "name_variant",
        "The valley is on the agenda of the ASEAN Regional Forum this summer.",
        "The valley is on the agenda of the Asean Regional Forum this summer.",
        ("ASEAN", "Asean"),
    ),
    (
        "name_variant",
        "A UN envoy visited the displaced families of the valley.",
        "A United Nations envoy visited the displaced families of the valley.",
        ("UN", "United Nations"),
    ),
    (
        "name_variant",
        "The crossings have been closed since Feb. 14 for grain.",
        "The crossings have been closed since February 14 for grain.",
        ("Feb", "February"),
    ),
    (
        "quote_altered",
        "“We will keep the four crossings open through the whole winter,” the spokesman said.",
        "“We want to keep all crossings open through the winter,” the spokesman said.",
        ("We will keep", "We want to keep"),
    ),
    (
        "quote_unmarked",
        "The spokesman called the offer of the mediators “a serious step towards peace”.",
        "The spokesman called the offer of the mediators a serious step towards peace.",
        ("a serious step towards peace", "a serious step"),
    ),
    (
        "garbled",
        "The ministers ended the talks after the invasion and left the capital by train.",
        "The ministers ended the talks after the invasionand left the capital by train.",
        ("invasion and", "invasionand"),
    ),
    (
        "garbled",
        "The ministers spoke of the war in the valley.",
        "The ministers spoke of the… war in the valley.",
        ("the war", "the… war"),
    ),
]


@pytest.mark.parametrize(("kind", "one", "other", "shown"), ROWS, ids=[f"{r[0]}: {r[3][1]}" for r in ROWS])
def test_change(kind: str, one: str, other: str, shown: tuple[str, str]) -> None:
    told = [d for d in found(one, other) if d.kind == kind]
    assert any(_shows(d, shown) or _shows(d, shown[::-1]) for d in told), [
        (d.kind, d.a, d.b) for d in found(one, other)
    ]


def _shows(d: Difference, words: tuple[str, ...]) -> bool:
    return bool(d.a and d.b and words[0] in d.a.quote and words[1] in d.b.quote)


SAME = [
    ("The envoy will leave the valley on Friday.", "The envoy is leaving the valley on Friday."),
    ("The two delegations met again.", "The two delegations met once more."),
    ("About 15 thousand people fled the valley in the spring.", "About 15,000 people fled the valley in the spring."),
    ("US officials welcomed the offer of the mediators.", "American officials welcomed the offer of the mediators."),
    ("“We agreed,” the spokesman said of the crossings.", '"We agreed," the spokesman said of the crossings.'),
    ("The envoy arrived on Friday in the valley.", "On Friday the envoy arrived in the valley."),
    ("The treaty of the valley (1900-1985) expired.", "The treaty of the valley (1900-85) expired."),
    ("The envoys met on the Northern Coast of the lake.", "The envoys met on the Northern Beach of the lake."),
    ("The mediators want an improved situation there.", "The mediators want to improve the situation there."),
    ("He asked when the next convoy was coming.", "He asked when the next convoy would be coming."),
    ("The valley and Ukraine traded grain for years.", "The valley and Ukrainian towns traded grain for years."),
    ("The bread is used at each of the crossings.", "Each of the crossings will use the bread."),
    ("The ports are going to return all the ships.", "The ports will return all the ships."),
    ("The guards found the bodyguard of the envoy.", "The guards found the body guard of the envoy."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_no_change(one: str, other: str) -> None:
    assert [d.kind for d in found(one, other) if d.kind not in ("added", "dropped")] == []


def test_what_stands_between_two_quotations_is_no_quotation() -> None:
    one = 'Nobody came," the envoy said at the end of the winter session. "The road was closed by snow.'
    other = 'Nobody came," the envoy said at the end of the session. "The road was closed by snow.'
    assert [d for d in found(one, other) if "envoy" in (d.a.quote if d.a else "")] == []


def test_the_word_choices_of_a_synonym_machine() -> None:
    """Only in a text that is damaged as a whole; each beside the words of the better version."""
    story = stories()["vaccines"]
    choices = [
        d for d in between(document("base", story["base"]), document("spun", story["spun"])) if d.kind == "garbled"
    ]
    assert ("word choice", "population", "inhabitants") in {
        (d.field, d.a.quote.split()[1].strip(","), d.b.quote.split()[1].strip(","))
        for d in map(_base_first, choices)
        if d.a and d.b
    }
    edited = between(document("base", story["base"]), document("heavy", story["heavy"]))
    assert [d for d in edited if d.field == "word choice"] == []


def _base_first(d: Difference) -> Difference:
    mine = d.a is not None and d.a.document == document("base", stories()["vaccines"]["base"]).id
    return d if mine else msgspec.structs.replace(d, a=d.b, b=d.a)


def test_added_and_dropped_by_date() -> None:
    extra = "Traders at the regional exchange reacted with relief and prices fell by four per cent."
    early = document("a", WIRE, published="2023-03-01")
    late = document("b", WIRE + "\n\n" + extra, published="2023-03-02")
    (d,) = between(early, late)
    assert (d.kind, d.a, d.b and d.b.quote, d.label) == ("added", None, extra, "added later")


def test_every_side_opens_its_words() -> None:
    a, b = document("a", " ".join((ROWS[0][1], *CLOSING))), document("b", " ".join((ROWS[0][2], *CLOSING)))
    texts = {d.id: d.text for d in (a, b)}
    for d in between(a, b):
        for side in (d.a, d.b):
            assert side is None or texts[side.document][side.start : side.end] == side.quote


def test_nobody_altered_anything_where_no_date_says_who_came_first() -> None:
    (d,) = found(ROWS[11][1], ROWS[11][2])
    assert d.label == "wording differs"


def test_identical_texts_have_no_differences() -> None:
    assert between(document("a", WIRE), document("b", WIRE)) == []
