"""What an edition says: where a record stands, what its line reads, which words it opens."""

import msgspec
import pytest

from demarche.lexicon.acts import act_lexicon
from demarche.model import (
    Act,
    BadValue,
    Boilerplate,
    Difference,
    Document,
    Evidence,
    Participant,
    Place,
    Record,
    Stretch,
    UsageError,
    When,
)
from demarche.publish import Material, edition
from demarche.publish.editions import Edition
from demarche.publish.editions.acts import LONGEST, _acts, quoted, worth_telling
from demarche.publish.editions.dating import span, when
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.headlines import headline
from demarche.publish.editions.nouns import Entry
from demarche.publish.editions.passages import Lit, passages
from demarche.publish.names import country, named, person, together
from tests.sample import TEXTS, material


@pytest.fixture(scope="module")
def whole() -> Edition:
    return edition(material())


def entries(e: Edition) -> list[Entry]:
    return [x for w in (*e.weeks, *e.loose) for s in w.sections for x in s.entries]


def find(e: Edition, *words: str) -> Entry:
    (one,) = [x for x in entries(e) if all(w in x.headline for w in words)]
    return one


def test_every_note_shows_words_of_its_text(whole: Edition) -> None:
    texts = {d.id: d.text for d in material().documents.values()}
    for note in whole.notes:
        assert any(p.lit for passage in note.passages for p in passage.pieces)
        for passage in note.passages:
            assert "".join(p.text for p in passage.pieces) == texts[note.document][passage.start : passage.end]


def test_every_entry_has_a_note_and_every_note_is_cited(whole: Edition) -> None:
    assert all(x.notes for x in entries(whole))
    cited = {n for x in entries(whole) for n in x.notes} | {s.note for s in whole.sayings}
    cited |= {s.note for b in whole.boxes for s in (b.a, b.b) if s}
    assert cited == {n.number for n in whole.notes} == set(range(1, len(whole.notes) + 1))


def test_words_that_are_not_there_are_refused() -> None:
    m = material()
    document = next(iter(m.documents.values()))
    with pytest.raises(BadValue, match="does not say"):
        Footnotes(m.documents).cite(document.id, 0, 5, "other")
    broken = {id: msgspec.structs.replace(c, quote="x" * len(c.quote)) for id, c in m.claims.items()}
    with pytest.raises(BadValue, match="does not say"):
        edition(msgspec.structs.replace(m, claims=broken))


def test_a_record_without_its_claims_is_refused() -> None:
    with pytest.raises(BadValue, match="rests on claims that are not there"):
        edition(material(claims={}))


def test_boilerplate_is_no_context() -> None:
    text = " date 2022-02-15 Olaf Scholz met Vladimir Putin. Read more about it here."
    end = text.index(" Read")
    document = Document(
        id="d", source="s", text=text, text_sha256="", raw_sha256="",
        boilerplate=(Boilerplate(0, 17, "metadata_prefix"), Boilerplate(end, len(text), "teaser")),
    )  # fmt: skip
    (shown,) = passages(document, [Lit(17, 28)])
    assert "".join(p.text for p in shown.pieces) == "Olaf Scholz met Vladimir Putin."


def test_the_call_that_was_announced_and_held(whole: Edition) -> None:
    call = find(whole, "spoke by phone", "Blinken", "Lavrov")
    assert [(m.status, m.as_of) for m in call.moves] == [("expected", "2022-07-28"), ("happened", "2022-07-29")]
    assert call.witnesses == "3 independent sources (2 copies)"
    assert (call.level, call.when) == ("ministers", "Fri 29 July 2022")
    assert call.accounts == ("Russia, official", "United States, official", "press")
    assert {whole.boxes[n - 1].kind for n in call.boxes} >= {"omission"}


PLACES = {
    "France": ("2022-W06", "happened"),
    "ASEAN Regional Forum": ("2022-W31", "ahead"),
    "Blinken (USA, secretary of state) was denied": ("2022-W31", "off"),
    "are to meet": ("rough", "ahead"),
    "Unnamed parties": ("undated", "general"),
    "visited Uganda": ("2022-W30", "happened"),
}


@pytest.mark.parametrize(("words", "where"), PLACES.items())
def test_where_a_record_stands(whole: Edition, words: str, where: tuple[str, str]) -> None:
    parts = (*whole.weeks, *whole.loose)
    found = [(w.id, s.kind) for w in parts for s in w.sections for p in s.pairs for x in p.entries
             if words in x.headline or words in p.title]  # fmt: skip
    assert found == [where]


