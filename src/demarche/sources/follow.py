"""Feeds and sitemaps asked again and again -> the documents that are new in them, and how it stands with each address.

Nothing is lost: a page that its feed has named waits in the memory of whoever asks until it was read, also when the
feed no longer names it. Nothing is doubled: a page is asked for once a version. A feed is asked with the server's own
marks (`ETag`, `Last-Modified`: RFC 9110, 13.1), so that an unchanged one costs a line; one that fails is left alone
for longer and longer. A site that did not answer twice is not asked again in the same round.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BufferedReader, BytesIO
from typing import Protocol
from urllib.parse import urlsplit

import msgspec

from demarche.model import BadInput, Followed, Reject
from demarche.sources.items import Item, Raw, refused
from demarche.sources.reading import documents_in
from demarche.sources.settings import Settings
from demarche.sources.streams import GZIP, unzipped, whole
from demarche.sources.web.entries import Entry, entries, is_sitemap
from demarche.sources.web.fetch import Reply, Unreachable, Web

LONGEST = 24 * 3600.0
"""Seconds: never is a failing feed or page left alone for longer."""

TRIES = 10
"""After so many failures in a row a page is given up, and told; a feed never is."""

_GONE = frozenset({410, 451})
_DEAD = 2


class Memory(Protocol):
    """What is known of addresses from before."""

    def get(self, address: str) -> Followed | None: ...
    def waiting(self, now: str) -> list[Followed]: ...


class Step(msgspec.Struct, frozen=True):
    """What came of asking one address: all of it is to be kept together, or nothing."""

    followed: tuple[Followed, ...]
    documents: tuple[Raw, ...] = ()
    rejects: tuple[Reject, ...] = ()


class Follower:
    """Polls some feeds. `every` is the seconds between two questions to one that answers."""

    def __init__(self, feeds: tuple[str, ...], memory: Memory, settings: Settings, every: float) -> None:
        self._feeds = feeds
        self._memory = memory
        self._settings = settings
        self._every = every
        self._web = Web(settings)
        self._asked_robots = settings.clock()
        self._dead: Counter[str] = Counter()

    def round(self) -> Iterator[Step]:
        """Ask every feed that is due, then every page that waits; each step is to be kept before the next is asked."""
        self._dead.clear()
        if self._settings.clock() - self._asked_robots > timedelta(seconds=LONGEST):  # RFC 9309, 2.4: a day at most
            self._web, self._asked_robots = Web(self._settings), self._settings.clock()
        feeds, seen = list(self._feeds), set(self._feeds)
        for address in feeds:
            known = self._memory.get(address) or Followed(address=address, kind="feed")
            if known.due is None or known.due <= self._now():
                step, further = self._feed(known)
                yield step
                feeds += [x for x in further if x not in seen]
                seen.update(further)
        for page in self._memory.waiting(self._now()):
            if self._dead[urlsplit(page.address).netloc] < _DEAD:
                yield self._page(page)

    def next_due(self) -> str | None:
        """When the first of the feeds may be asked again."""
        known = [self._memory.get(address) for address in self._feeds]
        return min((k.due for k in known if k and k.due), default=None)

    def _feed(self, known: Followed) -> tuple[Step, list[str]]:
        marks = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
        try:
            reply = self._ask(known.address, {name: value for name, value in marks.items() if value})
            if reply.status == 304:
                return Step((self._well(known),)), []
            if reply.status != 200:
                raise BadInput(f"the server answered {reply.status}")
            named, own = self._named(known.address, reply)
        except BadInput as e:
            return Step((self._ill(known),), rejects=(refused(known.address, e.reason),)), []
        pages = tuple(page for entry in named if entry.kind == "page" for page in self._wanted(entry))
        headers = {name.lower(): value for name, value in reply.headers.items()}
        settled = msgspec.structs.replace(
            self._well(known), etag=headers.get("etag"), modified=headers.get("last-modified")
        )
        return Step((settled, *pages), own), [entry.address for entry in named if entry.kind == "sitemap"]

    def _named(self, address: str, reply: Reply) -> tuple[list[Entry], tuple[Raw, ...]]:
        """The pages of a feed, and the texts in it that have no page of their own."""
        item = self._web.received(address, reply)
        raw = _whole(item, self._settings)
        found = entries(raw)
        if is_sitemap(raw):
            return found, ()
        again = msgspec.structs.replace(item, open=lambda: BytesIO(raw), url=None)
        texts = documents_in(again, msgspec.structs.replace(self._settings, format="feed"))
        return found, tuple(one for one in texts if isinstance(one, Raw) and not one.document.url)

    def _wanted(self, entry: Entry) -> Iterator[Followed]:
        """A page that is new, or that its feed tells otherwise than when it was taken."""
        known = self._memory.get(entry.address)
        if known is None or known.wanted != entry.version:
            page = known or Followed(address=entry.address, kind="page")
            yield msgspec.structs.replace(page, kind="page", wanted=entry.version, due=self._now(), failures=0)

    def _page(self, page: Followed) -> Step:
        try:
            reply = self._ask(page.address, {})
        except BadInput as e:
            return self._failed(page, e.reason, passing=True)
        if reply.status in _GONE:
            return self._failed(page, f"the server answered {reply.status}: what was read of it stays", passing=False)
        if reply.status != 200:
            return self._failed(page, f"the server answered {reply.status}", passing=True)
        found = list(documents_in(self._web.received(page.address, reply), self._settings))
        taken = msgspec.structs.replace(page, stamp=page.wanted, due=None, failures=0)
        return Step(
            (taken,), tuple(x for x in found if isinstance(x, Raw)), tuple(x for x in found if isinstance(x, Reject))
        )

    def _failed(self, page: Followed, reason: str, *, passing: bool) -> Step:
        later = self._ill(page)
        if not passing or later.failures >= TRIES:
            given_up = msgspec.structs.replace(later, due=None)
            return Step((given_up,), rejects=(refused(page.address, reason),))
        return Step((later,))

    def _ask(self, address: str, conditions: dict[str, str]) -> Reply:
        site = urlsplit(address).netloc
        try:
            return self._web.asked(address, conditions)
        except Unreachable:
            self._dead[site] += 1
            raise

    def _well(self, known: Followed) -> Followed:
        due = self._settings.clock() + timedelta(seconds=self._every)
        return msgspec.structs.replace(known, due=_iso(due), failures=0)

    def _ill(self, known: Followed) -> Followed:
        """Twice as long as after the failure before, and a little askew, so that not all come back at once."""
        wait = min(self._every * 2.0**known.failures, LONGEST) * (1 + _askew(known.address) / 10)
        due = self._settings.clock() + timedelta(seconds=wait)
        return msgspec.structs.replace(known, due=_iso(due), failures=known.failures + 1)

    def _now(self) -> str:
        return _iso(self._settings.clock())


def _whole(item: Item, settings: Settings) -> bytes:
    """All bytes of an item, out of their gzip if they are in one: sitemaps often are."""
    with BufferedReader(item.open()) as stream:
        plain = unzipped(stream, settings) if stream.peek(2).startswith(GZIP) else stream
        return whole(plain, settings.max_bytes)


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _askew(address: str) -> float:
    return hashlib.sha256(address.encode("utf-8", "replace")).digest()[0] / 255
