"""News -> a feed, a mail file, a signed call of somebody's server; each channel is told on its own, and once.

A channel is marked after it was told. Whoever is killed in between tells the same news under the same delivery again:
the feed and the mail file are then written over, and a server knows the delivery by its id (`webhook-id`).
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from demarche.model import DemarcheError, StoreError, Watch
from demarche.publish.exports import feeds
from demarche.publish.queries import query
from demarche.publish.watches.mail import written
from demarche.publish.watches.news import News, news
from demarche.publish.watches.webhook import Delivery, called
from demarche.store import Store

MARGIN = timedelta(days=1)
"""A run writes its moments when it begins to write and shows them when it ends: so much is looked through again."""


class Told(msgspec.Struct, frozen=True):
    """How many things were told on a channel of a watch, or why they could not be."""

    watch: str
    channel: str
    items: int
    failure: str | None = None


def told(store: Store, watch: Watch, delivery: Delivery, clock: Callable[[], datetime]) -> Iterator[Told]:
    """Tell every channel of a watch what it has not heard. One that fails keeps its news for the next time."""
    looked = (clock().astimezone(UTC) - MARGIN).isoformat(timespec="seconds")
    failed = False
    for channel, tell in _channels(store, watch, delivery, clock).items():
        found = news(store, watch, channel)
        if not found.items:
            continue
        try:
            tell(found)
        except DemarcheError as e:
            failed = True
            yield Told(watch.name, channel, len(found.items), str(e))
            continue
        store.watches.tell(watch.name, channel, ((item.id, item.digest) for item in found.items))
        yield Told(watch.name, channel, len(found.items))
    if not failed:
        store.watches.looked(watch.name, looked)


def channels(watch: Watch) -> tuple[str, ...]:
    """The channels of a watch; one that has none is told on the terminal."""
    named = {"feed": watch.feed, "mail": watch.mail, "webhook": watch.webhook}
    return tuple(name for name, where in named.items() if where) or ("terminal",)


def _channels(
    store: Store, watch: Watch, delivery: Delivery, clock: Callable[[], datetime]
) -> dict[str, Callable[[News], None]]:
    ways: dict[str, Callable[[News], None]] = {
        "feed": lambda found: _fed(store, watch),
        "mail": lambda found: written(found, Path(str(watch.mail)), clock()),
        "webhook": lambda found: called(found, str(watch.webhook), delivery, clock()),
        "terminal": delivery.terminal,
    }
    return {name: ways[name] for name in channels(watch)}


def _fed(store: Store, watch: Watch) -> None:
    """All that the watch takes, the latest change first: a reader of feeds knows by itself what it has shown."""
    asked = query(watch.query)
    folder = Path(str(watch.feed))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        feeds.files(folder, (r for r in store.records if asked.takes(r)), watch.name)
    except OSError as e:
        raise StoreError(f"{folder} cannot be written: {e.strerror or e}") from e
