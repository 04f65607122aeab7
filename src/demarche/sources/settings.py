"""How far reading goes before it refuses: sizes, times, depth, and what it may reach on the network."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

MEGABYTE = 1_000_000


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All limits of reading; the defaults suit a folder of articles or a few hundred pages.

    `max_bytes` bounds one item after decompression: a page, a feed, a line of JSON, a record of an archive.
    `max_archive` and `archive_seconds` are for files that hold many: web archives and Parquet, which go to disk first.
    `distance` is how many seconds lie at least between two pages of one site; its robots.txt may ask for more.
    `allow_private` lets a URL lead into the machine itself or its own network, which no page on the web may ask for.
    `clock` and `sleep` are here so that a test can hold them.
    """

    max_bytes: int = 20 * MEGABYTE
    max_archive: int = 5_000 * MEGABYTE
    max_ratio: int = 100
    max_folders: int = 32
    max_pdf_pages: int = 2000
    page_seconds: float = 60.0
    archive_seconds: float = 3600.0
    reply_seconds: float = 20.0
    max_redirects: int = 5
    attempts: int = 3
    max_wait: float = 20.0
    robots: bool = True
    distance: float = 0.0
    allow_private: bool = False
    agent: str = "demarche/0.1 (reads public diplomatic news; honours robots.txt)"
    format: str | None = None
    clock: Callable[[], datetime] = now
    sleep: Callable[[float], None] = time.sleep


DEFAULT = Settings()
