"""`demarche watch`: saved searches, and telling what is new in them."""

import os
import time
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.follow import Every, Once, seconds
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json, note
from demarche.cli.project import opened

if TYPE_CHECKING:
    from demarche.publish.watches import News

app = typer.Typer(no_args_is_help=True, help="Saved searches: tell what is new, once.")
Name = Annotated[str, typer.Argument(metavar="NAME", help="The watch's name.")]
FAILED = 1


@app.command("add")
def add(
    name: Name,
    asked: Annotated[str, typer.Argument(metavar="QUERY", help="As in search: 'country:RU mode:visit grain'.")],
    feed: Annotated[str | None, typer.Option("--feed", metavar="DIR", help="Keep feed.atom, feed.json there.")] = None,
    mail: Annotated[str | None, typer.Option("--mail", metavar="DIR", help="Write a mail file there.")] = None,
    webhook: Annotated[str | None, typer.Option("--webhook", metavar="URL", help="Call this server, signed.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Tell also what is there already.")] = False,
    store: StoreAt = None,
) -> None:
    """Save a search. What is there already counts as told; without a channel, news go to the terminal."""
    from demarche.model import UsageError, Watch
    from demarche.publish.queries import query
    from demarche.publish.watches import baseline, channels

    query(asked)
    if webhook and not webhook.startswith(("https://", "http://")):
        raise UsageError(f"{webhook!r} is no address of a server")
    folders = {key: os.path.abspath(where) if where else None for key, where in (("feed", feed), ("mail", mail))}
    watch = Watch(name=name, query=asked, webhook=webhook, **folders)
    with opened(store) as opened_store, opened_store.transaction():
        opened_store.watches.add(watch)
        for channel in () if everything else channels(watch):
            opened_store.watches.tell(name, channel, baseline(opened_store, watch))
    note(f"{name} watches; next: demarche watch run --once")


@app.command("list")
def listing(store: StoreAt = None, as_json: AsJson = False) -> None:
    """Show the saved searches."""
    with opened(store) as opened_store:
        watches = list(opened_store.watches)
    if as_json:
        data_json(watches)
        return
    for w in watches:
        where = ", ".join(f"{k} {v}" for k, v in (("feed", w.feed), ("mail", w.mail), ("webhook", w.webhook)) if v)
        data(f"{w.name}\t{w.query}\t{where or 'terminal'}")


@app.command("remove")
def remove(name: Name, store: StoreAt = None) -> None:
    """Forget a saved search, and what was told of it."""
    with opened(store) as opened_store:
        opened_store.watches.remove(name)
    note(f"{name} is forgotten")


@app.command("run")
def run(
    once: Once = False,
    every: Every = "10m",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Webhooks may lie inside this machine and its network.")
    ] = False,
    store: StoreAt = None,
) -> None:
    """Tell every watch's channels what they have not heard; silent where there is nothing new."""
    from demarche.publish.watches import Delivery, told
    from demarche.publish.watches.webhook import SECRET
    from demarche.sources.settings import now

    pause = seconds(every)
    delivery = Delivery(
        terminal=_printed, sleep=time.sleep, secret=os.environ.get(SECRET, ""), allow_private=allow_private
    )
    with opened(store) as opened_store:
        while True:
            results = [one for watch in opened_store.watches for one in told(opened_store, watch, delivery, now)]
            for one in results:
                if one.failure:
                    note(f"{one.watch}: {one.channel} was not told, and will be the next time: {one.failure}")
            if once:
                raise typer.Exit(FAILED if any(one.failure for one in results) else 0)
            time.sleep(pause)


def _printed(found: "News") -> None:
    from demarche.publish.exports.pictures import headline

    for item in found.items:
        data(f"{found.watch}\t{item.kind}\t{headline(item.record) if item.record else ''}\t{item.id}")
