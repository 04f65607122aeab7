"""JSON lines -> documents, one a line; a broken line is refused by its number and the others go on."""

from collections.abc import Iterator
from io import BufferedReader
from typing import Any

import msgspec

from demarche.model import BadInput, Reject
from demarche.model.values import SourceClass
from demarche.sources.dates import day
from demarche.sources.formats import Format
from demarche.sources.html import found_on
from demarche.sources.items import Found, Item, refused
from demarche.sources.page.tree import parsed_text
from demarche.sources.settings import Settings
from demarche.sources.streams import lines
from demarche.text import decoded


class Line(msgspec.Struct, frozen=True):
    """The fields a line may have; others are ignored. `dct` is what corpora call the date, `lang` the language."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | int | None = None
    dct: str | None = None
    published: str | None = None
    language: str | None = None
    lang: str | None = None
    source_class: SourceClass | None = None
    author: str | list[str] | None = None


_decode = msgspec.json.Decoder(Line).decode


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found | Reject]:
    for number, raw in lines(stream, settings.max_bytes):
        mark = f":{number}"
        if raw is None:
            yield refused(item.source + mark, f"a line longer than the limit of {settings.max_bytes:,} bytes")
        elif raw.strip(b" \t\r\n\xef\xbb\xbf"):
            try:
                yield found_in(raw, mark)
            except BadInput as e:
                yield refused(item.source + mark, e.reason)


def found_in(raw: bytes, mark: str) -> Found:
    """The document of one line."""
    line = _line(raw)
    given = _given(line)
    if line.text is not None and line.text.strip():
        return Found(text=line.text.removeprefix("\ufeff"), raw=raw, mark=mark, **given)
    if line.html and line.html.strip():
        return msgspec.structs.replace(found_on(parsed_text(line.html), raw, url=line.url, mark=mark), **given)
    raise BadInput("neither text nor html in it")


def _line(raw: bytes) -> Line:
    try:
        return _decode(raw.strip().removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as e:
        raise BadInput(f"not a document: {e}") from e
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _second_look(raw)


def _second_look(raw: bytes) -> Line:
    """A line in another encoding than UTF-8, or no JSON at all."""
    try:
        return _decode(decoded(raw).text.encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError) as e:
        raise BadInput(f"broken JSON: {e}") from e


def _given(line: Line) -> dict[str, Any]:
    """What the line says beside its text, without what it leaves empty."""
    author = ", ".join(line.author) if isinstance(line.author, list) else line.author
    fields = {
        "id": str(line.id) if line.id not in (None, "") else None, "url": line.url, "title": line.title,
        "publisher": line.publisher, "author": author, "language": line.language or line.lang,
        "source_class": line.source_class,
    }  # fmt: skip
    written = next((str(x) for x in (line.date, line.dct, line.published) if x not in (None, "")), None)
    dated = {"published": _day(written), "basis": "given"} if written else {}
    return {k: v for k, v in fields.items() if v} | dated


def _day(written: str) -> str:
    found = day(written)
    if found is None:
        raise BadInput(f"date: {written[:40]!r} is no date")
    return found


FORMAT = Format("jsonl", (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson"), _read)
