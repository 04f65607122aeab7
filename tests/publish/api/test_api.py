"""What the API promises: stable addresses, one error shape, complete lists, tags, and who may do what."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from demarche.model import Campaign, Participant, Record, UsageError, When
from demarche.publish.api import Access, app
from demarche.publish.api.cursors import cursor, place
from demarche.publish.exports import EXPORTERS
from demarche.publish.queries import query
from demarche.store import Store
from tests.publish.api.conftest import JUDGEABLE, TOKEN, house
from tests.publish.exports.conftest import ACT_RECORD
from tests.store.store_cases import CALL, DID, RECORD, WILL

API = "/api/v1"
Client = TestClient[Litestar]
WRITER = {"Authorization": f"Bearer {TOKEN}"}


def got(client: Client, path: str, **headers: str) -> Any:
    answer = client.get(API + path, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("", {"rec_call", "rec_aid"}), ("?country=RU", {"rec_call"}), ("?country=US,UA", {"rec_aid"}),
     ("?type=act", {"rec_aid"}), ("?q=lavrov", {"rec_call"}), ("?q=mode:call blinken", {"rec_call"}),
     ("?level=minister", {"rec_call"}), ("?status=planned", set()), ("?since=2022-07-30", {"rec_aid"}),
     ("?changed_since=2999-01-01", set())],
)  # fmt: skip
def test_records_are_asked_for(asked: str, found: set[str], client: Client) -> None:
    page = got(client, f"/records{asked}")
    assert {one["id"] for one in page["items"]} == found
    assert page["next"] is None


def test_pages_follow_each_other_and_leave_nothing_out(whole: Store) -> None:
    many = [msgspec.structs.replace(ACT_RECORD, id=f"rec_{n:03}") for n in range(23)]
    whole.records.replace([RECORD, *many])
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        seen, after = [], ""
        while True:
            page = got(client, f"/records?limit=5{after}")
            assert page["total"] == 24
            seen += [one["id"] for one in page["items"]]
            if page["next"] is None:
                break
            after = f"&cursor={page['next']}"
    assert seen[0] == RECORD.id, "what has a day comes first"
    assert len(seen) == len(set(seen)) == 24


@pytest.mark.parametrize("limit", [1, 2, 3, 7])
def test_pages_of_days_follow_each_other(limit: int, whole: Store) -> None:
    """Several on one day, over a page's edge; then those without a day."""
    days = ["2022-07-29", "2022-07-29", "2022-07-29", "2022-07-28", None, None]
    many = [
        msgspec.structs.replace(RECORD, id=f"rec_{n}", date=When(start=day, end=day, precision="day") if day else None)
        for n, day in enumerate(days)
    ]
    whole.records.replace(many)
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        seen, after = [], ""
        for _ in range(len(days)):
            page = got(client, f"/records?limit={limit}{after}")
            seen += [(one["date"] or {}).get("start") for one in page["items"]]
            after = f"&cursor={page['next']}"
            if page["next"] is None:
                break
    assert seen == days


ON = "2022-07-29"
WHENS = [
    None,
    When(start=ON, end=ON, precision="day"),
    When(start="2022-07-20", end="2022-08-20", precision="approx"),
    When(start="2022-01-01", end=None, precision="day"),
    When(start=None, end="2022-07-01", precision="day"),
]
WINDOWS = ["since=2022-07-25&until=2022-07-31", "since=2022-07-30", "until=2022-07-28", "since=2022-08-21",
           "until=2021-01-01", "since=2022-09-01&until=2022-09-30"]  # fmt: skip


@pytest.mark.parametrize("asked", WINDOWS)
def test_what_the_database_rules_out_is_what_the_question_would(asked: str, whole: Store) -> None:
    """Days of the event, days it was told of, none at all, of what took place and of what did not."""
    told = tuple(msgspec.structs.replace(e, as_of="2022-09-15") for e in RECORD.status_history)
    many = [
        msgspec.structs.replace(
            RECORD, id=f"rec_{n}", date=when, status=status, status_history=history, first_seen=seen
        )
        for n, (when, status, (history, seen)) in enumerate(
            product(WHENS, ("happened", "planned", "denied"), ((told, "2022-09-15"), ((), None), ((), "2022-07-26")))
        )
    ]
    whole.records.replace(many)
    question = query(asked.replace("=", ":").replace("&", " "))
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        found = {one["id"] for one in got(client, f"/records?limit=100&{asked}")["items"]}
    assert found == {r.id for r in many if question.takes(r)}


