"""Which format an item is in: by what is asked, by its media type, by its name, by its first bytes.

A format is a module with a `FORMAT`. Outside packages offer theirs under the entry point `demarche.sources`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from io import BufferedReader

import msgspec

from demarche.model import BadInput, Reject, UsageError
from demarche.sources.items import Found, Item
from demarche.sources.settings import Settings

Reads = Callable[[Item, BufferedReader, Settings], Iterator[Found | Reject]]
"""Documents of an item, in its order; a `BadInput` that it raises refuses what is left of the item."""


class Format(msgspec.Struct, frozen=True):
    """One source format: its name, the names of files it claims, the media types, and how it is read."""

    name: str
    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    read: Reads


BUILT_IN: Mapping[str, str] = {
    "txt": "demarche.sources.txt",
    "html": "demarche.sources.html",
    "jsonl": "demarche.sources.jsonl",
    "feed": "demarche.sources.feed",
    "warc": "demarche.sources.warc",
    "pdf": "demarche.sources.pdf",
    "eml": "demarche.sources.eml",
    "parquet": "demarche.sources.parquet",
}

_PROLOGUE = rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+(?!html)[^>]*>\s*)*"
_HEADER = rb"[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_MARKS: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("pdf", re.compile(rb"\s{0,64}%PDF-")),
    ("warc", re.compile(rb"WARC/\d")),
    ("parquet", re.compile(rb"PAR1")),
    ("jsonl", re.compile(rb"\s*\{\s*(?:\"[^\n]*)?\}[ \t]*(?:\r?\n|\Z)|\s*\{[ \t]*\"[^\n]{2000}")),
    ("feed", re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]", re.S | re.I)),
    (
        "html",
        re.compile(_PROLOGUE + rb"<(?:!doctype html|html|head|body|article|div|p|h1|meta|title)[\s>]", re.S | re.I),
    ),
    ("eml", re.compile(rb"(?:%b){0,40}?(?:From|Received|Return-Path|Message-ID|MIME-Version):" % _HEADER, re.I)),
)
_JSON = re.compile(rb"\s*(?:\[\s*[\[{\"]|\{\s*\")")
_XML = re.compile(rb"\s*<\?xml|\s*<[A-Za-z][\w:.-]*[\s>/]")
HEAD = 4096


@cache
def formats() -> Mapping[str, Format]:
    """Every known format by name, the built-in ones first."""
    found = {name: import_module(module).FORMAT for name, module in BUILT_IN.items()}
    for point in entry_points(group="demarche.sources"):
        found.setdefault(point.name, point.load())
    return found


def format_named(name: str) -> Format:
    """The format of that name."""
    if name not in formats():
        raise UsageError(f"no source format {name!r}; there are {', '.join(formats())}")
    return formats()[name]


def format_of(item: Item, head: bytes, settings: Settings) -> Format:
    """The format that an item is to be read in."""
    if settings.format:
        return format_named(settings.format)
    sniffed = _sniffed(head)
    named = _by_media_type(item.media_type) if item.media_type else _by_name(item.name)
    if named and (named != "txt" or not item.media_type or sniffed is None):
        return format_named(named)
    return format_named(sniffed or _plain(head))


def _by_media_type(media_type: str | None) -> str | None:
    kind = (media_type or "").split(";")[0].strip().lower()
    return next((f.name for f in formats().values() if kind in f.media_types), None)


def _by_name(name: str) -> str | None:
    low = name.lower()
    return next((f.name for f in formats().values() if low.endswith(f.extensions)), None)


def _sniffed(head: bytes) -> str | None:
    head = head.removeprefix(b"\xef\xbb\xbf")
    return next((name for name, mark in _MARKS if mark.match(head)), None)


def _plain(head: bytes) -> str:
    """Plain text, unless the first bytes are those of data that is no document."""
    if _JSON.match(head):
        raise BadInput("JSON, but not one document a line")
    if _XML.match(head):
        raise BadInput("XML of no known kind")
    return "txt"
