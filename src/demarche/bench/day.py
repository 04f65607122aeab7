"""A day of feeds that never end: `python -m demarche.bench.day TEXTS.jsonl[.gz] [--hours 24] [--hourly 10] [--run]`.

Seven hosts on this machine (`bench.hosts`) publish the texts of a file through a simulated day; nobody sleeps, the
clock is moved. `demarche follow` asks them every ten minutes; with `--run` the record is brought up to date once an
hour as well. Printed are, at hours 1, 6, 12 and 24: documents, the memory held and the most since the line before; and
at the end, once every host is well again, what was lost, doubled or made up. A later version of a report that nobody
could read before the next one is not lost: a feed names only the latest.
"""

import argparse
import gc
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from demarche import pipeline
from demarche.bench.hosts import TEMPERS, Clock, Host
from demarche.bench.rows import rows
from demarche.bench.usage import Watch, cpu, memory
from demarche.sources import Settings
from demarche.sources.follow import LONGEST, TRIES, Follower
from demarche.store import Store

EVERY = 600.0
TOLD_AT = (1, 6, 12, 24)
_MARK = re.compile(r"This is report (\S+) as told in version (\d+)")
Versions = Counter[tuple[str, int]]


@contextmanager
def hosts(texts: Sequence[str], clock: Clock, hourly: int, hours: int) -> Iterator[list[Host]]:
    """One host of each temper, until the block ends."""
    made = [Host(temper, texts, clock, hourly, hours, seed) for seed, temper in enumerate(TEMPERS)]
    try:
        yield made
    finally:
        for host in made:
            host.close()


def follower(store: Store, clock: Clock, asked: Iterable[Host]) -> Follower:
    """Whoever asks the hosts' feeds; it moves the clock where it would wait."""
    settings = Settings(clock=clock, sleep=clock.sleep, allow_private=True, attempts=2, distance=1.0, reply_seconds=0.3)
    return Follower(tuple(host.feed for host in asked), store.followed, settings, EVERY)


def held(store: Store) -> Versions:
    """How often the store holds each version of each report."""
    found = (_MARK.search(document.text) for document in store.documents)
    return Counter((match[1], int(match[2])) if match else ("a text that no host told", 0) for match in found)


def verdict(store: Store, asked: Iterable[Host]) -> dict[str, Any]:
    """What of the reports is lost (the latest version, unless taken down), doubled, made up, and how many refused."""
    told, every = held(store), list(asked)
    wanted = {(name, host.versions[name]) for host in every for name in host.versions
              if name not in host.gone and not name.startswith("closed/")}  # fmt: skip
    published = {(name, version) for host in every for name, last in host.versions.items()
                 for version in range(1, last + 1)}  # fmt: skip
    return {
        "reports": sum(len(host.versions) for host in every),
        "corrected": sum(last > 1 for host in every for last in host.versions.values()),
        "taken_down": sum(len(host.gone) for host in every), "documents": sum(told.values()),
        "lost": sorted(wanted - set(told)), "doubled": sorted(one for one, times in told.items() if times > 1),
        "made_up": sorted(set(told) - published),
        "against_robots": sorted(name for name, _ in told if name.startswith("closed/")),
        "refused": len(list(store.rejects)),
    }  # fmt: skip


def hour_by_hour(store: Store, one: Follower, clock: Clock, hours: int, *, run: bool) -> Iterator[int]:
    """Ask until each full hour, then give its number."""
    for hour in range(1, hours + 1):
        while clock.minute < hour * 60:
            pipeline.follow(store, one)
            clock.sleep(EVERY)
        if run:
            pipeline.process(store)
        yield hour


def settle(store: Store, one: Follower, clock: Clock, asked: Iterable[Host]) -> None:
    """Every host is well again: ask until nothing waits, for as long as a page is waited for."""
    for host in asked:
        host.well = True
    for _ in range(2 * TRIES):
        pipeline.follow(store, one)
        if store.followed.next_due() is None:
            return
        clock.sleep(LONGEST / 2)


def day(texts: Sequence[str], hours: int, hourly: int, *, run: bool) -> Iterator[dict[str, Any]]:
    """A line at some hours, and the verdict."""
    clock = Clock()
    with (
        TemporaryDirectory() as folder,
        Store(Path(folder) / "day.db") as store,
        Watch() as watch,
        hosts(texts, clock, hourly, hours) as asked,
    ):
        one = follower(store, clock, asked)
        for hour in hour_by_hour(store, one, clock, hours, run=run):
            if hour in TOLD_AT or hour == hours:
                gc.collect()
                yield {"hour": hour, "documents": len(store.documents), "records": len(store.records),
                       "held_mb": round(memory()), "most_mb": watch.peak(), "cpu_s": round(cpu(), 1)}  # fmt: skip
        settle(store, one, clock, asked)
        yield verdict(store, asked)


def main() -> None:
    """Simulate and print; ends with 1 when anything was lost, doubled or made up."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("texts", type=Path)
    asked.add_argument("--hours", type=int, default=24)
    asked.add_argument("--hourly", type=int, default=10, help="reports an hour of each host")
    asked.add_argument("--run", action="store_true", help="also bring the record up to date every hour")
    given = asked.parse_args()
    texts = [row["text"] for row in rows(given.texts) if row.get("text")]
    line: dict[str, Any] = {}
    for line in day(texts, given.hours, given.hourly, run=given.run):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
    sys.exit(bool(line["lost"] or line["doubled"] or line["made_up"] or line["against_robots"]))


if __name__ == "__main__":
    main()
