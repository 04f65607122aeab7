"""Files, feeds, archives and addresses -> documents in the store; what it cannot keep is refused."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import msgspec

from demarche import sources
from demarche.lexicon import knowledge
from demarche.model import Document, Reject
from demarche.pipeline.log import Log, Tell
from demarche.pipeline.report import Report
from demarche.sources.follow import Follower
from demarche.store import Store

BATCH = 100
"""Documents taken in by one transaction."""


def add(
    store: Store,
    locations: Iterable[str | Path],
    *,
    settings: sources.Settings = sources.DEFAULT,
    tell: Tell | None = None,
) -> Report:
    """Read files, folders, feeds, archives and URLs into the store. What is there already is left as it is."""
    given = [str(location) for location in locations]
    knowledge()
    with Log(store, "add", {"locations": given}, tell) as log, log.stage("read"):
        read = _fit(sources.read(given, settings=settings), log)
        new = 0
        while batch := list(islice(read, BATCH)):
            with store.transaction():
                new += store.documents.put((raw.document, raw.raw) for raw in batch)
        return log.report(new=new)


def follow(store: Store, follower: Follower, *, tell: Tell | None = None) -> Report:
    """Ask once what is new in feeds and sitemaps, and take it in: each answer and how it stands enter together."""
    knowledge()
    with Log(store, "follow", {}, tell) as log, log.stage("read"):
        new = 0
        for step in follower.round():
            with store.transaction():
                fit = _fit((*step.documents, *step.rejects), log)
                new += store.documents.put((raw.document, raw.raw) for raw in fit)
                store.followed.put(step.followed)
        return log.report(new=new)


def _fit(items: Iterable[sources.Raw | Reject], log: Log) -> Iterator[sources.Raw]:
    """What the store can keep; the rest is refused."""
    for item in items:
        log.step()
        if isinstance(item, Reject):
            log.refuse(item)
        elif _halved(item.document):
            log.refuse(Reject("store", item.document.source, "holds half of a surrogate pair: no valid Unicode"))
        else:
            yield item


def _halved(document: Document) -> bool:
    """Is a character of it half of a surrogate pair, as a JSON escape or the name of a file can be?"""
    try:
        msgspec.json.encode(document)
    except UnicodeEncodeError:
        return True
    return False