def test_what_differs_is_lit_and_the_shape_of_marks_is_no_difference() -> None:
    words = ("today’s era is not an era of war", "today's era is not of war")
    given = list(material().documents.values())[:2]
    first, second = (msgspec.structs.replace(d, text=text) for d, text in zip(given, words, strict=True))
    a, b = (Evidence(d.id, 0, len(d.text), d.text) for d in (first, second))
    told = Difference(id="x", scope="y", kind="quote_altered", label="wording differs", a=a, b=b)
    (box,) = edition(Material(documents={first.id: first, second.id: second}, differences=(told,))).boxes
    assert box.a is not None
    assert [p.text for p in box.a.pieces if p.lit] == ["an era"]


def test_nothing_undated_gets_a_date(whole: Edition) -> None:
    undated = [x for w in whole.loose if w.id == "undated" for s in w.sections for x in s.entries]
    assert undated
    assert {x.when for x in undated} == {"no day given"}


def test_since_until_and_focus() -> None:
    m = material()
    july = edition(m, since="2022-07-25", until="2022-07-31", focus=["us"])
    assert july.focus == ("USA",)
    shown = [x.headline for x in entries(july)]
    assert any("spoke by phone" in h for h in shown)
    assert not any("Museveni" in h or "Macron" in h for h in shown)
    assert [w.id for w in july.weeks] == ["2022-W30"]
    assert edition(m, focus=["RU"]).coverage.documents == len(TEXTS)
    assert not entries(edition(m, focus=["JPN"]))


def test_a_plan_reported_in_the_period_is_news_of_it() -> None:
    shown = [x.headline for x in entries(edition(material(), since="2022-07-28", until="2022-07-30"))]
    assert any("ASEAN" in h for h in shown)


def test_wrong_choices_are_refused() -> None:
    with pytest.raises(UsageError):
        edition(Material(), focus=["Atlantis"])
    with pytest.raises(BadValue):
        edition(Material(), since="2022-08-01", until="2022-07-01")
    with pytest.raises(BadValue):
        edition(Material(), since="yesterday")


def test_what_changed_since_the_last_digest() -> None:
    m = material()
    seen = {r.id: (r.status, "other") for r in m.records}
    call = next(r for r in m.records if r.mode == "call" and r.date)
    new = m.records[0] if m.records[0] is not call else m.records[1]
    seen[call.id] = ("expected", "other")
    del seen[new.id]
    seen["rec_gone"] = ("planned", "other")
    changed = edition(msgspec.structs.replace(m, seen=seen, seen_on="2022-07-29")).changed
    assert changed is not None
    assert (changed.new, changed.gone, changed.updated) == (1, 1, len(m.records) - 2)
    assert [(x.record, x.was, x.status) for x in changed.moved] == [(call.id, "expected", "happened")]
    assert edition(m).changed is None


def test_a_longer_edition_has_a_lead_by_level(whole: Edition) -> None:
    assert [x.level for x in whole.lead] == ["heads of state or government"] * 3 + ["ministers"] * 2
    assert all(x.week for x in whole.lead)
    assert not edition(material(), focus=["UGA"]).lead


def test_the_panel_counts_partners(whole: Edition) -> None:
    assert whole.panel is not None
    rows = {r.state: r.values for r in whole.panel.rows}
    assert rows["RUS"][:2] == (1, 3)
    shown = {x.record for x in entries(whole)}
    assert {id for r in whole.panel.rows for id in r.records} <= shown


def test_coverage_says_what_was_refused_and_left_out(whole: Edition) -> None:
    assert whole.coverage.undated == 1
    assert len(whole.coverage.rejects) == 2
    assert whole.coverage.left_out == (("name variant", 1),)


def record(mode: str = "meeting", status: str = "happened", **more: object) -> Record:
    blinken = Participant(name="Antony Blinken", role="secretary of state", country="USA", level="minister")
    people = (blinken, Participant(country="IND", role="foreign_minister", level="minister"))
    bare = {"id": "rec_x", "type": "engagement", "claims": ["clm_x"], "participants": people}
    return msgspec.convert({**bare, "status": status, "mode": mode, **more}, Record, from_attributes=True)


A, B = "Antony Blinken (USA, secretary of state)", "the foreign minister of India"
HEADLINES = {
    f"{A} and {B} met": record(),
    f"{A} and {B} spoke by phone": record("call"),
    f"{A} and {B} are to hold talks": record("talks", "planned"),
    f"{A} and {B} are expected to meet by video link": record("virtual_meeting", "expected"),
    f"A phone call between {A} and {B} was cancelled": record("call", "cancelled"),
    f"Accounts differ on whether {A} and {B} met": record("meeting", "disputed"),
    f"A meeting between {A} and {B} was spoken of as a possibility": record("meeting", "hypothetical"),
    f"{A} visited New Delhi, India; also named: {B}": record("visit", place=Place(name="New Delhi", country="IND")),
    f"{A} and {B} took part in the Quad ministerial": record("summit", event_name="Quad ministerial"),
}


