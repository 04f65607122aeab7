"""The page in a real browser, over stores of its own on loopback: nothing is mocked but the colours of the system."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest

sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make test installs it")

TOKEN = "a-token-of-enough-letters"
CHROMIUM = os.environ.get("DEMARCHE_TEST_CHROMIUM") or which("chromium") or which("chromium-browser")
ARGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
LONGEST = 15_000
"""Milliseconds that a screen may take to stand, on a machine with other work."""


class Served(msgspec.Struct, frozen=True):
    """A store that is being served."""

    store: str
    base: str

    def get(self, path: str) -> Any:
        """What the API answers."""
        with urllib.request.urlopen(f"{self.base}/api/v1{path}") as answer:
            return json.load(answer)

    def command(self, *words: str) -> str:
        """What the command line says of the same store."""
        return command(*words, "--store", self.store)


def command(*words: str) -> str:
    """A command, run as a user runs it."""
    done = subprocess.run([sys.executable, "-m", "demarche", *words], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 3), done.stderr
    return done.stdout


@contextmanager
def serving(store: Path, *more: str) -> Iterator[Served]:
    """`demarche serve`, with a token, on a free port."""
    words = [sys.executable, "-m", "demarche", "serve", "--store", str(store), "--port", "0", "--json", *more]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "DEMARCHE_TOKEN": TOKEN}
    ) as process:
        assert process.stdout is not None
        try:
            yield Served(str(store), json.loads(process.stdout.readline())["address"].rstrip("/"))
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium, or name one in DEMARCHE_TEST_CHROMIUM")
    with sync.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demo."""
    folder = tmp_path_factory.mktemp("page") / "demo"
    command("demo", "--to", str(folder), "--json")
    return folder / "demarche.db"


@pytest.fixture(scope="session")
def demo(browser: Any, made: Path) -> Iterator[Served]:
    """The demo, served; asked for after the browser, so that where there is none nothing is read."""
    with serving(made) as served:
        yield served


class Watched(msgspec.Struct):
    """A page, what it complained of, and whom it asked."""

    page: Any
    base: str
    faults: list[str]
    asked: list[str]

    def to(self, path: str) -> Any:
        """Go to a screen, and wait until it stands."""
        self.page.goto(self.base + path)
        return self.settled()

    def settled(self) -> Any:
        """Wait until the screen stands. (No `wait_for_function`: it would evaluate text, which the policy forbids.)"""
        self.page.locator("main h1, main .empty").first.wait_for()
        sync.expect(self.page.locator("main p.state[role=status]")).to_have_count(0, timeout=LONGEST)
        return self.page

    def address(self) -> str:
        """Path and question of where the page is."""
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")


Opener = Callable[..., Watched]


@pytest.fixture
def opened(browser: Any) -> Iterator[Opener]:
    """Open a page; at the end it must have complained of nothing and asked nobody else."""
    every: list[Watched] = []

    def open_(served: Served, *, width: int = 1280, height: int = 860, **context: Any) -> Watched:
        own = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **context)
        page = own.new_page()
        page.set_default_timeout(LONGEST)
        watched = Watched(page, served.base, [], [])
        page.on("console", lambda m: watched.faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: watched.faults.append(str(e)))
        page.on("dialog", lambda d: (watched.faults.append(f"dialog: {d.message}"), d.dismiss()))
        page.on("request", lambda r: watched.asked.append(r.url))
        every.append(watched)
        return watched

    yield open_
    for watched in every:
        watched.page.context.close()
        assert watched.faults == []
        assert [url for url in watched.asked if not re.match(rf"({re.escape(watched.base)}/|data:)", url)] == []


@pytest.fixture
def page(opened: Opener, demo: Served) -> Watched:
    """The demo's page, on a wide screen."""
    return opened(demo)


@pytest.fixture(scope="session")
def call(demo: Served) -> dict[str, Any]:
    """The call of 29 July 2022 between the Russian foreign minister and the American secretary of state."""
    found: list[dict[str, Any]] = demo.get("/records?country=RU,US&mode=call&since=2022-07-29&until=2022-07-29")[
        "items"
    ]
    return max(found, key=lambda line: line["documents"])


@pytest.fixture(scope="session")
def two_sided(demo: Served) -> dict[str, Any]:
    """A record of which two sides tell, with differences."""
    lines = demo.get("/records?type=engagement&limit=200")["items"]
    for line in sorted(lines, key=lambda one: -one["documents"]):
        told = demo.get(f"/records/{line['id']}/accounts")
        if len(told["sides"]) > 1 and sum(row["verdict"] != "same" for row in told["rows"]) > 1:
            return dict(line)
    raise AssertionError("the demo has no record of which two sides tell")
