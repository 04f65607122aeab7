"""A PDF -> a document: the text of its pages, with the line breaks of the layout taken back out."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO

import msgspec
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from demarche.model import BadInput
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item
from demarche.sources.settings import Settings
from demarche.sources.streams import whole
from demarche.sources.txt import found_in

_TROUBLE = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf lets through on a file that breaks the format."""
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else every flaw of a file goes to stderr

_HYPHEN = re.compile(r"(?<=[a-z])-\Z")
_FULL_LINE = 0.7


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found]:
    raw = whole(stream, settings.max_bytes)
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadInput("encrypted")
        if len(reader.pages) > settings.max_pdf_pages:
            raise BadInput(f"more than {settings.max_pdf_pages} pages")
        text = "\n\n".join(unwrapped(page.extract_text() or "") for page in reader.pages)
        title, author = _info(reader)
    except _TROUBLE as e:
        raise BadInput(f"no PDF that can be read: {type(e).__name__} {e}") from e
    if not text.strip():
        raise BadInput("no text in it; a scan, perhaps")
    found = found_in(text.strip(), raw)
    yield msgspec.structs.replace(found, title=title or found.title, author=found.author or author)


def _info(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and author as the file declares them; a title that is a file's name is none."""
    info = reader.metadata
    title = " ".join(str(info.title or "").split()) if info else ""
    author = " ".join(str(info.author or "").split()) if info else ""
    named = not title or re.search(r"\.\w{2,4}\Z|\AMicrosoft Word|\Auntitled", title, re.IGNORECASE)
    return (None if named else title), author or None


def unwrapped(page: str) -> str:
    """The paragraphs of a page: a line that runs nearly to the margin goes on in the next."""
    lines = [" ".join(line.split()) for line in page.splitlines()]
    width = max(map(len, lines), default=0)
    out: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line:
            last = out.pop()
            out.append(_HYPHEN.sub("", last) + line if _HYPHEN.search(last) and line[0].islower() else f"{last} {line}")
        elif line:
            out.append(line)
        open_line = bool(line) and len(line) >= _FULL_LINE * width
    return "\n\n".join(out)


FORMAT = Format("pdf", (".pdf",), ("application/pdf", "application/x-pdf"), _read)