@pytest.mark.parametrize(("sentence", "told"), HEADLINES.items(), ids=[r.mode for r in HEADLINES.values()])
def test_headlines(sentence: str, told: Record) -> None:
    assert headline(told) == sentence


def test_acts_have_a_line_too() -> None:
    act = Record(
        id="rec_a", type="act", status="threatened", claims=("c",), event="sanction",
        actors=(Participant(country="USA"),), targets=(Participant(country="RUS"),), what="cut banks off the dollar",
    )  # fmt: skip
    assert headline(act) == "The United States – Russia: cut banks off the dollar [threatened]"
    assert headline(act, "Washington may cut banks off.") == (
        "The United States – Russia: “Washington may cut banks off” [threatened]"
    )


@pytest.mark.parametrize(
    ("changes", "told"),
    [({}, True), ({"status": "hypothetical"}, False), ({"event": "comment"}, False), ({"actors": ()}, False),
     ({"targets": ()}, False), ({"targets": (), "what": "16 Russian helicopters"}, True),
     ({"targets": (), "what": "its American bases"}, False), ({"targets": (Participant(name="Acme"),)}, False),
     ({"targets": (Participant(country="USA"),)}, False)],
)  # fmt: skip
def test_which_acts_are_told(changes: dict[str, object], told: bool) -> None:
    act = Record(
        id="rec_a", type="act", status="threatened", claims=("c",), event="sanction",
        actors=(Participant(country="USA"),), targets=(Participant(country="RUS"),), what="cut banks off the dollar",
    )  # fmt: skip
    assert worth_telling(msgspec.structs.replace(act, **changes)) is told


@pytest.mark.parametrize("long", [False, True])
def test_an_act_is_told_in_its_sentence_cut_at_blanks(long: bool) -> None:
    start = "Earlier. " + ("Long words stand before it and go on and on and on and on, " * 6 if long else "")
    text = (
        start + "Norway expelled an envoy" + (" and much else follows that need not be read" * 6 if long else "") + "."
    )
    at = text.index("Norway")
    claim = Act(document="d", start=at, end=at + 24, quote=text[at : at + 24], sentence=Stretch(9, len(text)),
                found_by="test/1", event="sanction_expel", status="happened")  # fmt: skip
    said = quoted(claim, text)
    assert "Norway expelled an envoy" in said
    assert len(said) <= LONGEST + 4
    assert all(word in text.split() for word in said.split() if word != "…")
    assert (said[0] == "…") is long


def test_every_act_of_the_lexicon_has_a_name() -> None:
    assert {kind.id for kind in act_lexicon().types} <= set(_acts().labels)


WHENS = {
    "Fri 29 July 2022": When(start="2022-07-29", end="2022-07-29"),
    "July 2022": When(start="2022-07-01", end="2022-07-31", precision="month"),
    "July–September 2022": When(start="2022-07-01", end="2022-09-30", precision="quarter"),
    "2022": When(start="2022-01-01", end="2022-12-31", precision="year"),
    "about 27 July – 5 August 2022": When(start="2022-07-27", end="2022-08-05", precision="approx"),
    "31 December 2022 – 2 January 2023": When(start="2022-12-31", end="2023-01-02", precision="interval"),
    "from 24 February 2022": When(start="2022-02-24", precision="interval"),
    "no day given": None,
}


@pytest.mark.parametrize(("words", "at"), WHENS.items())
def test_days_in_words(words: str, at: When | None) -> None:
    assert when(record(date=at)) == words


def test_names() -> None:
    assert (country("ru"), country("RUS"), named("RUS"), named("org:nato")) == ("RUS", "RUS", "Russia", "NATO")
    assert named("XXX") == "XXX"
    assert (named("un"), named("org:un")) == ("UN", "UN")
    assert person(Participant(country="USA", role="official")) == "representatives of the United States"
    assert person(Participant(name="Russia", actor="iso:RU", country="RUS")) == "Russia"
    assert together(list("abcdefgh")) == "a, b, c, d, e and 3 others"
    assert span("2022-07-25", "2022-07-31") == "25–31 July 2022"


def test_an_altered_quotation_is_shown_beside_what_it_is_about(whole: Edition) -> None:
    """Copies differ inside a family: the box stands with the records whose words it touches."""
    among_copies = [b.number for b in whole.boxes if b.kind in ("fact_update", "quote_altered") and b.record is None]
    assert among_copies
    assert any(n in e.boxes for e in entries(whole) for n in among_copies)
