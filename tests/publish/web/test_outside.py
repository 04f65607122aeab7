"""Texts that mean harm, or merely other scripts: shown as they are, with the right words lit, and never run."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.publish.web.conftest import Opener, Served, command, serving

MET = """

The foreign minister of Türkiye met the foreign minister of Ukraine in Kyiv on 4 May 2022. They spoke of the export of
grain by sea. After the talks the two ministers answered questions of the press and said that they would meet again.

"""
HOSTILE: dict[str, dict[str, str]] = {
    "script": {"title": "<script>alert(1)</script><img src=x onerror=alert(2)>",
               "text": f"<script>alert(3)</script> {MET}<svg/onload=alert(4)> <a href='javascript:alert(5)'>here</a>",
               "url": "javascript:alert(6)", "publisher": "<b onmouseover=alert(7)>Press</b>"},
    "turned": {"title": "A \u202egnihtemos\u202c text", "text": f"\u202eNew.{MET}\u2066 It was \u202edeined\u202c.",
               "url": "https://example.org/\"onclick=\"alert(8)", "publisher": "\u2067Press\u2069"},
    "long": {"title": "w" * 400, "text": f"{'x' * 600}{MET}", "url": "https://example.org/long",
             "publisher": "P" * 300},
    "arabic": {"title": "وزير الخارجية في كييف", "text": f"التقى وزير الخارجية نظيره في كييف.{MET}انتهى اللقاء.",
               "url": "https://example.org/ar", "publisher": "صحيفة"},
    "planes": {"title": "外相会談 🤝", "text": f"🇹🇷🤝🇺🇦 𝔘𝔫𝔦 外相がキーウで会談した。👩‍👩‍👧{MET}王毅外长 🕊️ peace.",
               "url": "https://example.org/cjk", "publisher": "新聞 🗞️"},
}  # fmt: skip
LIT = "[...document.querySelectorAll('mark.here')].map(m => m.textContent).join('')"
SEEN = """() => [document.querySelectorAll('main script, main img, main svg:not(.map):not(.timeline)').length,
    [...document.querySelectorAll('main *')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length,
    [...document.querySelectorAll('a')].filter(a => !/^https?:$/.test(a.protocol)).length]"""


@pytest.fixture(scope="module")
def harmful(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("harm")
    lines = [{"id": name, "date": "2022-05-05", **fields} for name, fields in HOSTILE.items()]
    (folder / "in.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    store = str(folder / "harm.db")
    command("add", str(folder / "in.jsonl"), "--store", store)
    command("run", "--store", store, "--workers", "1")
    with serving(folder / "harm.db") as served:
        yield served


@pytest.fixture(scope="module")
def texts(harmful: Served) -> dict[str, dict[str, Any]]:
    """Each text by its name above, as the store kept it."""
    items = harmful.get("/documents?limit=50")["items"]
    kept = [harmful.get(f"/documents/{item['id']}") for item in items]
    by = {name: next((k for k in kept if _told(k, fields)), None) for name, fields in HOSTILE.items()}
    assert all(by.values()), {name: bool(k) for name, k in by.items()}
    return {name: k for name, k in by.items() if k}


def _told(kept: dict[str, Any], fields: dict[str, str]) -> bool:
    return kept["document"]["url"] == fields["url"] or kept["document"]["title"] == fields["title"]


def test_the_texts_are_read(texts: dict[str, dict[str, Any]]) -> None:
    assert all(any(c["type"] == "engagement" for c in kept["claims"]) for kept in texts.values())


@pytest.mark.parametrize("width", [1280, 390])
def test_inert(width: int, texts: dict[str, dict[str, Any]], harmful: Served, opened: Opener) -> None:
    watched = opened(harmful, width=width)
    paths = {f"/texts/{kept['document']['id']}" for kept in texts.values()}
    paths |= {f"/records/{r['id']}" for kept in texts.values() for r in kept["records"][:1]}
    paths |= {f"/families/{kept['document']['family']}" for kept in texts.values()}
    for path in sorted(paths | {"/families", "/sources", "/", "/search?q=minister"}):
        shown = watched.to(path)
        assert shown.evaluate(SEEN) == [0, 0, 0], path
        assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert not set("\u202e\u2066\u2067") & set(shown.locator("main").inner_text()), path


@pytest.mark.parametrize("name", ["arabic", "planes", "long", "script"])
def test_the_right_words_are_lit(name: str, texts: dict[str, dict[str, Any]], harmful: Served, opened: Opener) -> None:
    """Offsets count code points; the browser counts in units of UTF-16."""
    watched = opened(harmful)
    kept = texts[name]
    claim = next(c for c in kept["claims"] if c["type"] == "engagement")
    shown = watched.to(f"/texts/{kept['document']['id']}?claim={claim['id']}")
    shown.locator("mark.here").first.wait_for()
    assert shown.evaluate(LIT) == claim["quote"] == kept["document"]["text"][claim["start"] : claim["end"]]


def test_right_to_left_runs_right_to_left(texts: dict[str, dict[str, Any]], harmful: Served, opened: Opener) -> None:
    shown = opened(harmful).to(f"/texts/{texts['arabic']['document']['id']}")
    assert shown.evaluate("getComputedStyle(document.querySelector('.text')).direction") == "rtl"
    assert shown.evaluate("getComputedStyle(document.querySelector('main h1 [dir=auto]')).direction") == "rtl"
