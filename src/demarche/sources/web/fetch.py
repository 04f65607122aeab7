"""An address -> its bytes: in bounded time and size, with patience for busy servers, along a few redirects."""

import re
import time
from collections.abc import Callable, Mapping
from email.message import Message
from io import BufferedReader
from tempfile import SpooledTemporaryFile
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urldefrag, urlsplit

import httpx
import msgspec
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from demarche.model import BadInput, Reject
from demarche.sources.items import Item, refused
from demarche.sources.settings import Settings
from demarche.sources.web.guard import Guarded
from demarche.sources.web.robots import Robots

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PLAIN = ("", "identity", "gzip", "x-gzip")
_BUSY = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


_ARCHIVES = (".warc", ".warc.gz", ".parquet")


class _Limits(NamedTuple):
    size: int
    seconds: float


class Reply(msgspec.Struct, frozen=True):
    """What a server answered: `url` is where the answer came from, after redirects; a long `body` lies on disk."""

    status: int
    url: str
    body: SpooledTemporaryFile[bytes]
    headers: dict[str, str]


class Unreachable(BadInput):
    """A server that was asked patiently and did not answer, or only that it cannot."""


class _Busy(Exception):
    """A failure that may pass; `wait` is what the server asked for."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.wait = wait


def is_address(place: str) -> bool:
    """Is it an address rather than a path?"""
    return _ADDRESS.match(place) is not None


def pages(settings: Settings, seen: dict[str, str]) -> Callable[[str], Item | Reject]:
    """A fetcher of pages that shares connections' limits, robots' rules and what was read already."""
    web = Web(settings)

    def page(address: str) -> Item | Reject:
        bare = urldefrag(address)[0]
        if first := seen.get(bare):
            return refused(address, f"already read as {first}")
        seen[bare] = address
        try:
            return web.item(address)
        except BadInput as e:
            return refused(address, e.reason)

    return page


class Web:
    """Asks servers: remembers the rules of each site, and which sites it has been to."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._robots = Robots(self._asked, settings.agent)
        self._visited: set[str] = set()

    def item(self, address: str) -> Item:
        """A page that waits to be read."""
        reply = self.asked(address)
        if reply.status != 200:
            raise BadInput(f"the server answered {reply.status}")
        return self.received(address, reply)

    def asked(self, address: str, conditions: Mapping[str, str] = MappingProxyType({})) -> Reply:
        """What the server answers, whatever it is; with conditions that may be 304, for nothing has changed."""
        return self._followed(address, polite=self._settings.robots, conditions=conditions)

    def received(self, address: str, reply: Reply) -> Item:
        """The answer as an item."""
        kind = Message()
        kind["content-type"] = reply.headers.get("content-type") or "application/octet-stream"
        path = urlsplit(reply.url).path
        return Item(
            source=address, name=path.rstrip("/").rpartition("/")[2] or urlsplit(reply.url).netloc, url=reply.url,
            open=lambda: BufferedReader(reply.body),
            retrieved_at=self._settings.clock().isoformat(timespec="seconds"),
            media_type=kind.get_content_type(), charset=kind.get_content_charset(),
        )  # fmt: skip

    def _asked(self, address: str) -> tuple[int, bytes]:
        reply = self._followed(address, polite=False)
        return reply.status, reply.body.read()

    def _followed(self, address: str, *, polite: bool, conditions: Mapping[str, str] = MappingProxyType({})) -> Reply:
        """The answer at the end of the redirects, each of them checked like the first address."""
        url = urldefrag(address)[0]
        for _ in range(self._settings.max_redirects + 1):
            if not is_address(url):
                raise BadInput(f"a redirect to what is no web page: {url[:100]}")
            if polite:
                self._wait(url)
            reply = self._patiently(url, conditions)
            if reply.status not in _REDIRECTS or not reply.headers.get("location"):
                return reply
            url = urldefrag(str(httpx.URL(url).join(reply.headers["location"])))[0]
        raise BadInput(f"more than {self._settings.max_redirects} redirects")

    def _wait(self, url: str) -> None:
        """Ask robots.txt, and keep the distance it wants between two pages of one site."""
        delay, site = max(self._robots.check(url), self._settings.distance), urlsplit(url).netloc
        if delay and site in self._visited:
            self._settings.sleep(min(delay, self._settings.max_wait))
        self._visited.add(site)

    def _patiently(self, url: str, conditions: Mapping[str, str]) -> Reply:
        settings = self._settings
        backoff = wait_exponential(multiplier=0.5, max=settings.max_wait)

        def wait(state: RetryCallState) -> float:
            failure = state.outcome.exception() if state.outcome else None
            asked = failure.wait if isinstance(failure, _Busy) else 0.0
            return min(max(asked, backoff(state)), settings.max_wait)

        tries = Retrying(
            stop=stop_after_attempt(settings.attempts), wait=wait, sleep=settings.sleep, reraise=True,
            retry=retry_if_exception_type(_Busy),
        )  # fmt: skip
        try:
            return tries(self._once, url, conditions)
        except _Busy as e:
            raise Unreachable(f"{e}, after {settings.attempts} attempts") from e

    def _once(self, url: str, conditions: Mapping[str, str]) -> Reply:
        headers = {"User-Agent": self._settings.agent, "Accept-Encoding": "identity", **conditions}
        limits = self._limits(url)
        guard = Guarded(self._settings.allow_private)
        try:
            with (
                httpx.Client(transport=guard, timeout=self._settings.reply_seconds, headers=headers) as client,
                client.stream("GET", url) as response,
            ):
                return self._reply(url, response, limits)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as e:
            raise BadInput(f"no address: {e}") from e
        except httpx.TransportError as e:
            raise _Busy(f"no answer ({type(e).__name__})") from e

    def _limits(self, url: str) -> "_Limits":
        settings = self._settings
        if url.partition("?")[0].lower().endswith(_ARCHIVES):
            return _Limits(settings.max_archive, settings.archive_seconds)
        return _Limits(settings.max_bytes, settings.page_seconds)

    def _reply(self, url: str, response: httpx.Response, limits: "_Limits") -> Reply:
        if response.status_code in _BUSY:
            raise _Busy(f"the server answered {response.status_code}", _seconds(response.headers.get("retry-after")))
        if (encoding := response.headers.get("content-encoding", "").lower()) not in _PLAIN:
            raise BadInput(f"sent as {encoding}, which was not asked for")
        until = time.monotonic() + limits.seconds
        body = SpooledTemporaryFile(self._settings.max_bytes)  # noqa: SIM115 - closed by whoever reads the item
        for piece in response.iter_raw():
            body.write(piece)
            if body.tell() > limits.size:
                raise BadInput(f"larger than the limit of {limits.size:,} bytes")
            if time.monotonic() > until:
                raise BadInput(f"not done after {limits.seconds:g} seconds")
        body.seek(0)
        return Reply(response.status_code, url, body, dict(response.headers))


def _seconds(written: str | None) -> float:
    """A `Retry-After` in seconds; one that is a date asks for nothing here, the backoff will do."""
    return float(written) if written and written.isdigit() and len(written) < 6 else 0.0
