"""A list of archives, as Common Crawl publishes one a month (`warc.paths.gz`) -> the places that it names.

A line is a path below the list's own server, or a whole address. A list on disk names files beside it or, where there
are none, what lies at Common Crawl.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from demarche.model import BadInput
from demarche.sources.items import Item
from demarche.sources.settings import Settings
from demarche.sources.streams import GZIP, lines, unzipped

COMMON_CRAWL = "https://data.commoncrawl.org/"
_LONGEST = 4000


def is_list(name: str) -> bool:
    """Does a name say that it is such a list?"""
    return name.lower().removesuffix(".gz").endswith(".paths")


def listed(item: Item, settings: Settings) -> Iterator[str]:
    """The places that a list names, in its order."""
    with io.BufferedReader(item.open()) as stream:
        plain = unzipped(stream, settings) if stream.peek(2).startswith(GZIP) else stream
        for number, line in lines(plain, _LONGEST):
            if line is None:
                raise BadInput(f"line {number} is too long for a path")
            if place := line.decode("utf-8", "replace").strip():
                yield place if "://" in place else _whole(item, place)


def _whole(item: Item, path: str) -> str:
    if "://" in item.source:
        parts = urlsplit(item.source)
        return f"{parts.scheme}://{parts.netloc}/{path.lstrip('/')}"
    beside = Path(item.source).parent / path
    return str(beside) if beside.exists() else COMMON_CRAWL + path.lstrip("/")
