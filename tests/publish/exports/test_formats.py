"""Each format is read by a program that is not ours, or against its published shape, and says what the record says."""

import csv
import json
from pathlib import Path

import feedparser
import networkx
import openpyxl
import pyarrow.parquet as parquet
import pytest
from bibtexparser import parse_string
from followthemoney import model
from followthemoney.exc import InvalidData
from icalendar import Calendar

from demarche.lexicon.scale import codes, scale
from demarche.model import Evidence, Participant, Place, Plover, Record, StatusEntry, When
from demarche.publish.exports import EXPORTERS, export
from demarche.publish.exports.tables import TABLES
from demarche.publish.queries import Query
from demarche.store import Store
from tests.publish.exports.conftest import ACT_RECORD, ODD
from tests.store.store_cases import CALL, DID, PLAN, RECORD, WILL

LAVROV = Participant(actor="wd:Q58217", name="Sergey Lavrov", country="RUS", role="foreign_minister", level="minister",
                     part="visitor", sector="GOV")  # fmt: skip
HOST = Participant(actor="iso:TR", name="Türkiye", country="TUR", level="head", part="host")
VISIT = Record(
    id="rec_visit", type="engagement", mode="visit", status="happened", claims=(DID.id,), participants=(LAVROV, HOST),
    date=When(start="2022-06-07", end="2022-06-08"), level="minister", documents=1, families=1, origins=1,
    place=Place(name="Ankara", country="TUR", lat=39.92, lon=32.85, precision="city"),
    plover=Plover(type="CONSULT", mode="visit"), cameo="042", first_seen="2022-06-08", last_change="2022-06-08",
    evidence=(Evidence(CALL.id, DID.start, DID.end, DID.quote, "mode", DID.id),), independent_sources=1,
)  # fmt: skip
PLANNED = Record(
    id="rec_plan", type="engagement", mode="call", status="planned", claims=(WILL.id,),
    participants=RECORD.participants, date=When(start="2022-08-01", end="2022-08-01"), topics=("grain_exports",),
    plover=Plover(type="AGREE", context=("diplomatic",)), cameo="036", first_seen="2022-07-27",
    status_history=(StatusEntry(as_of="2022-07-27", status="planned", claim=WILL.id),),
)  # fmt: skip
DENIED = Record(id="rec_denied", type="engagement", mode="call", status="denied", claims=(WILL.id,),
                participants=RECORD.participants)  # fmt: skip


@pytest.fixture
def out(whole: Store, tmp_path: Path) -> Path:
    held = Record(**{**{f: getattr(RECORD, f) for f in RECORD.__struct_fields__},
                     "plover": Plover(type="CONSULT", mode="phone"), "cameo": "041"})  # fmt: skip
    whole.records.replace([held, ACT_RECORD, VISIT, PLANNED, DENIED])
    export(whole, tmp_path / "out", EXPORTERS)
    return tmp_path / "out"


