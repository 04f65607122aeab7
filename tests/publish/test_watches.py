"""Saved searches: quiet by default, nothing told twice, nothing lost to a channel that fails."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import feedparser
import msgspec
import pytest

from demarche.model import Record, UsageError, Watch
from demarche.publish.watches import Delivery, News, baseline, told
from demarche.publish.watches.webhook import NotDelivered, called
from demarche.store import Store
from tests.store.store_cases import CALL, CALL_RAW, DID, FAMILY, PLAN, PLAN_RAW, RECORD, WILL

NOW = datetime.now(UTC)
SECRET = "not a real one"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as opened:
        opened.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
        opened.families.replace([FAMILY])
        opened.claims.put(PLAN.id, [WILL], "reader/1")
        opened.claims.put(CALL.id, [DID], "reader/1")
        yield opened


class Ear:
    """A server that takes calls: it answers with the statuses given, the last of them for ever."""

    def __init__(self, *statuses: int) -> None:
        self.calls: list[tuple[dict[str, str], bytes]] = []
        ear, left = self, list(statuses)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                ear.calls.append(({k.lower(): v for k, v in self.headers.items()}, body))
                self.send_response(left.pop(0) if len(left) > 1 else left[0])
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def __enter__(self) -> "Ear":
        return self

    def __exit__(self, *failure: object) -> None:
        self.server.shutdown()
        self.server.server_close()


class Heard(list[tuple[str, str]]):
    """A terminal."""

    def __call__(self, found: News) -> None:
        self.extend((item.kind, item.id) for item in found.items)


def delivery(heard: Heard | None = None, **options: Any) -> Delivery:
    given = {"secret": SECRET, "allow_private": True, "sleep": lambda length: None} | options
    return Delivery(terminal=heard if heard is not None else Heard(), **given)


def tell(store: Store, how: Delivery) -> list[tuple[str, int, bool]]:
    found = [one for watch in store.watches for one in told(store, watch, how, lambda: NOW)]
    return [(one.channel, one.items, one.failure is None) for one in found]


def changed(**fields: Any) -> Record:
    return msgspec.structs.replace(RECORD, **fields)


def test_new_changed_and_gone_are_told_once_each(store: Store) -> None:
    store.watches.add(Watch(name="calls", query="mode:call"))
    heard = Heard()
    assert tell(store, delivery(heard)) == []
    steps: list[tuple[list[Record], list[tuple[str, str]]]] = [
        ([RECORD], [("new", RECORD.id)]),
        ([RECORD], []),
        ([changed(documents=9)], []),
        ([changed(status="denied")], [("changed", RECORD.id)]),
        ([changed(status="denied", mode="visit")], [("gone", RECORD.id)]),
        ([changed(status="denied")], [("new", RECORD.id)]),
        ([], [("gone", RECORD.id)]),
        ([], []),
    ]
    for records, expected in steps:
        store.records.replace(records)
        heard.clear()
        tell(store, delivery(heard))
        assert heard == expected
        heard.clear()
        tell(store, delivery(heard))
        assert heard == []


def test_what_is_there_already_counts_as_told(store: Store) -> None:
    store.records.replace([RECORD])
    watch = Watch(name="calls", query="mode:call")
    store.watches.add(watch)
    store.watches.tell("calls", "terminal", baseline(store, watch))
    assert tell(store, delivery()) == []
    store.records.replace([changed(status="denied")])
    assert tell(store, delivery()) == [("terminal", 1, True)]


def test_a_record_that_went_up_in_another_is_not_told_again(store: Store) -> None:
    store.watches.add(Watch(name="calls", query="mode:call"))
    store.records.replace([RECORD])
    tell(store, delivery())
    store.records.replace([changed(id="rec_another")])
    heard = Heard()
    tell(store, delivery(heard))
    assert heard == []


def test_every_channel_is_told_on_its_own(store: Store, tmp_path: Path) -> None:
    with Ear(500) as deaf:
        folders = {"feed": str(tmp_path / "feed"), "mail": str(tmp_path / "mail")}
        store.watches.add(Watch(name="calls", query="mode:call", webhook=deaf.url, **folders))
        store.records.replace([RECORD])
        assert tell(store, delivery()) == [("feed", 1, True), ("mail", 1, True), ("webhook", 1, False)]
        assert tell(store, delivery()) == [("webhook", 1, False)]
        assert len(deaf.calls) == 10
    feed = feedparser.parse(str(tmp_path / "feed" / "feed.atom"))
    assert (feed.feed.title, len(feed.entries)) == ("demarche: calls", 1)
    (path,) = (tmp_path / "mail").iterdir()
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert mail["subject"] == "[calls] 1 new"
    assert RECORD.id in mail.get_content()  # type: ignore[attr-defined]


def test_a_call_is_signed_and_repeated_until_it_is_taken(store: Store) -> None:
    with Ear(503, 429, 204) as ear:
        store.watches.add(Watch(name="calls", query="mode:call", webhook=ear.url))
        store.records.replace([RECORD])
        assert tell(store, delivery()) == [("webhook", 1, True)]
        assert tell(store, delivery()) == []
        assert len(ear.calls) == 3
        headers, body = ear.calls[-1]
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(SECRET.encode(), content, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["webhook-id"] == json.loads(body)["delivery"]
    assert {h["webhook-id"] for h, _ in ear.calls} == {headers["webhook-id"]}


@pytest.mark.parametrize(
    ("address", "options", "words"),
    [
        ("http://127.0.0.1:9/", {"allow_private": False}, "private address"),
        ("http://169.254.169.254/latest/", {"allow_private": False}, "private address"),
        ("http://127.0.0.1:9/", {}, "no answer.*after 5 attempts"),
        ("http://[", {}, "http"),
    ],
)
def test_where_no_call_goes(address: str, options: dict[str, Any], words: str) -> None:
    with pytest.raises(NotDelivered, match=words):
        called(News("calls", (), "dlv_1"), address, delivery(**options), NOW)


def test_no_call_without_a_secret() -> None:
    with pytest.raises(UsageError, match="DEMARCHE_WEBHOOK_SECRET"):
        called(News("calls", (), "dlv_1"), "https://example.org", delivery(secret=""), NOW)


def test_a_redirect_is_not_followed_inside() -> None:
    with Ear(302) as ear, pytest.raises(NotDelivered, match="answered 302"):
        called(News("calls", (), "dlv_1"), ear.url, delivery(), NOW)


def test_names_are_taken_once_and_forgotten(store: Store) -> None:
    store.watches.add(Watch(name="calls", query="mode:call"))
    with pytest.raises(UsageError, match="already"):
        store.watches.add(Watch(name="calls", query="mode:visit"))
    store.watches.remove("calls")
    with pytest.raises(UsageError, match="there are none"):
        store.watches.remove("calls")
    with pytest.raises(UsageError, match="no name for a watch"):
        Watch(name="../calls", query="")
