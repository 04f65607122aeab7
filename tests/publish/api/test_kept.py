"""Answers are reckoned once for a state of the store, and nobody waits for a slow reader, an error, or a stream."""

import asyncio

import pytest
from litestar.testing import TestClient

from demarche.publish.api import app
from demarche.publish.api import kept as module
from demarche.publish.api.kept import Kept
from demarche.store import Store
from tests.publish.api.conftest import TOKEN, house
from tests.store.store_cases import RECORD

WRITER = {"Authorization": f"Bearer {TOKEN}"}


def test_who_comes_second_waits_for_the_first() -> None:
    async def both() -> list[bytes | None]:
        kept = Kept()
        first = await kept.answer("a")
        second = asyncio.create_task(kept.answer("a"))
        await asyncio.sleep(0)
        assert not second.done()
        kept.settle("a", b"said")
        return [first, await second, await kept.answer("a")]

    assert asyncio.run(both()) == [None, b"said", b"said"]


def test_after_an_error_the_next_one_tries() -> None:
    async def both() -> tuple[bytes | None, bytes | None]:
        kept = Kept()
        await kept.answer("a")
        second = asyncio.create_task(kept.answer("a"))
        await asyncio.sleep(0)
        kept.settle("a", None)
        tried = await second
        kept.settle("a", b"said")
        return tried, await kept.answer("a")

    assert asyncio.run(both()) == (None, b"said")


def test_the_longest_unasked_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALL", 10)

    async def three() -> list[bytes | None]:
        kept = Kept()
        for tag in "ab":
            await kept.answer(tag)
            kept.settle(tag, b"12345")
        await kept.answer("a")
        await kept.answer("c")
        kept.settle("c", b"123")
        return [await kept.answer(tag) for tag in "acb"]

    assert asyncio.run(three()) == [b"12345", b"123", None]


def test_an_answer_is_given_again_until_something_is_judged(whole: Store) -> None:
    path = f"/api/v1/records/{RECORD.id}"
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        first, again = client.get(path), client.get(path)
        assert first.content == again.content
        assert first.headers["content-type"] == again.headers["content-type"]
        assert "default-src 'none'" in again.headers["content-security-policy"]
        wish = {"action": "confirm", "record": RECORD.id, "why": "seen"}
        assert client.post("/api/v1/judgements", json=wish, headers=WRITER).status_code == 201
        assert len(client.get(path).json()["judgements"]) == len(first.json()["judgements"]) + 1


def test_what_is_kept_is_for_those_who_may_read(whole: Store) -> None:
    with TestClient(app(house(whole, host="192.0.2.1")), base_url="http://192.0.2.1") as client:
        assert client.get("/api/v1/about", headers=WRITER).status_code == 200
        assert client.get("/api/v1/about").status_code == 403


@pytest.mark.parametrize("path", ["/records.csv", "/exports/jsonl", "/records/rec_none"])
def test_streams_and_errors_are_made_each_time(path: str, whole: Store) -> None:
    with TestClient(app(house(whole)), base_url="http://127.0.0.1") as client:
        answers = [client.get(f"/api/v1{path}") for _ in range(2)]
    assert answers[0].status_code == answers[1].status_code