def tabbed(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def test_parquet_and_csv_tell_the_same(out: Path) -> None:
    for each in TABLES:
        rows = parquet.read_table(out / f"{each.name}.parquet").to_pylist()
        with (out / f"{each.name}.csv").open(encoding="utf-8", newline="") as file:
            flat = list(csv.DictReader(file))
        assert len(rows) == len(flat), each.name
        for row, cells in zip(rows, flat, strict=True):
            assert {name: ";".join(row[name] or ()) for name, kind in each.columns.items() if kind == "list"} == {
                name: cells[name] for name, kind in each.columns.items() if kind == "list"
            }
    (visit,) = (r for r in parquet.read_table(out / "engagements.parquet").to_pylist() if r["id"] == "rec_visit")
    assert (visit["countries"], visit["lat"], visit["date_start"].isoformat()) == (["RUS", "TUR"], 39.92, "2022-06-07")


def test_a_sheet_holds_text_and_no_formula(out: Path) -> None:
    book = openpyxl.load_workbook(out / "demarche.xlsx")
    assert book.sheetnames == [table.name for table in TABLES]
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    shown = {cell.value for row in book["acts"].iter_rows() for cell in row}
    assert ODD.replace("\r\n", "\n") in {str(value).replace("_x000D_", "").replace("\r", "") for value in shown}


def test_follow_the_money_accepts_every_entity(out: Path) -> None:
    entities = [json.loads(line) for line in (out / "entities.ftm.json").read_text().splitlines()]
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        proxy = model.get_proxy(entity)
        try:
            proxy.schema.validate(entity)
        except InvalidData as e:
            pytest.fail(f"{entity}: {e.errors}")
        kept = {name: set(proxy.get(name)) for name in entity["properties"]}
        assert kept == {name: set(values) for name, values in entity["properties"].items()}, entity
        for name in ("involved", "organizer", "proof", "entity"):
            assert set(proxy.get(name)) <= ids if name in proxy.schema.properties else True
    assert {entity["schema"] for entity in entities} >= {"Event", "Person", "PublicBody", "Article"}


def test_polecat_has_forty_columns_and_one_line_an_event(out: Path) -> None:
    head, *rows = tabbed(out / "polecat.txt")
    assert len(head) == 40
    assert {len(row) for row in rows} == {40}
    by_id = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert set(by_id) == {"rec_call", "rec_visit", "rec_plan"}, "what was denied or has no code is no event there"
    visit = by_id["rec_visit"]
    assert (visit["Event Type"], visit["Event Mode"], visit["Actor Country"], visit["Recipient Country"]) == (
        "CONSULT", "visit", "RUS", "TUR",
    )  # fmt: skip
    assert by_id["rec_call"]["Actor Name"] == "Antony Blinken;Sergey Lavrov"
    assert by_id["rec_call"]["Recipient Name"] == "None"


def test_gdelt_has_its_columns_and_its_mentions_lead_to_events(out: Path) -> None:
    events, mentions = tabbed(out / "gdelt.export.CSV"), tabbed(out / "gdelt.mentions.CSV")
    assert {len(row) for row in events} == {61}
    assert {len(row) for row in mentions} == {16}
    assert {m[0] for m in mentions} == {e[0] for e in events}
    assert len({e[0] for e in events}) == len(events)
    (visit,) = (e for e in events if e[26] == "042")
    assert (visit[1], visit[5], visit[7], visit[15], visit[17]) == ("20220607", "RUSGOV", "RUS", "TURGOV", "TUR")
    assert visit[51:54] == ["4", "Ankara, Türkiye", "TU"]
    records = {row[0]: row[1] for row in tabbed(out / "gdelt_ids.tsv")[1:]}
    assert records[visit[0]] == "rec_visit"


def test_icews_has_twenty_columns(out: Path) -> None:
    head, *rows = tabbed(out / "icews.tab")
    assert len(head) == 20
    assert {len(row) for row in rows} == {20}
    assert {row[6] for row in rows} == {"041", "042", "036"}


def test_plover_keeps_offsets_and_both_sides(out: Path) -> None:
    events = {e["id"]: e for e in map(json.loads, (out / "plover.jsonl").read_text().splitlines())}
    assert events["rec_plan"]["event"] == ["AGREE"]
    assert "recipient" not in events["rec_call"]
    info = events["rec_visit"]["text_info"][0]
    assert CALL.text[info["start"] : info["end"]] == events["rec_visit"]["event_text"][0]


def test_colt_tells_who_travelled_where(out: Path) -> None:
    (trip,) = csv.DictReader((out / "colt.csv").open(encoding="utf-8"))
    assert (trip["LeaderFullName"], trip["CountryVisitedISO"], trip["LeaderRole"], trip["TripStartDate"]) == (
        "Sergey Lavrov", "TUR", "F", "2022-06-07",
    )  # fmt: skip
    assert trip["MetHostHoGS"] == "Yes"


def test_silence_is_told_apart_from_no_coverage(out: Path) -> None:
    rows = {(r["month"], r["a"], r["b"]): r for r in csv.DictReader((out / "dyad_months.csv").open())}
    assert rows["2022-07", "RUS", "USA"]["contacts"] == "1"
    assert rows["2022-07", "RUS", "TUR"]["contacts"] == "0", "texts of July were read and tell of none"
    assert rows["2022-06", "RUS", "USA"]["contacts"] == "", "no text of June was read"
    assert rows["2022-08", "RUS", "USA"]["planned"] == "1"
    assert rows["2022-07", "RUS", "USA"]["cow_b"] == "2"


def test_annotations_select_the_words_by_quote_and_by_position(out: Path) -> None:
    texts = {d.url or f"urn:demarche:{d.id}": d.text for d in (PLAN, CALL)}
    notes = [json.loads(line) for line in (out / "annotations.jsonl").read_text().splitlines()]
    assert notes
    for note in notes:
        quote, position = note["target"]["selector"]
        text = texts[note["target"]["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert note["@context"] == "http://www.w3.org/ns/anno.jsonld"


def test_maps_networks_and_timelines(out: Path) -> None:
    (feature,) = json.loads((out / "records.geojson").read_text())["features"]
    assert feature["geometry"]["coordinates"] == [32.85, 39.92], "longitude first, as RFC 7946 asks"
    graph = networkx.read_gexf(out / "network.gexf", version="1.2draft")
    assert graph.edges["RUS", "TUR"]["weight"] == 1
    assert not graph.has_edge("RUS", "UKR")
    events = {e["unique_id"]: e for e in json.loads((out / "timeline.json").read_text())["events"]}
    assert events["rec_visit"]["end_date"] == {"year": 2022, "month": 6, "day": 8}


def test_the_calendar_holds_what_lies_ahead(out: Path) -> None:
    (event,) = Calendar.from_ical((out / "planned.ics").read_bytes()).walk("VEVENT")
    assert (event["uid"], event.decoded("dtstart").isoformat()) == ("rec_plan@demarche", "2022-08-01")


def test_feeds_are_read_by_a_feed_reader(out: Path) -> None:
    read = feedparser.parse((out / "feed.atom").read_bytes())
    assert not read.bozo
    assert {entry.id.rpartition(":")[2] for entry in read.entries} == {
        "rec_call", "rec_aid", "rec_visit", "rec_plan", "rec_denied",
    }  # fmt: skip
    assert len(json.loads((out / "feed.json").read_text())["items"]) == 5


def test_citations_are_read_by_a_bibliography(out: Path) -> None:
    library = parse_string((out / "citations.bib").read_text())
    assert not library.failed_blocks
    items = json.loads((out / "citations.json").read_text())
    assert {entry.key for entry in library.entries} == {item["id"] for item in items} == {PLAN.id, CALL.id}
    assert {item["id"]: item["issued"]["date-parts"][0] for item in items}[CALL.id] == [2022, 7, 29]


def test_a_question_gives_its_part_and_all_that_it_rests_on(whole: Store, out: Path, tmp_path: Path) -> None:
    part = tmp_path / "part"
    export(whole, part, ["jsonl"], Query(countries=frozenset({"TUR"})))
    nouns = {path.stem: [json.loads(line) for line in path.read_text().splitlines()] for path in part.iterdir()}
    assert [record["id"] for record in nouns["records"]] == ["rec_visit"]
    assert {claim["document"] for claim in nouns["claims"]} == {CALL.id} == {d["id"] for d in nouns["documents"]}
    assert set(nouns["records"][0]["claims"]) <= {claim["id"] for claim in nouns["claims"]}


@pytest.mark.parametrize(
    ("type_", "mode", "quad", "score"),
    [
        ("CONSULT", "phone", 1, 1.5),
        ("CONSULT", None, 1, 2.5),
        ("SANCTION", "discontinue", 4, -6),
        ("ACCUSE", None, 3, -3),
    ],
)
def test_scale(type_: str, mode: str | None, quad: int, score: float) -> None:
    row = scale(type_, mode)
    assert row is not None
    assert (row.quad, row.score) == (quad, score)


@pytest.mark.parametrize(("alpha3", "fips", "cow", "cameo"), [("RUS", "RS", 365, "RUS"), ("XKX", "KV", 347, "KSV")])
def test_countries_of_other_schemes(alpha3: str, fips: str, cow: int, cameo: str) -> None:
    row = codes(alpha3)
    assert row is not None
    assert (row.fips, row.cow, row.cameo) == (fips, cow, cameo)