def test_a_record_comes_with_all_that_it_rests_on(client: Client, id: str) -> None:
    view = got(client, f"/records/{id}")
    assert {c["id"] for c in view["claims"]} == set(RECORD.claims) == {WILL.id, DID.id}
    texts = {d["id"]: got(client, f"/documents/{d['id']}")["document"]["text"] for d in view["documents"]}
    for claim in view["claims"]:
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]
    assert msgspec.convert(view["record"], Record) == JUDGEABLE


def test_a_list_and_its_table_tell_the_same(client: Client) -> None:
    for name in ("records", "documents", "statements", "positions", "figures", "assertions"):
        rows = list(csv.DictReader(io.StringIO(client.get(f"{API}/{name}.csv").text)))
        items = got(client, f"/{name}?limit=500")["items"]
        ids = {item.get("id") or item["claim"]["id"] for item in items}
        assert {row["id"] for row in rows} == ids, name


@pytest.mark.parametrize("format", sorted(EXPORTERS))
def test_every_format_can_be_had(format: str, client: Client) -> None:
    answer = client.get(f"{API}/exports/{format}?country=RU")
    assert answer.status_code == 200, answer.text
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    assert len(set(archive.namelist())) == len(archive.namelist()) > 0


def test_what_is_known_already_is_not_sent_again(client: Client, id: str) -> None:
    first = client.get(f"{API}/records/{id}")
    tag = first.headers["etag"]
    assert client.get(f"{API}/records/{id}", headers={"If-None-Match": tag}).status_code == 304
    judged = client.post(f"{API}/judgements", json={"action": "confirm", "record": id, "why": "seen"}, headers=WRITER)
    assert judged.status_code == 201
    assert client.get(f"{API}/records/{id}", headers={"If-None-Match": tag}).status_code == 200


def test_older_ids_lead_on_and_what_is_gone_says_so(whole: Store) -> None:
    heir = msgspec.structs.replace(RECORD, id="rec_heir")
    whole.records.replace([heir], reasons={ACT_RECORD.id: "a person judged that it is no event"})
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        led = client.get(f"{API}/records/{RECORD.id}", follow_redirects=False)
        assert (led.status_code, led.headers["location"]) == (308, f"{API}/records/rec_heir")
        gone = client.get(f"{API}/records/{ACT_RECORD.id}")
        assert gone.status_code == 410
        assert "no event" in gone.json()["detail"]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [("/records/rec_none", 404, "no record rec_none"), ("/records?level=boss", 400, "no level"),
     ("/records?limit=0", 400, "limit"), ("/records?cursor=zzz", 400, "cursor"), ("/records?q=kind:x", 400, "no field"),
     ("/records?country=Narnia", 400, "Narnia"), ("/weeks/2022-W60", 400, "no such week"), ("/search", 400, "q"),
     ("/exports/sas", 400, "sas"), ("/documents/doc_none", 404, "doc_none"), ("/nothing", 404, ""),
     ("/families/fam_none", 404, "fam_none"), ("/pairs/RU/RUS", 400, "two parties"),
     (f"/families?cursor={cursor('x', 'y')}", 400, "cursor"),
     (f"/families?cursor={cursor('9' * 40, 'y')}", 400, "cursor"),
     (f"/records?cursor={cursor(chr(0), 'y')}", 400, "cursor"), ("/records?mode=a%00b", 400, "NUL"),
     ("/documents/a%00b", 400, "NUL"), ("/exports/..%2f..%2fetc", 404, ""), ("/exports/....", 400, "no exporter"),
     ("/statements?since=2022-08-01&until=2022-07-01", 400, "between")],
)  # fmt: skip
def test_errors_have_one_shape(path: str, status: int, words: str, client: Client) -> None:
    answer = client.get(API + path)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert words in problem["detail"]


