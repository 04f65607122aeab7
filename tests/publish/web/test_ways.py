"""By keys alone, and by addresses that can be sent: the same words are lit after a reload."""

import re
from typing import Any

import pytest

from tests.publish.web.conftest import Served, Watched

expect = pytest.importorskip("playwright.sync_api").expect
LIT = "[...document.querySelectorAll('mark.here')].map(m => m.textContent).join('')"


def test_search_by_key(page: Watched) -> None:
    shown = page.to("/")
    shown.keyboard.press("/")
    shown.keyboard.type("grain")
    shown.keyboard.press("Enter")
    shown.locator(".hit").first.wait_for()
    assert page.address() == "/search?q=grain"
    shown.keyboard.press("j")
    first = shown.evaluate("document.activeElement.textContent")
    shown.keyboard.press("j")
    assert shown.evaluate("document.activeElement.textContent") != first or shown.locator(".hit").count() == 1
    shown.keyboard.press("k")
    assert shown.evaluate("document.activeElement.textContent") == first
    shown.keyboard.press("o")
    page.settled()
    assert re.match(r"/(records|texts)/", page.address())


def test_a_name_leads_to_its_screen(page: Watched) -> None:
    shown = page.to("/")
    shown.keyboard.press("Control+k")
    shown.keyboard.type("Map")
    shown.keyboard.press("Enter")
    shown.locator("svg.map").wait_for()
    shown.keyboard.press("/")
    shown.locator("#jump option[value=Russia]").wait_for(state="attached")
    shown.keyboard.press("Control+a")
    shown.keyboard.type("russia")
    shown.keyboard.press("Enter")
    shown.get_by_role("heading", name="Russia").wait_for()
    assert page.address() == "/states/RUS"


def test_evidence_and_comparison_by_key(page: Watched, two_sided: dict[str, Any]) -> None:
    shown = page.to("/records")
    shown.keyboard.press("j")
    shown.keyboard.press("o")
    shown.locator("mark.here").first.wait_for()
    page.to(f"/records/{two_sided['id']}")
    shown.locator("mark.here").first.wait_for()
    before = page.address()
    shown.keyboard.press("e")
    shown.wait_for_url("**span=*")
    after = page.address()
    assert after != before
    shown.keyboard.press("e")
    expect(shown).not_to_have_url(page.base + after)
    shown.keyboard.press("Shift+E")
    expect(shown).to_have_url(page.base + after)
    shown.keyboard.press("c")
    shown.locator("tr.differs").first.wait_for()
    shown.keyboard.press("n")
    assert shown.evaluate("document.activeElement.matches('tr.differs')")
    first = shown.evaluate("document.activeElement.textContent")
    shown.keyboard.press("n")
    assert shown.evaluate("document.activeElement.textContent") != first


def test_the_keys_are_told(page: Watched) -> None:
    shown = page.to("/")
    shown.keyboard.press("?")
    shown.get_by_role("dialog").wait_for()
    shown.keyboard.press("Escape")
    shown.get_by_role("dialog").wait_for(state="detached")


def test_the_skip_link_is_the_first_stop(page: Watched) -> None:
    shown = page.to("/")
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "To the content"
    assert shown.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_record_and_its_span(page: Watched, demo: Served, call: dict[str, Any]) -> None:
    """The words that are lit are the very words of the evidence, for each span of it."""
    evidence = demo.get(f"/records/{call['id']}")["record"]["evidence"]
    for n in range(0, len(evidence), 5):
        shown = page.to(f"/records/{call['id']}?span={n}")
        shown.locator("mark.here").first.wait_for()
        assert shown.evaluate(LIT) == evidence[n]["quote"]
    shown.reload()
    shown.locator("mark.here").first.wait_for()
    assert shown.evaluate(LIT) == evidence[n]["quote"]


def test_a_text_and_its_claim(page: Watched, demo: Served, call: dict[str, Any]) -> None:
    claim = next(c for c in demo.get(f"/records/{call['id']}")["claims"])
    shown = page.to(f"/texts/{claim['document']}?claim={claim['id']}")
    shown.locator("mark.here").first.wait_for()
    assert shown.evaluate(LIT) == claim["quote"]


def test_a_text_and_a_place_in_it(page: Watched, demo: Served, call: dict[str, Any]) -> None:
    claim = next(c for c in demo.get(f"/records/{call['id']}")["claims"])
    text = demo.get(f"/documents/{claim['document']}")["document"]["text"]
    shown = page.to(f"/texts/{claim['document']}?at=3-30")
    shown.locator("mark.here").first.wait_for()
    assert shown.evaluate(LIT) == text[3:30]


def test_filters_stand_in_the_address(page: Watched) -> None:
    shown = page.to("/records")
    shown.get_by_label("how").select_option("visit")
    shown.get_by_label("countries").fill("RU")
    shown.keyboard.press("Enter")
    shown.wait_for_url(re.compile("country=RU"))
    page.settled()
    assert "mode=visit" in page.address()
    rows = shown.locator(".row").all_inner_texts()
    assert rows
    assert all("Russia" in row for row in rows)
    shown.reload()
    page.settled()
    assert shown.get_by_label("how").input_value() == "visit"
    assert shown.locator(".row").all_inner_texts() == rows


def test_words_of_a_comparison_open_in_their_text(page: Watched, two_sided: dict[str, Any]) -> None:
    shown = page.to(f"/records/{two_sided['id']}/compare")
    shown.locator("button.quote").first.click()
    shown.locator(".drawer mark.here").first.wait_for()
    lit = shown.evaluate(LIT)
    shown.reload()
    shown.locator(".drawer mark.here").first.wait_for()
    assert shown.evaluate(LIT) == lit
    shown.keyboard.press("Escape")
    shown.locator(".drawer").wait_for(state="detached")
