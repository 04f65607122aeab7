"""Places -> documents with their raw bytes, or refusals: the one way into the house."""

import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from demarche.engine import Fault, attempt
from demarche.model import BadInput, Reject
from demarche.sources.buckets import is_bucket, objects
from demarche.sources.finish import finished
from demarche.sources.formats import HEAD, format_of
from demarche.sources.items import Found, Item, Raw, refused
from demarche.sources.lists import is_list, listed
from demarche.sources.places import Seen, files
from demarche.sources.settings import DEFAULT, Settings
from demarche.sources.streams import GZIP, unzipped
from demarche.sources.web import is_address, pages

Web = Callable[[str], Item | Reject]


def read(locations: Iterable[str | Path], *, settings: Settings = DEFAULT) -> Iterator[Raw | Reject]:
    """Every document at the locations (files, folders, addresses), in their order; one bad item stops no other.

    Nothing is read twice: a second path to one file, or a document that has been read already, is refused by name.
    """
    places: Seen = {}
    known: dict[str, str] = {}
    for item in _items(locations, settings, places):
        for one in [item] if isinstance(item, Reject) else documents_in(item, settings):
            if isinstance(one, Reject):
                yield one
            elif first := known.get(one.document.id):
                yield refused(one.document.source, f"already read as {first}")
            else:
                known[one.document.id] = one.document.source
                yield one


def _items(locations: Iterable[str | Path], settings: Settings, seen: Seen) -> Iterator[Item | Reject]:
    web = pages(settings, seen)
    for place in locations:
        for item in _at(place, web, settings, seen):
            if isinstance(item, Item) and is_list(item.name):
                yield from _named(item, web, settings, seen)
            else:
                yield item


def _at(place: str | Path, web: Web, settings: Settings, seen: Seen) -> Iterator[Item | Reject]:
    if isinstance(place, str) and is_address(place):
        yield web(place)
    elif isinstance(place, str) and is_bucket(place):
        yield from objects(place, settings)
    else:
        yield from files(Path(place), settings, seen)


def _named(item: Item, web: Web, settings: Settings, seen: Seen) -> Iterator[Item | Reject]:
    """What a list of archives names: one after the other, so that only one of them is held at a time."""
    try:
        for place in listed(item, settings):
            yield from _at(place, web, settings, seen)
    except BadInput as e:
        yield refused(item.source, e.reason)


def documents_in(item: Item, settings: Settings) -> Iterator[Raw | Reject]:
    """The documents of an item, in its order."""
    try:
        with _stream(item) as raw:
            plain, stream = _unpacked(item, raw, settings)
            head = stream.peek(HEAD)[:HEAD]
            if not head:
                raise BadInput("empty")
            yield from _each(format_of(plain, head, settings).read(plain, stream, settings), plain)
    except BadInput as e:
        yield refused(item.source, e.reason)
    except OSError as e:
        yield refused(item.source, f"cannot be read: {e}")


def _each(every: Iterator[Found | Reject], item: Item) -> Iterator[Raw | Reject]:
    """What a format finds, up to where it breaks: what stands before that is not lost with it."""
    while (found := attempt(lambda left: next(left, None), every)) is not None:
        if isinstance(found, Fault):
            yield refused(item.source, found.reason)
            return
        yield found if isinstance(found, Reject) else _finished(found, item)


def _finished(found: Found, item: Item) -> Raw | Reject:
    made = attempt(lambda one: finished(one, item), found)
    return refused(item.source + found.mark, made.reason) if isinstance(made, Fault) else made


def _stream(item: Item) -> io.BufferedReader:
    opened = item.open()
    return opened if isinstance(opened, io.BufferedReader) else io.BufferedReader(opened)


def _unpacked(item: Item, stream: io.BufferedReader, settings: Settings) -> tuple[Item, io.BufferedReader]:
    """The item as it is inside its gzip, if it has one."""
    if not stream.peek(2).startswith(GZIP):
        return item, stream
    inner = item.name[:-3] if item.name.lower().endswith(".gz") else item.name
    packed = item.media_type in ("application/gzip", "application/x-gzip")
    plain = msgspec.structs.replace(item, name=inner, media_type=None if packed else item.media_type)
    return plain, unzipped(stream, settings)