@pytest.mark.parametrize("path", [f"{API}/about", f"{API}/records/rec_none", "/", "/records/rec_call"])
def test_every_answer_is_armoured(path: str, client: Client) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/assets/../app.py", "/%2e%2e/%2e%2e/etc/passwd", "/.git/config"]
)
def test_no_file_outside_the_page_is_served(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 or "<html" in answer.text


@pytest.mark.parametrize("name", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil:80"])
def test_another_name_is_refused(name: str, client: Client) -> None:
    assert client.get(f"{API}/about", headers={"Host": name}).status_code == 403


@pytest.mark.parametrize("name", ["localhost:8015", "127.0.0.1", "[::1]:8015", "desk.example"])
def test_our_own_names_are_answered(name: str, whole: Store) -> None:
    with TestClient(app(house(whole, hosts=("desk.example",))), base_url="http://127.0.0.1") as client:
        assert client.get(f"{API}/about", headers={"Host": name}).status_code == 200


def judgements() -> Iterator[tuple[dict[str, Any], dict[str, str], dict[str, object], int]]:
    fine = {
        "action": "correct",
        "record": RECORD.id,
        "field": "status",
        "value": '"cancelled"',
        "why": "the ministry said so",
    }
    yield fine, WRITER, {}, 201
    yield fine, {}, {}, 403
    yield fine, {"Authorization": "Bearer wrong"}, {}, 403
    yield fine, WRITER, {"read_only": True}, 403
    yield fine, WRITER, {"token": None}, 403
    yield {**fine, "why": " "}, WRITER, {}, 400
    yield {**fine, "value": '"boss"'}, WRITER, {}, 400
    yield {**fine, "field": "id"}, WRITER, {}, 400
    yield {**fine, "record": "rec_none"}, WRITER, {}, 404
    yield {**fine, "action": "delete"}, WRITER, {}, 400
    yield {**fine, "surprise": 1}, WRITER, {}, 400
    yield {"action": "merge", "record": RECORD.id, "other": ACT_RECORD.id, "why": "x"}, WRITER, {}, 400
    yield {"action": "split", "record": RECORD.id, "claims": [WILL.id], "why": "x"}, WRITER, {}, 201
    yield {"action": "split", "record": RECORD.id, "claims": list(RECORD.claims), "why": "x"}, WRITER, {}, 400
    yield {"action": "undo", "undoes": "jdg_none", "why": "x"}, WRITER, {}, 503


@pytest.mark.parametrize(("wish", "headers", "access", "status"), judgements())
def test_who_may_judge_and_what(
    wish: dict[str, Any], headers: dict[str, str], access: dict[str, object], status: int, whole: Store
) -> None:
    with TestClient(app(house(whole, **access)), base_url="http://127.0.0.1") as client:
        answer = client.post(f"{API}/judgements", json=wish, headers=headers)
        assert answer.status_code == status, answer.text
        assert len(got(client, "/judgements")) == (1 if status == 201 else 0)


def test_a_body_nested_too_deep_is_refused(client: Client) -> None:
    answer = client.post(f"{API}/judgements", content=b"[" * 50_000, headers=WRITER)
    assert answer.status_code == 400
    assert "deep" in answer.json()["detail"]


def test_a_body_too_large_is_refused(client: Client) -> None:
    assert client.post(f"{API}/judgements", content=b'"' + b"a" * (2 << 20) + b'"', headers=WRITER).status_code == 413


def test_files_of_the_page_come_packed_to_those_who_unpack(client: Client) -> None:
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert packed.headers["vary"] == "Accept-Encoding"


def test_a_judgement_is_undone_and_both_are_kept(client: Client, id: str) -> None:
    made = client.post(
        f"{API}/judgements", json={"action": "confirm", "record": id, "why": "seen"}, headers=WRITER
    ).json()
    undone = {"action": "undo", "undoes": made["judgements"][0]["id"], "why": "too soon"}
    assert client.post(f"{API}/judgements", json=undone, headers=WRITER).status_code == 201
    assert len(got(client, "/judgements")) == 2
    assert got(client, "/judgements?standing_only=true") == []


def test_away_from_this_machine_reading_needs_the_token(whole: Store) -> None:
    far = house(whole, host="192.0.2.1")
    with TestClient(app(far), base_url="http://192.0.2.1") as client:
        assert client.get(f"{API}/about").status_code == 403
        assert client.get(f"{API}/about", headers=WRITER).status_code == 200


@pytest.mark.parametrize("wrong", [{"host": "0.0.0.0"}, {"token": "short"}])
def test_an_unsafe_way_to_serve_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Access(**wrong)


def test_too_many_requests_are_told_to_wait(whole: Store) -> None:
    with TestClient(app(house(whole, requests_a_minute=3)), base_url="http://127.0.0.1") as client:
        answers = [client.get(f"{API}/formats") for _ in range(5)]
    assert [a.status_code for a in answers] == [200, 200, 200, 429, 429]
    assert answers[-1].json()["status"] == 429


def test_campaigns_come_with_their_engagements(client: Client, whole: Store, id: str) -> None:
    words = next(e for e in whole.records[id].evidence if e.field == "status")
    ours = Campaign(
        id="cmp_a", kind="campaign", initiator=Participant(country="USA"), first="2022-07-29", last="2022-07-30",
        members=(id,), reported_size=("dozens of calls",), evidence=(msgspec.structs.replace(words, field="members"),),
    )  # fmt: skip
    whole.campaigns.replace([ours])
    (one,) = client.get("/api/v1/campaigns?country=US&since=2022-07-30").json()["items"]
    assert (one["id"], one["reported_size"]) == ("cmp_a", ["dozens of calls"])
    assert client.get("/api/v1/campaigns?kind=tour").json()["items"] == []
    assert client.get("/api/v1/campaigns?until=2022-07-28").json()["items"] == []
    view = client.get("/api/v1/campaigns/cmp_a").json()
    assert [line["id"] for line in view["members"]] == [id]
    assert [c["id"] for c in client.get(f"/api/v1/records/{id}").json()["campaigns"]] == ["cmp_a"]
    assert client.get("/api/v1/campaigns/cmp_b").status_code == 404


def test_search_leads_to_words(client: Client) -> None:
    found = got(client, "/search?q=blinken")
    assert {one["kind"] for one in found} >= {"document", "record"}
    assert all("Blinken" in one["words"] for one in found if one["kind"] == "document")


def test_the_schema_is_openapi_31_and_names_every_route(client: Client) -> None:
    schema = json.loads(client.get(f"{API}/schema/openapi.json").text)
    assert schema["openapi"].startswith("3.1")
    assert {f"{API}/records", f"{API}/records/{{id}}", f"{API}/judgements", f"{API}/exports/{{format}}"} <= set(
        schema["paths"]
    )


@pytest.mark.parametrize("parts", [("2022-07-01", "rec_a"), ("", ""), ("ü", '"')])
def test_cursors_round_trip(parts: tuple[str, str]) -> None:
    assert place(cursor(*parts), 2) == parts


def test_texts_are_listed_and_named_without_their_folders(client: Client) -> None:
    items = got(client, "/documents")["items"]
    assert CALL.id in {item["id"] for item in items}
    assert all("/" not in item["source"] for item in items)
    (coverage,) = [c for c in got(client, "/sources") if c["publisher"] == "A desk"]
    assert (coverage["documents"], coverage["first"]) == (1, "2022-07-29")


def test_families_and_network(client: Client) -> None:
    (family,) = got(client, "/families")["items"]
    assert len(family["documents"]) == 2
    assert family["differences"][0]["kind"] == "fact_update"
    network = got(client, "/network")
    assert {node["id"] for node in network["nodes"]} == {"RUS", "USA"}
    assert network["ties"][0]["records"] == [RECORD.id]
    assert network == got(client, "/network"), "the same picture every time"


def test_the_panel_of_a_state_names_its_records(client: Client, id: str) -> None:
    asked = "/states/US/panel?level=minister&since=2022-01-01&until=2022-12-31&baseline_since=2021-01-01&reference=RU"
    found = got(client, asked)
    numbers = {(n["metric"], n["level"]): n for n in found["numbers"]}
    assert numbers["partners_at_least", "minister"]["records"] == [id]
    assert numbers["share_of_reference", "minister"]["value"] == 1
    assert found["baseline"]["families"] == 0


def test_a_pair_and_a_person(client: Client, id: str) -> None:
    last = {m["level"]: m for m in got(client, "/pairs/US/RUS")["last"]}
    assert last["minister"]["records"] == [id]
    assert last["head"]["day"] is None
    assert got(client, "/pairs/US/RU")["names"].items() >= {"USA": "United States", "RUS": "Russia"}.items()
    assert [s["record"] for s in got(client, "/people/Lavrov")["stops"]] == [id]


NO_PERIOD = ["since=2022-02-31", "since=2023-01-01&until=2022-01-01", "until=9999-12-31", "reference=nobody"]


@pytest.mark.parametrize("asked", NO_PERIOD)
def test_a_panel_of_no_period_is_refused(asked: str, client: Client) -> None:
    assert client.get(f"{API}/states/US/panel?{asked}").status_code in (400, 404, 422)
