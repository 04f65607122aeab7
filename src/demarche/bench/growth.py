"""How the whole way grows: `python -m demarche.bench.growth TEXTS.jsonl[.gz] 1000 3000 10000 [--carried]`.

Stories are the texts of a file in an order drawn by chance, each printed once or many times (`bench.scale` says how
often), word for word, edited or shortened. Each size is a process of its own: a file of rows is added to a new store
and run up to records and measures; processor seconds and the most memory are told for each stage, and the exponent
of n to which they grow.

With `--carried` nothing is read. The texts are read once, and each copy is given their claims, moved to where the
words now stand; from the second round through the file on, stories are told of another world (rare words, and
countries, exchanged for others, the same throughout). What this leaves out is the cost of reading, which is the same
for every document; what it keeps is everything that documents have to do with each other.
"""

import argparse
import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

from demarche import pipeline
from demarche.bench.copied import Copy, World, moved
from demarche.bench.documents import document
from demarche.bench.rows import rows
from demarche.bench.scale import FEWEST, SEED, rare_words, times
from demarche.bench.usage import Watch, cpu
from demarche.model import Claim, Document
from demarche.store import Store

ADDRESS = "https://example.org/"
KEPT = ("title", "date", "publisher", "lang", "source_class", "official_of")
AT_ONCE = 500


class Printed(NamedTuple):
    """A copy: its address, the number of its text in the file, the words, the countries that are told as others."""

    address: str
    original: int
    copy: Copy
    countries: World


def printed(texts: Sequence[str], size: int, countries: Sequence[str] = ()) -> Iterator[Printed]:
    """So many copies; the same seed makes the same. Without `countries` every round is told of this world."""
    dice = random.Random(SEED)
    rare = rare_words(texts) if countries and size > len(texts) else []
    made = story = 0
    world: World = {}
    codes: World = {}
    while True:
        for original in dice.sample(range(len(texts)), len(texts)):
            for number in range(times(dice)):
                if made == size:
                    return
                copy = Copy(texts[original], world, dice if number else None)
                yield Printed(f"{ADDRESS}{story}/{number}", original, copy, codes)
                made += 1
            story += 1
        world, codes = _others(rare, dice), _others(countries, dice)


def _others(words: Sequence[str], dice: random.Random) -> World:
    return dict(zip(words, dice.sample(words, len(words)), strict=True))


def originals(file: Path) -> list[dict[str, Any]]:
    """The rows of a file that have a text of some length."""
    return [row for row in rows(file) if len(str(row.get("text") or "").split()) >= FEWEST]


def write(found: Sequence[Mapping[str, Any]], size: int, out: Path, countries: Sequence[str]) -> None:
    """The copies as a file of rows."""
    with out.open("w", encoding="utf-8") as file:
        for one in printed([row["text"] for row in found], size, countries):
            row = {name: value for name in KEPT if (value := found[one.original].get(name))}
            file.write(json.dumps(row | {"url": one.address, "text": one.copy.text}, ensure_ascii=False) + "\n")


def read(found: Iterable[dict[str, Any]]) -> list[tuple[Claim, ...]]:
    """The claims of each text."""
    return [told.claims for told in pipeline.reading()(map(document, found))]


def carry(store: Store, found: Sequence[Mapping[str, Any]], told: Sequence[Sequence[Claim]], size: int) -> None:
    """Give every document of the store the claims of its original, as if it had been read."""
    reader = pipeline.reader_version()
    homes = {d.url: d.id for d in store.documents}
    codes = countries_of(told)
    batch: list[tuple[Document, tuple[Claim, ...]]] = []
    for one in printed([row["text"] for row in found], size, codes):
        home = store.documents[homes[one.address]]
        batch.append((home, tuple(moved(told[one.original], one.copy, home, one.countries))))
        if len(batch) == AT_ONCE:
            _put(store, batch, reader)
            batch = []
    _put(store, batch, reader)


def _put(store: Store, batch: Iterable[tuple[Document, tuple[Claim, ...]]], reader: str) -> None:
    with store.transaction():
        for home, found in batch:
            store.claims.put(home.id, found, reader)


