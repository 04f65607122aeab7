"""A day of feeds from servers on this machine, with the clock in the test's hand: nothing lost, nothing doubled."""

import gzip
import resource
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from demarche import pipeline
from demarche.bench.hosts import START, Clock
from demarche.cli.follow import seconds, until
from demarche.model import UsageError
from demarche.pipeline import Report
from demarche.sources import Settings
from demarche.sources.follow import LONGEST, TRIES, Follower
from demarche.store import Store
from tests.sources.places import PROSE
from tests.sources.test_web import HTML, Answer, Site

EVERY = 600.0


class Paper(Site):
    """A site with a feed that honours conditional requests, and shows its latest entries only."""

    def __init__(self, shown: int = 5) -> None:
        super().__init__()
        self.shown = shown
        self.stories: dict[str, int] = {}
        self.fed: list[str] = []
        self.down = False
        self.unchanged = 0

    def publish(self, name: str) -> None:
        """A new story, or a corrected one."""
        self.stories[name] = self.stories.get(name, 0) + 1
        self.fed = [name, *(x for x in self.fed if x != name)]

    def text(self, name: str) -> str:
        return f"{PROSE}{PROSE} Report {name}, version {self.stories[name]}."

    def answer(self, path: str) -> Answer:
        if self.down:
            return (503, {}, b"")
        if path == "/feed":
            return (200, {"Content-Type": "application/rss+xml"}, self.feed().encode())
        name = path.lstrip("/")
        if name in self.stories:
            page = f"<html><body><article><h1>{name}</h1><p>{self.text(name)}</p></article></body></html>"
            return (200, HTML, page.encode())
        return super().answer(path)

    def feed(self) -> str:
        day = format_datetime(START)
        items = "".join(
            f"<item><link>{self.url}/{name}</link><title>{name}</title><description>version {self.stories[name]}"
            f"</description><pubDate>{day}</pubDate></item>"
            for name in [*self.fed[: self.shown], *self.fed[:1]]  # the first of them twice
        )
        return f"<rss><channel><title>A paper</title>{items}</channel></rss>"


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    made = [Paper(), Paper()]
    yield made
    for paper in made:
        paper.server.shutdown()
        paper.server.server_close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "a.db") as opened:
        yield opened


def settings(clock: Clock) -> Settings:
    return Settings(clock=clock, sleep=clock.sleep, allow_private=True, attempts=1, distance=0.1)


def follower(store: Store, clock: Clock, *feeds: str) -> Follower:
    return Follower(feeds, store.followed, settings(clock), EVERY)


def asked(store: Store, one: Follower, clock: Clock, rounds: int = 1) -> Report:
    for _ in range(rounds):
        report = pipeline.follow(store, one)
        clock.sleep(EVERY)
    return report


def listing(item: str) -> Answer:
    return (200, {}, f"<rss><channel><item>{item}</item></channel></rss>".encode())


def held(store: Store) -> Counter[str]:
    return Counter(document.text.split("Report ")[1] for document in store.documents)


def test_a_day_with_duplicates_corrections_deletions_and_a_host_that_fails(papers: list[Paper], store: Store) -> None:
    clock, (good, bad) = Clock(), papers
    one = follower(store, clock, f"{good.url}/feed", f"{bad.url}/feed")
    expected = Counter[str]()
    for hour in range(24):
        for paper in papers:
            name = f"{paper.server.server_port}-{hour // 2}" if hour % 2 else f"{paper.server.server_port}-{hour}x"
            paper.publish(name)  # every fourth is told again, corrected
            expected[f"{name}, version {paper.stories[name]}."] += 1
        asked(store, one, clock)
        bad.down = hour % 5 == 3
        if bad.down:
            asked(store, one, clock, 2)
            bad.down = False
            asked(store, one, clock, 9)
        if hour == 20:
            good.stories.pop(f"{good.server.server_port}-0x")  # taken down: what was read of it stays
    assert held(store) == expected
    assert not [page for page in store.followed if page.kind == "page" and page.due]


def test_a_page_waits_for_its_host_after_its_feed_forgot_it(papers: list[Paper], store: Store) -> None:
    clock, (paper, other) = Clock(), papers
    other.answers["/list"] = (
        200,
        {},
        f"<rss><channel><item><link>{paper.url}/late</link></item></channel></rss>".encode(),
    )
    paper.down = True
    one = follower(store, clock, f"{other.url}/list")
    asked(store, one, clock)
    other.answers["/list"] = (
        200,
        {},
        b"<rss><channel><item><title>No page of its own, only words.</title></item></channel></rss>",
    )
    asked(store, one, clock, 3)
    assert [d.text for d in store.documents] == ["No page of its own, only words."]
    paper.down = False
    paper.publish("late")
    clock.sleep(2 * 24 * 3600)
    asked(store, one, clock)
    assert len(store.documents) == 2


