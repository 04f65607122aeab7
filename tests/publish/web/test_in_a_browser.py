"""What a reader sees and does: every screen, by address, by keys, on a phone, in the dark; hostile text shown inert."""

import json
import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.publish.web.conftest import CHROMIUM, QUIET, TOKEN

SCREENS = (
    "/", "/weeks/2022-W30", "/records", "/records?mode=visit&country=RU", "/timeline", "/map", "/network", "/states",
    "/states/RUS", "/pairs/RUS/TUR", "/families", "/search?q=grain", "/sources", "/review", "/export", "/nowhere",
)  # fmt: skip
REFUSED = re.compile(r"status of 40[34]")
"""What a browser writes of an answer that the test asked for."""


@pytest.fixture(scope="module")
def browser(served: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A page that fails its test when anything is asked of another host, or written to the console as an error."""
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("request", lambda r: wrong.append(r.url) if not r.url.startswith((served, "data:", "blob:")) else None)
    opened.on("pageerror", lambda e: wrong.append(str(e)))
    opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" and not REFUSED.search(m.text) else None)
    yield opened
    context.close()
    assert wrong == []


def got(served: str, path: str) -> Any:
    with urllib.request.urlopen(f"{served}/api/v1{path}", timeout=30) as answer:
        return json.load(answer)


def ready(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("address", SCREENS)
def test_every_screen_comes_up(address: str, page: Page) -> None:
    ready(page, address)
    expect(page.locator("main")).not_to_be_empty()
    expect(page.get_by_text("That did not work")).to_have_count(0)
    expect(page.locator("nav a")).to_have_count(10)


def test_the_lit_words_are_the_evidence(page: Page, served: str) -> None:
    record = got(served, "/records?country=RU,TR&mode=meeting&limit=1")["items"][0]["id"]
    evidence = got(served, f"/records/{record}")["record"]["evidence"]
    for n in range(min(3, len(evidence))):
        ready(page, f"/records/{record}?span={n}")
        assert "".join(page.locator("mark.here").all_text_contents()) == evidence[n]["quote"]


def test_offsets_hold_behind_emoji_and_cjk(page: Page, served: str) -> None:
    hit = next(h for h in got(served, "/search?q=useful%20frank") if h["kind"] == "statement")
    ready(page, f"/texts/{hit['document']}?claim={hit['id']}")
    assert "".join(page.locator("mark.here").all_text_contents()) == hit["words"]
    assert "👍" in hit["words"]


def test_hostile_text_is_shown_and_does_nothing(page: Page, served: str) -> None:
    document = next(h["id"] for h in got(served, "/search?q=Eide") if h["kind"] == "document")
    ready(page, f"/texts/{document}")
    expect(page.locator(".text")).to_contain_text("<script>document.title='taken'</script>")
    assert "taken" not in page.title()
    assert page.locator(".text script, .text img, .text a").count() == 0
    assert page.locator('a[href^="javascript:"]').count() == 0
    assert "\u202e" not in page.locator(".text").inner_text(), "no mark that turns the direction reaches a reader"


def test_keys_search_walk_open_and_step_through_the_evidence(page: Page, served: str) -> None:
    ready(page, "/weeks/2022-W30")
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url("**/records/rec_*")
    expect(page.locator("mark.here").first).to_be_visible()
    before = page.url
    page.keyboard.press("e")
    page.wait_for_url(lambda url: url != before)
    page.keyboard.press("c")
    page.wait_for_url("**/compare")
    page.keyboard.press("/")
    page.keyboard.type("grain")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=grain")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_filters_stand_in_the_address_and_outlive_a_reload(page: Page) -> None:
    ready(page, "/records")
    page.get_by_label("how").select_option("visit")
    page.wait_for_url("**mode=visit**")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(page.get_by_label("how")).to_have_value("visit")
    expect(page.locator(".row .kind").first).to_have_text("visit")


def test_a_correction_is_made_and_taken_back_on_the_page(page: Page, served: str) -> None:
    record = got(served, "/records?mode=call&limit=1")["items"][0]["id"]
    ready(page, f"/records/{record}")
    page.get_by_label("value").fill("disputed")
    page.get_by_label("why").fill("two texts differ")
    page.get_by_label("token").fill(TOKEN)
    page.get_by_role("button", name="Correct", exact=True).click()
    expect(page.locator(".judgements")).to_contain_text("two texts differ")
    (made,) = [j for j in got(served, "/judgements") if j["why"] == "two texts differ"]
    assert (made["action"], made["field"], json.loads(made["value"])) == ("correct", "status", "disputed")
    page.locator(".judgements").get_by_role("button", name="undo").first.click()
    expect(page.locator(".judgements li")).to_have_count(2)
    assert made["id"] not in {j["id"] for j in got(served, "/judgements?standing_only=true")}


def test_without_the_token_nothing_is_written(page: Page, served: str) -> None:
    record = got(served, "/records?mode=visit&limit=1")["items"][0]["id"]
    before = got(served, "/judgements")
    with page.expect_response("**/judgements") as answered:
        ready(page, f"/records/{record}")
        page.get_by_label("value").fill("cancelled")
        page.get_by_label("why").fill("no reason")
        page.get_by_label("token").fill("wrong")
        page.get_by_role("button", name="Correct", exact=True).click()
    assert answered.value.status == 403
    expect(page.get_by_role("alert")).to_contain_text("token")
    assert got(served, "/judgements") == before


@pytest.mark.parametrize("address", ["/weeks/2022-W30", "/records", "/records/{}", "/records/{}/compare"])
def test_a_phone_scrolls_one_way_only(address: str, browser: Browser, served: str) -> None:
    record = got(served, "/records?country=RU,US&mode=call&limit=1")["items"][0]["id"]
    context = browser.new_context(base_url=served, viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    ready(page, address.format(record))
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    context.close()
    assert wide <= 0
    assert dark == "rgb(20, 24, 28)"
