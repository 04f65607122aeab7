"""Accept, reject and undo by key: the same judgements that the command line shows."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.publish.web.conftest import TOKEN, Opener, Served, serving


@pytest.fixture(scope="module")
def own(browser: Any, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the demo, to write into."""
    store = tmp_path_factory.mktemp("review") / "demo.db"
    for part in made.parent.glob(made.name + "*"):
        shutil.copy(part, store.with_name(part.name.replace(made.name, store.name)))
    with serving(store) as served:
        yield served


def actions(served: Served) -> list[str]:
    """The actions that the command line knows of."""
    said = served.command("judgements", "--json")
    return [json.loads(line)["action"] for line in said.splitlines() if line.strip()]


def test_accept_undo_reject(own: Served, opened: Opener) -> None:
    watched = opened(own)
    shown = watched.to("/review")
    assert own.get("/review"), "the demo asks about nothing"
    shown.get_by_label("token").fill(TOKEN)
    shown.locator("h1").click()
    with shown.expect_response("**/judgements") as accepted:
        shown.keyboard.press("a")
    assert accepted.value.status == 201
    assert actions(own) == ["confirm"]
    shown.get_by_role("button", name="Undo").and_(shown.locator(":enabled")).wait_for()
    with shown.expect_response("**/judgements") as undone:
        shown.keyboard.press("u")
    assert undone.value.status == 201
    assert actions(own) == ["confirm", "undo"]
    shown.get_by_role("button", name="It is wrong").wait_for()
    with shown.expect_response("**/judgements") as rejected:
        shown.keyboard.press("x")
    assert rejected.value.status == 201
    made = actions(own)[2:]
    assert made
    assert set(made) <= {"different", "split", "correct", "reject"}


def test_correct_on_the_record(own: Served, opened: Opener) -> None:
    line = own.get("/records?type=engagement&limit=1")["items"][0]
    watched = opened(own)
    shown = watched.to(f"/records/{line['id']}")
    shown.get_by_label("value").fill("cancelled")
    shown.get_by_label("why").fill("for the test")
    shown.get_by_label("token").fill(TOKEN)
    with shown.expect_response("**/judgements") as answer:
        shown.get_by_role("button", name="Correct").click()
    assert answer.value.status == 201
    shown.locator(".status.cancelled").first.wait_for()
    assert own.get(f"/records/{line['id']}")["line"]["status"] == "cancelled"
    assert json.loads(own.command("show", line["id"], "--json"))["status"] == "cancelled"
    shown.locator(".judgements").get_by_role("button", name="undo").first.click()
    shown.locator(".judgements li").nth(1).wait_for()
    assert own.get(f"/records/{line['id']}")["line"]["status"] == line["status"]


def test_a_wrong_token_is_told(own: Served, opened: Opener) -> None:
    line = own.get("/records?type=engagement&limit=2")["items"][1]
    before = own.get("/judgements")
    watched = opened(own)
    shown = watched.to(f"/records/{line['id']}")
    shown.get_by_label("value").fill("cancelled")
    shown.get_by_label("why").fill("for the test")
    shown.get_by_label("token").fill("not-the-token-at-all")
    shown.get_by_role("button", name="Correct").click()
    shown.get_by_role("alert").wait_for()
    assert "token" in shown.get_by_role("alert").inner_text()
    assert own.get("/judgements") == before
    watched.faults[:] = [f for f in watched.faults if "403" not in f and "401" not in f]
