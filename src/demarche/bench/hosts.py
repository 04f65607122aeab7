"""Servers on this machine that behave as sites on the web do through a day, with the clock in somebody else's hand.

Each host publishes, corrects and takes down reports by the minute of a plan drawn by chance, and has a temper: steady;
failing for an hour or two at a time; slow, or silent; breaking off in the middle; moving its feed and changing
its format at noon; naming its pages in a sitemap. What a host has published is the truth to compare with.
"""

import random
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

START = datetime(2026, 11, 22, tzinfo=UTC)
TEMPERS = ("steady", "steady", "failing", "slow", "breaking", "moving", "sitemap")
SHOWN = 40
"""Entries that a feed shows: more than any host publishes while it is down."""
SILENCE = 0.6
"""Seconds, of the real clock, after which a silent host's connection is let go."""
CORRECTED, DELETED, CLOSED, TWICE = 0.2, 0.06, 0.05, 0.3
"""Shares of reports that are corrected later, taken down, lie where robots.txt forbids, are named twice."""
PATIENCE = 90
"""Minutes after which a report may be corrected or taken down."""
DAY = 24 * 60


class Clock:
    """Moves only when somebody moves it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def sleep(self, length: float) -> None:
        """Time passes."""
        self.now += timedelta(seconds=length)

    @property
    def minute(self) -> float:
        """Minutes since the beginning."""
        return (self.now - START) / timedelta(minutes=1)


class Event(NamedTuple):
    """At a minute a report gets its next version, or with `gone` is taken down."""

    minute: float
    name: str
    gone: bool


class Host:
    """One site. `versions` are what it has published so far, `gone` what it has taken down."""

    def __init__(self, temper: str, texts: Sequence[str], clock: Clock, hourly: int, hours: int, seed: int) -> None:
        self.temper, self.texts, self.clock = temper, texts, clock
        self._dice = random.Random(seed)
        self.versions: dict[str, int] = {}
        self.gone: set[str] = set()
        self._fed: list[str] = []
        self._plan = sorted(self._planned(seed, hourly * hours, hours * 60.0), reverse=True)
        self._down = [self._dice.uniform(0, hours * 60.0) for _ in range(4)] if temper == "failing" else []
        self.well = False
        """From when on it fails no more."""
        self.let_go = threading.Event()
        self.server = _server(self)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.feed = f"{self.url}/{'sitemap.xml' if temper == 'sitemap' else 'feed'}"

    def _planned(self, seed: int, reports: int, minutes: float) -> list[Event]:
        dice, found = self._dice, []
        for number in range(reports):
            first = dice.uniform(0, minutes)
            name = f"{'closed' if dice.random() < CLOSED else 'news'}/{seed}-{number}"
            found.append(Event(first, name, gone=False))
            later = first + dice.uniform(PATIENCE, 3 * PATIENCE)
            if later < minutes and dice.random() < CORRECTED + DELETED:
                found.append(Event(later, name, gone=dice.random() < DELETED / (CORRECTED + DELETED)))
        return found

    def catch_up(self) -> None:
        """Publish what is due by now."""
        while self._plan and self._plan[-1].minute <= self.clock.minute:
            event = self._plan.pop()
            if event.gone:
                self.gone.add(event.name)
                self._fed = [name for name in self._fed if name != event.name]
            else:
                self.versions[event.name] = self.versions.get(event.name, 0) + 1
                self._fed = [event.name, *(name for name in self._fed if name != event.name)][:SHOWN]

    def answer(self, path: str, tag: str | None) -> tuple[int, dict[str, str], bytes]:
        """What it says to a request."""
        self.catch_up()
        minute = self.clock.minute
        if not self.well:
            if any(start <= minute < start + 90 for start in self._down):
                return 503, {"Retry-After": "120"}, b""
            if self.temper == "slow":
                self.clock.sleep(self._dice.uniform(1, 20))
                if self._dice.random() < 0.05:
                    self.let_go.wait(SILENCE)
        return self._found(path, tag)

    def breaks_off(self) -> bool:
        """Does the connection end in the middle of this answer?"""
        return self.temper == "breaking" and not self.well and self._dice.random() < 0.2

    def _found(self, path: str, tag: str | None) -> tuple[int, dict[str, str], bytes]:
        name = path.lstrip("/")
        if path == "/robots.txt":
            return 200, {}, b"User-agent: *\nDisallow: /closed/\n"
        if path == "/feed" and self.temper == "moving" and self.clock.minute >= DAY / 2:
            return 301, {"Location": "/atom.xml"}, b""
        if path in ("/feed", "/atom.xml", "/sitemap.xml"):
            return self._listing(path, tag)
        if name in self.gone:
            return 410, {}, b""
        if name in self.versions:
            return 200, {"Content-Type": "text/html; charset=utf-8"}, self._page(name).encode()
        return 404, {}, b""

    def _listing(self, path: str, tag: str | None) -> tuple[int, dict[str, str], bytes]:
        own = f'"{sum(self.versions.values())}-{len(self.gone)}-{path}"'
        if tag == own:
            return 304, {"ETag": own}, b""
        named = [name for name in self._fed for _ in range(1 + (hash_of(name) < TWICE))]
        shape = {"/feed": _rss, "/atom.xml": _atom, "/sitemap.xml": _sitemap}[path]
        return 200, {"ETag": own, "Content-Type": "text/xml"}, shape(self, named).encode()

    def _page(self, name: str) -> str:
        text = self.texts[int(name.rpartition("-")[2]) % len(self.texts)]
        body = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
        mark = f"<p>This is report {name} as told in version {self.versions[name]} of that report.</p>"
        article = f"<article><h1>{name}</h1>{body}{mark}</article>"
        return f"<html><head><title>{name}</title></head><body>{article}</body></html>"

    def close(self) -> None:
        """End the server."""
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()


def hash_of(name: str) -> float:
    """A number from 0 to 1 that is always the same for a name."""
    return random.Random(name).random()


def _rss(host: Host, named: Sequence[str]) -> str:
    day = format_datetime(START)
    items = "".join(
        f"<item><link>{host.url}/{name}</link><title>{name}</title><description>version {host.versions[name]}"
        f"</description><pubDate>{day}</pubDate></item>"
        for name in named
    )
    return f"<rss version='2.0'><channel><title>Host</title>{items}</channel></rss>"


def _atom(host: Host, named: Sequence[str]) -> str:
    items = "".join(
        f"<entry><id>{name}</id><link href='{host.url}/{name}'/><title>{name}</title>"
        f"<summary>version {host.versions[name]}</summary><updated>{START.isoformat()}</updated></entry>"
        for name in reversed(named)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Host</title>{items}</feed>"


def _sitemap(host: Host, named: Sequence[str]) -> str:
    days = {name: (START + timedelta(days=host.versions[name])).date() for name in named}
    items = "".join(f"<url><loc>{host.url}/{name}</loc><lastmod>{days[name]}</lastmod></url>" for name in named)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{items}</urlset>"


def _server(host: Host) -> ThreadingHTTPServer:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = host.answer(self.path, self.headers.get("If-None-Match"))
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(name, value)
            try:
                self.end_headers()
                self.wfile.write(body[: len(body) // 2] if host.breaks_off() else body)
            except (BrokenPipeError, ConnectionResetError):  # whoever asked had no patience left
                return

        def log_message(self, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server
