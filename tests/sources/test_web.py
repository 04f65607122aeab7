"""Pages from a server on this machine: politeness, limits, patience; and no way into the house from outside."""

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec
import pytest

from demarche.sources import Settings
from demarche.sources.web.guard import is_public
from tests.sources import places
from tests.sources.places import NOW, PROSE, SETTINGS, document, documents, reasons

PAGE = places.PAGE.encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
Answer = tuple[int, dict[str, str], bytes]
HERE = msgspec.structs.replace(SETTINGS, allow_private=True, max_bytes=100_000)


class Site:
    """A server whose answers are a table; a list of answers is given one after another."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | list[Answer]] = {}
        self.asked: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, headers, body = site.answer(self.path)
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def answer(self, path: str) -> Answer:
        found = self.answers.get(path, (404, {}, b""))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_a_page_keeps_its_address_its_bytes_and_its_moment(site: Site) -> None:
    site.answers["/2022/07/29/a"] = (200, HTML, PAGE)
    found = document(f"{site.url}/2022/07/29/a#part", settings=HERE)
    assert (found.source, found.url) == (f"{site.url}/2022/07/29/a#part", f"{site.url}/2022/07/29/a")
    assert (found.title, found.published, found.retrieved_at) == ("A title", "2022-07-29", NOW.isoformat())
    assert site.asked == ["/robots.txt", "/2022/07/29/a"]


def test_the_media_type_tells_the_format(site: Site) -> None:
    site.answers["/feed"] = (
        200,
        {"Content-Type": "text/xml"},
        f"<rss><channel><item><title>T</title><description>{PROSE}</description></item></channel></rss>".encode(),
    )
    site.answers["/lines"] = (200, {"Content-Type": "application/octet-stream"}, b'{"id": 1, "text": "Words."}\n')
    site.answers["/packed"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    found = documents(f"{site.url}/feed", f"{site.url}/lines", f"{site.url}/packed", settings=HERE)
    assert [d.text[:5] for d in found] == [PROSE[:5], "Words", PROSE[:5]]


def refusals() -> list[tuple[str, dict[str, Answer | list[Answer]], str]]:
    def go(to: str) -> Answer:
        return (302, {"Location": to}, b"")

    return [
        ("missing", {}, "answered 404"),
        ("error", {"/": (503, {"Retry-After": "1"}, b"")}, "answered 503, after 3 attempts"),
        ("round and round", {"/": go("/")}, "more than 5 redirects"),
        ("to a file", {"/": go("file:///etc/passwd")}, "no web page"),
        ("too large", {"/": (200, HTML, b"x" * 200_000)}, "larger than the limit"),
        (
            "a bomb",
            {"/": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000)))},
            "larger than the limit",
        ),
        ("odd encoding", {"/": (200, HTML | {"Content-Encoding": "br"}, b"xx")}, "not asked for"),
        ("a picture", {"/": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n")}, "PNG"),
        ("nothing", {"/": (200, HTML, b"")}, "empty"),
        ("forbidden", {"/robots.txt": (200, {}, b"User-agent: *\nDisallow: /"), "/": (200, HTML, PAGE)}, "robots.txt"),
        (
            "forbidden to us",
            {"/robots.txt": (200, {}, b"User-agent: demarche\nDisallow: /"), "/": (200, HTML, PAGE)},
            "robots.txt",
        ),
        ("no rules to be had", {"/robots.txt": (500, {}, b""), "/": (200, HTML, PAGE)}, "robots.txt"),
    ]


@pytest.mark.parametrize(("answers", "reason"), [c[1:] for c in refusals()], ids=[c[0] for c in refusals()])
def test_a_page_that_cannot_be_had_is_refused_with_a_reason(
    site: Site, answers: dict[str, Answer | list[Answer]], reason: str
) -> None:
    site.answers = answers
    (found,) = reasons(f"{site.url}/", settings=HERE)
    assert reason in found


def test_a_busy_server_is_asked_again(site: Site) -> None:
    site.answers["/"] = [(503, {"Retry-After": "7"}, b""), (429, {}, b""), (200, HTML, PAGE)]
    slept: list[float] = []
    assert document(f"{site.url}/", settings=msgspec.structs.replace(HERE, sleep=slept.append)).title == "A title"
    assert slept[0] == 7
    assert len(slept) == 2


def test_the_distance_a_site_asks_for_is_kept(site: Site) -> None:
    site.answers = {
        "/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 4"),
        "/a": (200, HTML, PAGE),
        "/b": (200, HTML, PAGE),
    }
    slept: list[float] = []
    documents(f"{site.url}/a", f"{site.url}/b", settings=msgspec.structs.replace(HERE, sleep=slept.append))
    assert slept == [4]
    assert site.asked.count("/robots.txt") == 1


def test_one_address_is_read_once(site: Site) -> None:
    site.answers["/a"] = (200, HTML, PAGE)
    assert reasons(f"{site.url}/a", f"{site.url}/a#again", settings=HERE) == [f"already read as {site.url}/a"]


PRIVATE = [
    "http://localhost/",
    "http://127.0.0.1:80/",
    "http://[::1]/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/",
    "http://0.0.0.0/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_refused(address: str) -> None:
    (reason,) = reasons(address, settings=Settings(sleep=SETTINGS.sleep, robots=False))
    assert "private" in reason or "no such host" in reason


def test_a_redirect_inside_is_refused_too(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first address of the test's own server passes here; the redirect must be stopped by the real check."""
    site.answers["/"] = (302, {"Location": "http://127.0.0.2:1/"}, b"")
    first: Callable[[str], bool] = lambda address: address == "127.0.0.1"  # noqa: E731
    monkeypatch.setattr("demarche.sources.web.guard.is_public", first)
    assert reasons(f"{site.url}/", settings=msgspec.structs.replace(HERE, allow_private=False, robots=False)) == [
        "127.0.0.2 leads to a private address"
    ]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("192.168.1.1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:7f00:1::", False),
        ("fe80::1%eth0", False),
        ("224.0.0.1", False),
        ("100.64.0.1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("address", ["http://", "http://[", "https://exa mple/", "http://no-such-host.invalid/"])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert reasons(address, settings=msgspec.structs.replace(SETTINGS, robots=False, attempts=1)) != []