def test_a_page_that_never_comes_is_told_once_and_asked_no_more(papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    paper.publish("a")
    paper.fed += ["never"]
    paper.stories["never"] = 1
    feed = paper.feed()
    paper.stories.pop("never")
    paper.answers["/fixed"] = (200, {}, feed.encode())
    one = follower(store, clock, f"{paper.url}/fixed")
    for _ in range(TRIES + 3):
        asked(store, one, clock)
        clock.sleep(2 * LONGEST)
    assert paper.asked.count("/never") == TRIES
    assert [(r.item, r.reason) for r in store.rejects] == [(f"{paper.url}/never", "the server answered 404")]


def test_a_failing_feed_is_left_alone_for_longer_and_longer(papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    paper.answers["/robots.txt"] = (404, {}, b"")
    one = follower(store, clock, f"{paper.url}/gone")
    asked(store, one, clock, 100)
    assert 5 <= paper.asked.count("/gone") <= 8
    paper.answers["/gone"] = (200, {}, paper.feed().encode())


def test_an_unchanged_feed_costs_a_line(papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    paper.publish("a")
    tagged = (200, {"ETag": '"1"', "Last-Modified": "Sun, 22 Nov 2026 00:00:00 GMT"}, paper.feed().encode())
    paper.answers["/tagged"] = [tagged, (304, {}, b"")]
    one = follower(store, clock, f"{paper.url}/tagged")
    asked(store, one, clock, 3)
    known = store.followed.get(f"{paper.url}/tagged")
    assert known is not None
    assert (known.etag, known.modified, known.failures) == ('"1"', "Sun, 22 Nov 2026 00:00:00 GMT", 0)
    assert paper.asked.count("/a") == 1


def test_sitemaps_of_sitemaps_are_followed(papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    paper.publish("a")
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>{paper.url}/1.xml.gz</loc></sitemap></sitemapindex>"
    pages = f"<urlset {space}><url><loc>{paper.url}/a</loc><lastmod>2026-11-22</lastmod></url></urlset>"
    paper.answers["/sitemap.xml"] = (200, {"Content-Type": "text/xml"}, index.encode())
    paper.answers["/1.xml.gz"] = (200, {"Content-Type": "application/gzip"}, gzip.compress(pages.encode()))
    asked(store, follower(store, clock, f"{paper.url}/sitemap.xml"), clock, 2)
    assert held(store) == {"a, version 1.": 1}
    paper.publish("a")
    paper.answers["/1.xml.gz"] = (200, {}, gzip.compress(pages.replace("-22<", "-23<").encode()))
    asked(store, follower(store, clock, f"{paper.url}/sitemap.xml"), clock, 2)
    assert held(store) == {"a, version 1.": 1, "a, version 2.": 1}


@pytest.mark.parametrize(
    "feed", [b"", b"<html>no feed</html>", b"<urlset", b"<rss><channel></channel></rss>", b"\x1f\x8b\x00"]
)
def test_what_is_no_feed_is_told_and_asked_again(feed: bytes, papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    paper.answers["/odd"] = (200, {}, feed)
    assert len(asked(store, follower(store, clock, f"{paper.url}/odd"), clock).rejects) <= 1
    paper.publish("a")
    paper.answers["/odd"] = (200, {}, paper.feed().encode())
    asked(store, follower(store, clock, f"{paper.url}/odd"), clock, 3)
    assert held(store) == {"a, version 1.": 1}


def test_private_addresses_are_refused(papers: list[Paper], store: Store) -> None:
    one = Follower((f"{papers[0].url}/feed",), store.followed, Settings(attempts=1), EVERY)
    (reject,) = pipeline.follow(store, one).rejects
    assert "private" in reject.reason


def test_memory_stays_flat(papers: list[Paper], store: Store) -> None:
    clock, paper = Clock(), papers[0]
    one = follower(store, clock, f"{paper.url}/feed")
    peaks = []
    for number in range(60):
        paper.publish(f"s{number}")
        asked(store, one, clock)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    assert len(store.documents) == 60
    assert peaks[-1] - peaks[20] < 20_000  # kilobytes


@pytest.mark.parametrize(("span", "length"), [("90s", 90), ("10m", 600), ("1h", 3600), ("2d", 172_800)])
def test_spans(span: str, length: int) -> None:
    assert seconds(span) == length


@pytest.mark.parametrize("span", ["", "0m", "10", "m", "-1m", "1.5h", "9999999s"])
def test_what_is_no_span_is_refused(span: str) -> None:
    with pytest.raises(UsageError, match="as in 10m"):
        seconds(span)


def test_waiting_is_never_over_the_pause_nor_under_a_second() -> None:
    def waits(due: timedelta) -> float:
        return until((START + due).isoformat(), START, EVERY)

    assert [waits(timedelta(seconds=s)) for s in (-5, 0, 60, 9999)] == [1, 1, 60, 600]
    assert until(None, START, EVERY) == EVERY
