"""By keys alone, and by addresses that can be sent: the same words are lit after a reload."""

import re
from typing import Any
from urllib.parse import unquote

import pytest

from demarche.publish.exports import EXPORTERS
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


def told_by_others(demo: Served) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """A family of two, its other text, and a claim of its best text whose words stand in the other too."""
    for family in demo.get("/families?limit=50")["items"]:
        other = next(d["id"] for d in family["documents"] if d["id"] != family["best"])
        text = demo.get(f"/documents/{other}")["document"]["text"]
        for claim in demo.get(f"/documents/{family['best']}")["claims"]:
            if len(claim["quote"].split()) > 3 and claim["quote"] in text:
                return family, other, claim
    raise AssertionError("no copy keeps the words of a claim")


def test_another_version_of_the_text(page: Watched, demo: Served) -> None:
    """Chosen in the reader: what differs is marked, and the words that both have stay lit."""
    family, other, claim = told_by_others(demo)
    best, copy = (demo.get(f"/documents/{id}")["document"]["text"] for id in (family["best"], other))
    shown = page.to(f"/texts/{family['best']}?claim={claim['id']}")
    shown.get_by_label("Version or copy").select_option(other)
    shown.wait_for_url(f"**version={other}**")
    shown.locator(".text mark.here").first.wait_for()
    assert shown.evaluate(LIT) == claim["quote"]
    without = """sel => [...document.querySelector('.text').childNodes].filter(n => n.nodeName !== sel)
        .map(n => n.textContent).join('')"""
    assert shown.evaluate(without, "INS") == best, "all but what was added is the text that is quoted"
    assert shown.evaluate(without, "DEL") == copy, "all but what was left out is the other"
    shown.reload()
    shown.locator(".text mark.here").first.wait_for()
    assert shown.get_by_label("Version or copy").input_value() == other


def test_the_original_opens_at_the_words(page: Watched, demo: Served) -> None:
    """Each part of the text fragment stands in the text, in its order, in whole words."""
    asked = (d for d in demo.get("/documents?limit=200")["items"] if d["url"])
    found = [d for d in asked if demo.get(f"/documents/{d['id']}")["claims"]][:4]
    assert found
    for document in found:
        text = demo.get(f"/documents/{document['id']}")["document"]["text"]
        shown = page.to(f"/texts/{document['id']}")
        href = shown.get_by_role("link", name="open original").get_attribute("href")
        parts = [unquote(p).strip() for p in href.split(":~:text=")[1].replace("-,", ",").replace(",-", ",").split(",")]
        at = 0
        for part in parts:
            words = r"\s+".join(map(re.escape, part.split()))
            place = re.compile(rf"(?:(?<!\w)|(?=\W)){words}(?!\w)").search(text, at)
            assert place, (part, href)
            at = place.end()


def test_the_brief_on_two_leads_to_its_words(page: Watched) -> None:
    shown = page.to("/pairs/RUS/TUR")
    shown.get_by_role("heading", name="Last contact at each level").wait_for()
    assert shown.locator("main").get_by_text(re.compile(r"\bRUS \+|org:un\b")).count() == 0
    shown.locator("section", has=shown.get_by_role("heading", name="Said", exact=True)).locator("a").first.click()
    shown.locator("mark.here").first.wait_for()
    assert page.address().startswith("/texts/")


def test_an_itinerary_leads_to_its_records(page: Watched) -> None:
    shown = page.to("/people/Lavrov")
    shown.get_by_role("heading", name="Tours").wait_for()
    assert "Uganda" in shown.locator("main").inner_text()
    assert not re.search(r"\b(UGA|COG|ETH)\b", shown.locator("main").inner_text())
    shown.locator("tbody a[href^='/records/']").first.click()
    shown.locator("mark.here").first.wait_for()


def test_every_format_says_what_it_cannot_carry(page: Watched) -> None:
    shown = page.to("/export")
    shown.locator(".formats dt a").first.wait_for()
    links = shown.eval_on_selector_all(".formats dt a", "all => all.map(a => a.href)")
    linked = {a.split("/exports/")[1] for a in links}
    assert linked == set(EXPORTERS)
    assert shown.locator(".formats dd small").count() == len(EXPORTERS)


def test_an_engagement_leads_to_its_tour(page: Watched, demo: Served) -> None:
    tour = next(c for c in demo.get("/campaigns?country=RU")["items"] if "UGA" in c["partners"])
    shown = page.to(f"/records/{tour['members'][0]}")
    shown.get_by_role("link", name="tour of Sergey Lavrov").click()
    shown.locator("mark.here").first.wait_for()
    assert shown.evaluate(LIT) == tour["evidence"][0]["quote"]
    assert shown.locator("article.entry").count() >= len(tour["members"])
