"""What a record says after merging: status and its history, date, people, witnesses, id, words."""

import msgspec
import pytest

from demarche.model import Document, Record, Words, content_id
from demarche.records import records
from tests.records.rows import BIDEN, MACRON, PUTIN, B, L
from tests.tellings import told, world


def only(*lines: str) -> Record:
    (record,) = records(*world(lines))
    return record


MOVES = {
    "expected, then happened": (
        "happened",
        f"call expected {B} {L} on=2022-07-27..2022-08-05 pub=2022-07-29",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "announced late, happened before": (
        "happened",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
        f"call planned {B} {L} on=2022-07-29 pub=2022-07-31",
    ),
    "proposed, then planned": (
        "planned",
        f"meeting proposed {B} {L} on=2022-02-24 pub=2022-02-17",
        f"meeting planned {B} {L} on=2022-02-24 pub=2022-02-18",
    ),
    "planned, then cancelled": (
        "cancelled",
        f"meeting planned {B} {L} on=2022-02-24 pub=2022-02-18",
        f"meeting cancelled {B} {L} on=2022-02-24 pub=2022-02-22",
    ),
    "planned and cancelled on one day": (
        "cancelled",
        f"meeting planned {B} {L} on=2022-02-24 pub=2022-02-22",
        f"meeting cancelled {B} {L} on=2022-02-24 pub=2022-02-22",
    ),
    "happened, and denied by a side": (
        "disputed",
        f"meeting happened {B} {L} on=2022-07-08 pub=2022-07-09",
        f"meeting denied {B} {L} on=2022-07-08 pub=2022-07-10 by=RUS",
    ),
    "happened, and one voice denies it in passing": (
        "happened",
        f"meeting happened {B} {L} on=2022-03-17 pub=2022-03-17 of=USA",
        f"meeting denied {B} {L} on=2022-03-17 pub=2022-03-17 of=USA",
    ),
    "happened, and taken back by the same voice": (
        "denied",
        f"meeting happened {B} {L} on=2022-03-17 pub=2022-03-17 of=USA",
        f"meeting denied {B} {L} on=2022-03-17 pub=2022-03-18 of=USA",
    ),
    "a plan denied, and it happened all the same": (
        "happened",
        f"call denied {B} {L} on=2022-07-29 pub=2022-07-27 by=RUS",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "planned by one side, denied by the other": (
        "disputed",
        f"summit planned {BIDEN} {PUTIN} on=2022-02-24 pub=2022-02-20 by=FRA",
        f"summit denied {BIDEN} {PUTIN} on=2022-02-24 pub=2022-02-21 by=RUS",
    ),
    "planned and taken back by one side": (
        "denied",
        f"summit planned {BIDEN} {PUTIN} on=2022-02-24 pub=2022-02-20 by=RUS",
        f"summit denied {BIDEN} {PUTIN} on=2022-02-24 pub=2022-02-21 by=RUS",
    ),
    "no day of publication": (
        "happened",
        f"call expected {B} {L} fam=ap",
        f"call happened {B} {L} on=2022-07-29 fam=ap pub=2022-07-30",
    ),
}


def test_an_act_of_nobody_known_makes_no_record() -> None:
    """It stays a claim: a record needs a state, a body or a person with an id, on one side at least."""
    assert records(*world(["coerce_deport happened ?people -> ?others pub=2022-03-10"])) == ()
    assert records(*world(["coerce_deport happened -> RUS pub=2022-03-10"])) != ()


def test_a_mere_possibility_bars_nothing() -> None:
    """Asked whether they discussed it, and told in another text of that day that they did: one call."""
    lines = (
        f"call happened {B} {L} on=2022-07-29 doc=a pub=2022-07-29",
        f"talks hypothetical {B} {L} doc=a pub=2022-07-29",
        f"talks happened {B} {L} doc=b pub=2022-07-29",
    )
    assert sorted(len(r.claims) for r in records(*world(lines))) == [1, 2]


@pytest.mark.parametrize("row", MOVES.values(), ids=MOVES.keys())
def test_status(row: tuple[str, ...]) -> None:
    assert only(*row[1:]).status == row[0]


def test_history_runs_by_day_and_names_its_claims() -> None:
    record = only(*MOVES["expected, then happened"][1:])
    assert [(e.as_of, e.status) for e in record.status_history] == [
        ("2022-07-29", "expected"),
        ("2022-07-30", "happened"),
    ]
    assert {e.claim for e in record.status_history} == set(record.claims)
    assert (record.first_seen, record.last_change) == ("2022-07-29", "2022-07-30")
    assert record.plover is not None
    assert (record.plover.type, record.plover.mode, record.cameo) == ("CONSULT", "phone", "041")


def test_the_most_precise_date_of_those_who_report_it() -> None:
    record = only(*MOVES["expected, then happened"][1:])
    assert record.date is not None
    assert (record.date.start, record.date.end, record.date.precision) == ("2022-07-29", "2022-07-29", "day")


MODES = {
    "virtual_meeting": ("meeting", "virtual_meeting", "meeting"),
    "call": ("talks", "call", "talks", "talks"),
    "summit": ("summit", "meeting", "summit"),
    "talks": ("talks", "outreach", "talks"),
}


@pytest.mark.parametrize(("mode", "told_as"), MODES.items())
def test_the_mode_that_says_most(mode: str, told_as: tuple[str, ...]) -> None:
    lines = (f"{m} happened {B} {L} on=2022-07-29 pub=2022-07-29" for m in told_as)
    assert only(*lines).mode == mode


def test_no_date_is_invented() -> None:
    record = only(f"call happened {B} {L} pub=2022-07-30")
    assert record.date is None


def test_people_once_and_by_name() -> None:
    record = only(
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
        "call happened USA RUS on=2022-07-29 pub=2022-07-31",
        "call happened USA:Antony_Blinken/minister RUS:Sergey_Lavrov/minister on=2022-07-29 pub=2022-07-31",
        f"call happened {B} RUS/minister on=2022-07-29 pub=2022-07-31",
    )
    assert [(p.name, p.country, p.level) for p in record.participants] == [
        ("Sergei Lavrov", "RUS", "minister"),
        ("Antony Blinken", "USA", "minister"),
    ]
    assert record.level == "minister"


def test_the_level_is_the_matched_one() -> None:
    assert only(f"meeting happened {BIDEN} {L} on=2022-07-29").level == "minister"
    assert only("meeting happened USA:Joe_Biden/head RUS on=2022-07-29").level == "unknown"


def test_a_town_is_no_person() -> None:
    scholz, kyiv = "visit happened DEU:Olaf_Scholz/head", "in=Kyiv,UKR on=2022-06-16"
    record = only(f"{scholz} UKR:Kyiv {kyiv} pub=2022-06-16", f"{scholz} UKR:Zelenskyy/head {kyiv} pub=2022-06-17")
    assert [p.name for p in record.participants] == ["Olaf Scholz", "Zelenskyy"]


def test_two_ministers_of_one_state() -> None:
    record = only("meeting happened USA:Blinken/minister USA:Austin/minister KOR:Park_Jin/minister on=2022-11-03")
    assert len(record.participants) == 3


WITNESSES = {
    "copies are one report": ((2, 1, 1), "pub=2022-07-30 fam=ap", "pub=2022-07-31 fam=ap"),
    "two reports on nobody's word": ((2, 2, 2), "pub=2022-07-30", "pub=2022-07-31"),
    "two reports of one briefing": ((2, 2, 1), "pub=2022-07-30 by=USA:Ned_Price", "pub=2022-07-31 by=USA:Ned_Price"),
    "two informants": ((2, 2, 2), "pub=2022-07-30 by=USA:Ned_Price", "pub=2022-07-31 by=RUS:Dmitry_Peskov"),
    "a readout and reports of it": ((2, 2, 1), "pub=2022-07-30 of=USA", "pub=2022-07-31 by=USA"),
    "two stories of one agency": ((2, 2, 1), "pub=2022-07-30 account=wire:ap", "pub=2022-07-31 account=wire:ap"),
    "two agencies": ((2, 2, 2), "pub=2022-07-30 account=wire:ap", "pub=2022-07-31 account=wire:afp"),
    "one agency, two informants": (
        (2, 2, 2),
        "pub=2022-07-30 account=wire:ap by=USA:Ned_Price",
        "pub=2022-07-31 account=wire:ap by=RUS:Dmitry_Peskov",
    ),
    "two readouts": ((2, 2, 2), "pub=2022-07-30 of=USA", "pub=2022-07-30 of=RUS"),
}


@pytest.mark.parametrize("row", WITNESSES.values(), ids=WITNESSES.keys())
def test_witnesses(row: tuple[tuple[int, int, int], str, str]) -> None:
    record = only(*(f"call happened {B} {L} on=2022-07-29 {more}" for more in row[1:]))
    assert (record.documents, record.families, record.origins) == row[0]
    assert record.independent_sources == record.origins


def test_nobody_known_is_no_informant_and_no_party() -> None:
    record = only(f"call happened {B} {L} ? on=2022-07-29 by=?")
    assert record.attributed_to is None
    assert len(record.participants) == 2


def test_a_name_in_other_capitals_is_one_party() -> None:
    names = ("ASEAN_Forum", "Asean_Forum")
    lines = (f"summit expected RUS ?{name} event=ASEAN_Regional_Forum fam=ap" for name in names)
    assert len(only(*lines).participants) == 2


def test_accounts_by_side() -> None:
    lines = ("of=USA pub=2022-07-29", "of=RUS pub=2022-07-29", "pub=2022-07-30")
    record = only(*(f"call happened {B} {L} on=2022-07-29 {more}" for more in lines))
    assert [(a.side, a.source_class, len(a.claims)) for a in record.accounts] == [
        ("RUS", "official", 1),
        ("USA", "official", 1),
        (None, "press", 1),
    ]


def test_the_id_is_that_of_the_first_claim() -> None:
    first, later = (
        f"call happened {B} {L} on=2022-07-29 pub={day} doc={name}"
        for day, name in (("2022-07-30", "z"), ("2022-07-31", "a"))
    )
    claim = told(first, 0)[0]
    assert only(first).id == only(first, later).id == content_id("rec", claim.id)


def test_a_caption_makes_no_event_of_its_own_standing() -> None:
    record = only(f"meeting happened {MACRON} {PUTIN} on=2022-02-07 caption")
    assert record.evidence_kind == "photo_caption"


def test_every_field_opens_its_words() -> None:
    text = "Antony Blinken spoke with Sergei Lavrov by phone on Friday."
    claims, families, documents = world([f"call happened {B} {L} on=2022-07-29 pub=2022-07-30"])
    (claim,) = claims
    document = next(iter(documents.values()))

    def at(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    people = [
        msgspec.structs.replace(p, start=s, end=e)
        for p, (s, e) in zip(claim.participants, (at("Antony Blinken"), at("Sergei Lavrov")), strict=True)
    ]
    date = msgspec.structs.replace(claim.date, words=Words(*at("on Friday"), "on Friday"))
    quote = text[: at(" on Friday")[0]]
    claim = msgspec.structs.replace(claim, start=0, end=len(quote), quote=quote, participants=tuple(people), date=date)
    full = {document.id: Document(**{**msgspec.structs.asdict(document), "text": text})}
    (record,) = records([claim], families, full)
    shown = {e.field: e.quote for e in record.evidence}
    assert shown == {
        "status": quote,
        "mode": quote,
        "date": "on Friday",
        "participants.0": "Sergei Lavrov",
        "participants.1": "Antony Blinken",
    }
    assert all(text[e.start : e.end] == e.quote and e.claim == record.claims[0] for e in record.evidence)
