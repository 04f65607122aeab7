"""RSS and Atom -> documents, one an entry: its full content where the feed has it, else its summary, else its title.

feedparser takes broken feeds too; it drops entity declarations, so that none can be expanded without end.
"""

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

import feedparser

from demarche.model import BadInput, Reject
from demarche.sources.dates import day, moment
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item, refused
from demarche.sources.page.fragment import fragment_text
from demarche.sources.settings import Settings
from demarche.sources.streams import whole

_TROUBLE = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What feedparser lets through when a feed is nonsense; anything else stops the run."""


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found | Reject]:
    raw = whole(stream, settings.max_bytes)
    feed = feed_of(raw)
    if not feed.entries:
        raise BadInput(f"a feed without entries: {feed.get('bozo_exception') or 'none in it'}")
    for number, entry in enumerate(feed.entries, start=1):
        found = _found(entry, feed.feed, raw, number)
        yield found or refused(f"{item.source}#{number}", "an entry without text")


def feed_of(raw: bytes) -> Any:
    """The feed; handed over as a stream, because feedparser takes a string for a name to open."""
    if not raw.strip():
        raise BadInput("empty")
    try:
        return feedparser.parse(BytesIO(raw), resolve_relative_uris=False)
    except _TROUBLE as e:
        raise BadInput(f"no feed that can be read: {type(e).__name__} {e}") from e


def _found(entry: Any, feed: Any, raw: bytes, number: int) -> Found | None:
    title = fragment_text(entry.get("title", ""))
    text = text_of(entry)
    if not text:
        return None
    published = day(_own(entry, "published")) or day(_own(entry, "updated"))
    url = _url(entry.get("link"))
    named = entry.get("source", {}).get("title") or feed.get("title") or ""
    return Found(
        text=text, raw=raw, mark=f"#{number}", url=url, id=None if url else entry.get("id"),
        title=title or None, publisher=fragment_text(named) or None,
        author=entry.get("author") or None, published=published, basis="meta" if published else "unknown",
        modified=moment(_own(entry, "updated")), language=_language(entry, feed),
    )  # fmt: skip


def text_of(entry: Any) -> str:
    """The words of an entry: its content, else its summary, else its title."""
    return max((fragment_text(x) for x in _texts(entry)), key=len, default="") or fragment_text(entry.get("title", ""))


def _own(entry: Any, field: str) -> str | None:
    """A field that the entry itself has; feedparser would answer one date for the other."""
    return dict.get(entry, field)


def _texts(entry: Any) -> Iterator[str]:
    yield from (str(part.get("value") or "") for part in entry.get("content", ()))
    yield str(entry.get("summary") or "")


def _url(link: Any) -> str | None:
    return link if isinstance(link, str) and link.startswith(("http://", "https://")) else None


def _language(entry: Any, feed: Any) -> str | None:
    parts = [str(part.get("language") or "") for part in entry.get("content", ())]
    code = next((c for c in (*parts, feed.get("language") or "") if c), "")
    return code[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|\Z)", code) else None


FORMAT = Format(
    "feed", (".rss", ".atom", ".rdf"), ("application/rss+xml", "application/atom+xml", "application/rdf+xml"), _read
)
