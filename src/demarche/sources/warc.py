"""A web archive -> documents, one an archived page; each keeps the day the crawler took it.

Pictures, scripts and redirects are no documents and are passed over; a page that had answered with an error, or that
is cut off, is refused. After damage the archive cannot be followed further: what came before it stands.
"""

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BufferedReader, StringIO
from typing import Any

import msgspec
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from demarche.model import BadInput, Reject
from demarche.sources.dates import moment
from demarche.sources.formats import Format
from demarche.sources.html import found_on
from demarche.sources.items import Found, Item, refused
from demarche.sources.page import parsed
from demarche.sources.settings import Settings
from demarche.sources.streams import whole

_PAGES = ("text/html", "application/xhtml+xml")
_TROUBLE = (ArchiveLoadFailed, EOFError, OSError, ValueError, LookupError, TypeError, AttributeError)
"""What warcio raises on a damaged archive."""


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found | Reject]:
    pages = 0
    for number, record in enumerate(_records(stream), start=1):
        if not _is_page(record):
            continue
        pages += 1
        try:
            yield _found(record, number, settings)
        except BadInput as e:
            yield refused(f"{item.source}#{number}", f"{_url(record) or 'a record'}: {e.reason}")
    if not pages:
        raise BadInput("an archive without pages")


def _records(stream: BufferedReader) -> Iterator[Any]:
    """The records, then a refusal if warcio stumbled on the way; its warnings go to stderr and nowhere else."""
    records, warnings = iter(ArchiveIterator(_AsItComes(stream))), StringIO()
    while True:
        try:
            with redirect_stderr(warnings):
                record = next(records, None)
        except _TROUBLE as e:
            raise BadInput(f"damaged archive: {e}") from e
        if record is None:
            break
        yield record
    if told := warnings.getvalue():
        raise BadInput(f"damaged archive: {told}")


class _AsItComes:
    """A stream that gives what it has: records that stand before damage are not lost with it."""

    def __init__(self, stream: BufferedReader) -> None:
        self.read = stream.read1


def _is_page(record: Any) -> bool:
    """A response or resource of the type of a page, redirects left out."""
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    return kind.split(";")[0].strip().lower() in _PAGES and not (headers and headers.get_statuscode().startswith("3"))


def _found(record: Any, number: int, settings: Settings) -> Found:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        raise BadInput(f"the server had answered {status}")
    try:
        raw = whole(record.content_stream(), settings.max_bytes)
    except _TROUBLE as e:
        raise BadInput(f"damaged record: {e}") from e
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise BadInput("cut off: the archive ends inside the page")
    found = found_on(parsed(raw, _charset(record)), raw, url=_url(record), mark=f"#{number}")
    return msgspec.structs.replace(found, retrieved_at=moment(record.rec_headers.get_header("WARC-Date")))


def _url(record: Any) -> str | None:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return url if url.startswith(("http://", "https://")) else None


def _charset(record: Any) -> str | None:
    kind = (record.http_headers.get_header("Content-Type") if record.http_headers else "") or ""
    return kind.lower().partition("charset=")[2].split(";")[0].strip() or None


FORMAT = Format("warc", (".warc", ".arc"), ("application/warc",), _read)
