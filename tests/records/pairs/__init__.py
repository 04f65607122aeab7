"""Labelled pairs of claims: how many of those that are one event share a record, beside the rule *one a day*."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.demo import corpus_paths
from demarche.model import Document, Engagement
from demarche.records.tellings import Telling, tellings
from demarche.store import Store

HERE = Path(__file__).parent
READOUTS = Path(__file__).parents[4] / "shared" / "bench" / "readouts" / "readouts_dev.jsonl.gz"

Row = dict[str, Any]


def labels(name: str) -> list[Row]:
    """The pairs of a file."""
    return [json.loads(line) for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def read(name: str, store: Store, pairs: Iterable[Row]) -> dict[str, str]:
    """Fill a store with the documents of some pairs and merge them; the id of each by the name that labels use."""
    from demarche import pipeline

    if name == "demo":
        pipeline.add(store, corpus_paths())
    else:
        wanted = {side["doc"] for pair in pairs for side in (pair["a"], pair["b"])}
        with gzip.open(READOUTS, "rt", encoding="utf-8") as lines:
            rows = (row for line in lines if (row := json.loads(line))["id"] in wanted)
            store.documents.put((d, d.text.encode()) for d in map(document, rows))
    pipeline.process(store, workers=1)
    return {_name(name, d): d.id for d in store.documents}


def _name(name: str, d: Document) -> str:
    return d.source.rpartition("/")[2] if name == "demo" else d.source.rpartition(":")[2] or d.source


class Score:
    """Pairs rightly joined, wrongly joined, rightly not found."""

    def __init__(self) -> None:
        self.right, self.wrong, self.missed = 0, 0, 0

    def add(self, told: bool, true: bool) -> None:
        """Count one pair."""
        self.right += told and true
        self.wrong += told and not true
        self.missed += true and not told

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {self.f1:.3f}"


class Scored:
    """Merging, and the rule to beat, on the pairs of a file."""

    def __init__(self, name: str, folder: Path, pairs: list[Row] | None = None) -> None:
        self.pairs = labels(name) if pairs is None else pairs
        self.merging, self.one_a_day, self.unread = Score(), Score(), 0
        self.errors: list[str] = []
        with Store(folder / f"{name}.db") as store:
            self.documents = read(name, store, self.pairs)
            self._texts = store.texts()
            self._told: dict[str, list[Telling]] = {}
            for t in tellings(store.claims, store.families, self._texts):
                if isinstance(t.claim, Engagement):
                    self._told.setdefault(t.claim.document, []).append(t)
            self._home = {claim: r.id for r in store.records for claim in r.claims}
            for pair in self.pairs:
                self._judge(pair)

    def _judge(self, pair: Row) -> None:
        a, b = self._tellings(pair["a"]), self._tellings(pair["b"])
        self.unread += not a or not b
        joined = not self._homes(a).isdisjoint(self._homes(b))
        self.merging.add(joined, pair["same"])
        self.one_a_day.add(any(one_a_day(x, y) for x in a for y in b), pair["same"])
        if joined != pair["same"]:
            self.errors.append(f"{'wrong' if joined else 'missed'}: {pair['a']} {pair['b']}")

    def _homes(self, told: Iterable[Telling]) -> set[str]:
        return {self._home[t.claim.id] for t in told}

    def _tellings(self, side: Row) -> list[Telling]:
        """The claims that share most with a labelled stretch, if its document is the one that was labelled.

        They are several where one stretch tells of a tour: a visit for each country.
        """
        id = self.documents.get(side["doc"], "")
        there = self._texts[id].text[side["start"] : side["end"]] if id else ""
        if hashlib.sha256(there.encode()).hexdigest()[:12] != side["sha"]:
            return []
        own = [((_shared(t, side), -len(t.claim.quote)), t) for t in self._told.get(id, ())]
        best = max((rank for rank, _ in own), default=(0, 0))
        return [t for rank, t in own if rank == best and rank[0] > 0]


def _shared(t: Telling, side: Row) -> int:
    return min(t.claim.end, int(side["end"])) - max(t.claim.start, int(side["start"]))


def one_a_day(a: Telling, b: Telling) -> bool:
    """The rule to beat: the same parties, the same form, the same day (of publication, where no other is known)."""
    return (a.sides, a.kind, _day(a)) == (b.sides, b.kind, _day(b)) and _day(a) is not None


def _day(t: Telling) -> int | None:
    return t.window.first if t.window else t.said


def lines(name: str, found: Scored) -> Iterator[str]:
    """What is printed."""
    yield f"{name}: {len(found.pairs)} pairs, {found.unread} of claims that were not found"
    yield f"  merging    {found.merging}"
    yield f"  one a day  {found.one_a_day}"
