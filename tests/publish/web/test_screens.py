"""Each screen stands: something to read, no complaint of the browser, nothing wider than the window, no barrier."""

from pathlib import Path
from typing import Any

import pytest

from tests.publish.web.conftest import Opener, Served, Watched

AXE = Path(__file__).parents[3] / "web" / "node_modules" / "axe-core" / "axe.min.js"
BARRIERS = """async () => (await axe.run({resultTypes: ['violations']})).violations
    .filter(v => ['serious', 'critical'].includes(v.impact))
    .map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary).join('; '))"""
Ids = dict[str, str]


@pytest.fixture(scope="session")
def ids(demo: Served, call: dict[str, Any], two_sided: dict[str, Any]) -> Ids:
    person = next(p["actor"] for p in call["people"] if p["name"] and p["actor"])
    family = demo.get("/families?limit=1")["items"][0]
    tour = next(c["id"] for c in demo.get("/campaigns?country=RU")["items"] if "UGA" in c["partners"])
    copy = next(d["id"] for d in family["documents"] if d["id"] != family["best"])
    text = demo.get("/documents?limit=1")["items"][0]["id"]
    return {"record": call["id"], "two": two_sided["id"], "person": person, "family": family["id"], "text": text,
            "best": family["best"], "copy": copy, "tour": tour}  # fmt: skip


SCREENS: dict[str, tuple[str, str]] = {
    "week": ("/weeks/2022-W30", "Week 30"),
    "home": ("/", "Week"),
    "list": ("/records", "Engagements"),
    "record": ("/records/{record}", "Russia · United States"),
    "compare": ("/records/{two}/compare", "Accounts compared"),
    "stories": ("/families", "Stories"),
    "story": ("/families/{family}", "One story"),
    "text": ("/texts/{text}", ""),
    "timeline": ("/timeline", "Timeline"),
    "timeline-table": ("/timeline?table=1", "Timeline"),
    "tours": ("/campaigns", "Tours and campaigns"),
    "tour": ("/campaigns/{tour}", "Uganda"),
    "map": ("/map", "Map"),
    "network": ("/network", "Network"),
    "network-table": ("/network?table=1", "Network"),
    "states": ("/states", "States"),
    "state": ("/states/RUS", "Russia"),
    "pair": ("/pairs/RUS/TUR", "Russia · Türkiye"),
    "person": ("/people/{person}", ""),
    "version": ("/texts/{best}?version={copy}", ""),
    "search": ("/search?q=grain", "“grain”"),
    "search-fields": ("/search?q=country:RU%20mode:visit", "“country:RU mode:visit”"),
    "review": ("/review", "Review"),
    "sources": ("/sources", "Sources and coverage"),
    "export": ("/export?country=RU", "Export"),
}
PICTURES = {"map": "svg.map .arc", "timeline": "svg.timeline rect", "network": ".network canvas"}


def barriers(shown: Any) -> list[str]:
    """What axe calls serious or critical; nothing where axe is not installed."""
    if not AXE.is_file():
        return []
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    return list(shown.evaluate(BARRIERS))


@pytest.mark.parametrize("name", SCREENS)
def test_screen(name: str, page: Watched, ids: Ids) -> None:
    path, heading = SCREENS[name]
    shown = page.to(path.format(**ids))
    assert heading in shown.locator("main h1").first.inner_text()
    assert len(shown.locator("main").inner_text()) > 80
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if name in PICTURES:
        assert shown.locator(PICTURES[name]).count() >= 1
    assert barriers(shown) == []


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not here: `cd web && npm ci`")
def test_no_barrier_in_the_dark(opened: Opener, demo: Served, ids: Ids) -> None:
    watched = opened(demo, color_scheme="dark")
    paths = {name: path.format(**ids) for name, (path, _) in SCREENS.items() if not name.endswith(("table", "fields"))}
    found = {name: barriers(watched.to(path)) for name, path in paths.items()}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(
    "name",
    ["week", "list", "record", "compare", "story", "map", "review", "export", "pair", "person", "version", "sources"],
)
def test_phone(name: str, opened: Opener, demo: Served, ids: Ids) -> None:
    shown = opened(demo, width=390, height=844, has_touch=True, is_mobile=True).to(SCREENS[name][0].format(**ids))
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shown.locator("main h1").first.is_visible()


def test_dark_as_the_system_and_as_chosen(opened: Opener, demo: Served) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = (opened(demo, color_scheme=scheme).to("/") for scheme in ("light", "dark"))
    assert light.evaluate(paper) != dark.evaluate(paper)
    while light.locator("html[data-theme=dark]").count() == 0:
        light.get_by_role("button", name="Colours").click()
    assert light.evaluate(paper) == dark.evaluate(paper)
    light.reload()
    assert light.evaluate(paper) == dark.evaluate(paper)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/records/rec_none", "Not there"),
        ("/nowhere", "No such page"),
        ("/records?country=FJ&mode=visit", "No record meets these conditions"),
        ("/search?q=xylophonists", "Nothing holds these words"),
        ("/weeks/1999-W01?focus=FJ", "No record falls into this week"),
    ],
)
def test_what_is_not_there_says_what_to_do(path: str, says: str, opened: Opener, demo: Served) -> None:
    watched = opened(demo)
    watched.page.goto(demo.base + path)
    watched.page.get_by_text(says).first.wait_for()
    watched.faults[:] = [f for f in watched.faults if "404" not in f]


def test_a_server_that_is_gone(opened: Opener, demo: Served) -> None:
    watched = opened(demo)
    watched.to("/records")
    watched.page.context.set_offline(True)
    watched.page.get_by_label("how").select_option("visit")
    watched.page.get_by_text("The server does not answer").wait_for()
    watched.page.context.set_offline(False)
    watched.page.get_by_role("button", name="Try again").click()
    watched.page.locator(".row").first.wait_for()
    watched.faults[:] = [f for f in watched.faults if "INTERNET_DISCONNECTED" not in f]


def test_what_has_no_day_is_in_no_week(page: Watched, demo: Served) -> None:
    """Neither event nor report dated: not among what took place this week, and said so."""
    lines = demo.get("/records?since=2022-07-25&until=2022-07-31&type=engagement&limit=500")["items"]
    undated = {line["id"] for line in lines if not line["date"] and not line["first_seen"] and not line["generic"]}
    shown = page.to("/weeks/2022-W30")
    cards = set(shown.eval_on_selector_all("article.entry", "all => all.map(e => e.dataset.record)"))
    assert cards
    assert not cards & undated
    briefs = set(shown.eval_on_selector_all(".brief", "all => all.map(e => e.dataset.record)"))
    assert undated <= briefs


def test_two_versions_word_by_word(page: Watched, ids: Ids) -> None:
    shown = page.to(f"/families/{ids['family']}")
    shown.locator(".versions .text").first.wait_for()
    assert shown.locator(".versions mark.removed, .versions mark.added").count() > 0