def countries_of(told: Iterable[Iterable[Claim]]) -> list[str]:
    """The countries that any claim names."""
    found: set[str] = set()
    for one in (claim for of_text in told for claim in of_text):
        found |= set(_countries(msgspec.to_builtins(one)))
    return sorted(found)


def _countries(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from ([value["country"]] if value.get("country") else ())
        value = list(value.values())
    for part in value if isinstance(value, list | tuple) else ():
        yield from _countries(part)


class Stages:
    """Processor seconds and peak memory between two tellings."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._name, self._since = "", 0.0
        self.found: dict[str, dict[str, float]] = {}

    def tell(self, stage: str, done: int, of: int | None) -> None:
        """Called by the pipeline; a stage begins when none of it is done."""
        if done == 0:
            self.begin(stage)

    def begin(self, stage: str) -> None:
        """Close the stage before and open another; the empty name opens none."""
        now, peak = cpu(), self._watch.peak()
        if self._name:
            self.found[self._name] = {"cpu_s": round(now - self._since, 2), "peak_mb": peak}
        self._name, self._since = stage, now


def measured(file: Path, size: int, claimed: Path | None, workers: int, folder: Path) -> Any:
    """Add and run that many copies in this process and its workers; making them is not counted."""
    found, texts = originals(file), folder / "texts.jsonl"
    write(found, size, texts, countries_of(_told(claimed)) if claimed else ())
    with Watch() as watch, Store(folder / "growth.db") as store:
        stages = Stages(watch)
        added = pipeline.add(store, [texts], tell=stages.tell)
        stages.begin("")
        if claimed:
            carry(store, found, _told(claimed), size)
            watch.peak()
        done = pipeline.process(store, workers=workers, tell=stages.tell)
        stages.begin("")
        counts = {name: getattr(done, name) for name in ("families", "claims", "records", "differences", "measures")}
    whole = {"cpu_s": round(sum(s["cpu_s"] for s in stages.found.values()), 2),
             "peak_mb": max(s["peak_mb"] for s in stages.found.values())}  # fmt: skip
    rejects = len(added.rejects) + len(done.rejects)
    store_mb = round(sum(f.stat().st_size for f in folder.glob("growth.db*")) / 2**20)
    return {"documents": added.new, "read": done.read, "workers": workers, **counts, "rejects": rejects,
            "store_mb": store_mb, "stages": stages.found | {"all": whole}}  # fmt: skip


def growth(found: Sequence[dict[str, Any]], figure: str = "cpu_s") -> dict[str, float]:
    """The exponent of n for each stage: the slope of the straight line through the logarithms, least squares."""
    return {stage: _slope([(row["documents"], row["stages"][stage][figure]) for row in found])
            for stage in found[0]["stages"]}  # fmt: skip


def _slope(points: Sequence[tuple[float, float]]) -> float:
    xs, ys = [log(x) for x, _ in points], [log(max(y, 0.01)) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - mean_x) ** 2 for x in xs)
    return round(sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / across, 2)


def main() -> None:
    """Measure and print, a line a size, then the growth."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("texts", type=Path)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--workers", type=int, default=1)
    asked.add_argument("--carried", action="store_true", help="carry claims over instead of reading every copy")
    asked.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.alone is not None:
        with TemporaryDirectory() as folder:
            claimed = given.alone if given.carried else None
            _print(measured(given.texts, given.sizes[0], claimed, given.workers, Path(folder)))
        return
    with TemporaryDirectory() as held:
        claimed = Path(held) / "claims.json"
        if given.carried:
            claimed.write_bytes(msgspec.json.encode(read(originals(given.texts))))
        found = [_apart(given, size, claimed) for size in given.sizes]
    if len(found) > 1:
        _print({"cpu grows with n to the": growth(found), "memory": growth(found, "peak_mb")})


def _told(file: Path) -> list[tuple[Claim, ...]]:
    return msgspec.json.decode(file.read_bytes(), type=list[tuple[Claim, ...]])


def _apart(given: argparse.Namespace, size: int, claimed: Path) -> dict[str, Any]:
    """One size in a process of its own."""
    options = [*(["--carried"] if given.carried else []), "--workers", str(given.workers), "--alone", str(claimed)]
    command = [sys.executable, "-m", "demarche.bench.growth", str(given.texts), str(size), *options]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    _print(found)
    return found


def _print(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
