"""`demarche follow`: feeds and sitemaps asked again and again, and the record kept up to date with them."""

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.options import AsJson, StoreAt, Workers
from demarche.cli.output import counted, line_json, note, refused
from demarche.cli.progress import Progress
from demarche.cli.project import current, opened
from demarche.model import UsageError

if TYPE_CHECKING:
    from demarche.pipeline import Report

_SPAN = re.compile(r"(\d{1,6})([smhd])\Z")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
Every = Annotated[str, typer.Option("--every", metavar="SPAN", help="Between two rounds: 90s, 10m, 1h, 1d.")]
Once = Annotated[bool, typer.Option("--once", help="One round, then end: for cron and systemd timers.")]


def follow(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED|SITEMAP", help="Addresses of feeds and sitemaps.")],
    every: Every = "10m",
    once: Once = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also addresses inside this machine and its network.")
    ] = False,
    store: StoreAt = None,
    workers: Workers = 0,
    as_json: AsJson = False,
) -> None:
    """Ask feeds and sitemaps for what is new, read it and bring the record up to date; until Ctrl-C, or once."""
    wrong = [feed for feed in feeds if not feed.startswith(("http://", "https://"))]
    if wrong:
        raise UsageError(f"no address of a feed or sitemap: {', '.join(wrong)}")
    pause = seconds(every)
    with opened(store, create=True) as opened_store, Progress() as progress:
        from demarche import pipeline
        from demarche.sources import Settings
        from demarche.sources.follow import Follower

        settings = Settings(allow_private=allow_private, distance=1.0)
        follower = Follower(tuple(dict.fromkeys(feeds)), opened_store.followed, settings, pause)
        while True:
            report = pipeline.follow(opened_store, follower, tell=progress)
            if report.new or once:
                done = pipeline.process(opened_store, workers=workers or current().workers, tell=progress)
                report = pipeline.together(report, done)
            if as_json:
                line_json(report)
            code = _told(report)
            if once:
                raise typer.Exit(code)
            settings.sleep(until(follower.next_due(), settings.clock(), pause))


def _told(report: "Report") -> int:
    """Quiet where there is nothing to say."""
    if report.new:
        note(f"{counted(report.new, 'new document')}; the store holds {counted(report.records, 'record')}")
    return refused(report.rejects)


def seconds(span: str) -> float:
    """*10m* in seconds."""
    found = _SPAN.match(span)
    if not found or not int(found[1]):
        raise UsageError(f"--every {span!r}: a number and s, m, h or d, as in 10m")
    return float(int(found[1]) * _SECONDS[found[2]])


def until(due: str | None, now: datetime, most: float) -> float:
    """Seconds to wait for a moment: at least one, at most the usual pause."""
    left = (datetime.fromisoformat(due) - now) / timedelta(seconds=1) if due else most
    return min(max(left, 1.0), most)
