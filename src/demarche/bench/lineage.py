"""`lineage`: which documents are copies or rewrites of one another, which report one event, how alike each pair is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import prf, ratio
from demarche.bench.rows import Row, by_key, inputs, key, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.families import compared, families, likeness

FEW = 200
"""Files of no more documents have every pair scored, as `level_auc` needs."""


def answer(path: Path) -> Iterator[Row]:
    """The family of each document as its `cluster`, its `thread`, how many it was compared with, in a small file its
    scores."""
    asked = list(inputs(path))
    read = [document(row) for row in asked]
    name = {d.id: str(key(row)) for row, d in zip(asked, read, strict=True)}
    found = families(read)
    cluster = {d: f.id for f in found if len(f.documents) > 1 for d in f.documents}
    thread = {d: f.thread or f.id for f in found for d in f.documents}
    like: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for a, b, score in likeness(read) if len(read) <= FEW else ():
        like[a][name[b]] = score
    met = Counter(a for a, _ in compared(read))
    for row, d in zip(asked, read, strict=True):
        yield named(row) | {
            "cluster": cluster.get(d.id),
            "thread": thread[d.id],
            "like": like[d.id],
            "candidates": met[d.id],
        }


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Pairs put together against those that belong together; and copies against answers written independently."""
    gold, told = rows(path), by_key(predictions)
    found = {"candidates": sum(row.get("candidates") or 0 for row in predictions), "n": len(gold)}
    if any("category" in row for row in gold):
        return found | {"level_auc": _levels(gold, told)}
    if not any(row.get("cluster") for row in gold):
        return {}
    return found | _pairs(gold, told) | _events([row for row in gold if "topic" in row], told)


def _pairs(gold: Sequence[Row], told: dict[Any, Row]) -> Figures:
    """A pair inside one cluster of reports of an event (rows with a `topic`) counts neither way."""
    asked = sum(n * (n - 1) // 2 for n in Counter(r["cluster"] for r in gold if "topic" not in r).values())
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in gold:
        cluster = told.get(key(row), {}).get("cluster")
        if cluster is not None:
            groups[cluster].append(row)
    judged = Counter(_judged(a, b) for group in groups.values() for a, b in combinations(group, 2))
    right, wrong = judged["right"], judged["wrong"]
    shares = prf(right, right + wrong, right, asked)
    return {
        "pair_precision": shares["precision"], "pair_recall": shares["recall"], "pair_f1": shares["f1"],
        "wrong_pairs": wrong, "gold_pairs": asked, "unlabelled_pairs": judged["unlabelled"],
    }  # fmt: skip


def _events(gold: Sequence[Row], told: dict[Any, Row]) -> Figures:
    """Reports of one event (rows with a `topic`) put in one thread, by pairs and by B-cubed (Bagga, Baldwin 1998)."""
    here = [(row["cluster"], told[key(row)]["thread"]) for row in gold if "thread" in told.get(key(row), {})]
    both, event, thread = Counter(here), Counter(e for e, _ in here), Counter(t for _, t in here)
    right, found, asked = (sum(n * (n - 1) // 2 for n in counted.values()) for counted in (both, thread, event))
    pairs = prf(right, found, right, asked)
    pure = ratio(sum(n * n / thread[t] for (_, t), n in both.items()), len(here))
    whole = ratio(sum(n * n / event[e] for (e, _), n in both.items()), len(here))
    return {
        "thread_precision": pairs["precision"], "thread_recall": pairs["recall"], "thread_f1": pairs["f1"],
        "thread_b3_f1": round(2 * pure * whole / (pure + whole), 4) if pure and whole else None,
    }  # fmt: skip


def _judged(a: Row, b: Row) -> str:
    if a["cluster"] != b["cluster"]:
        return "wrong"
    return "unlabelled" if "topic" in a else "right"


def _levels(gold: Sequence[Row], told: dict[Any, Row]) -> float | None:
    """How often a copy of the source scores higher against it than an independent answer to the same question."""
    source = {row["task"]: key(row) for row in gold if row["category"] == "orig"}
    scores: defaultdict[tuple[str, bool], list[float]] = defaultdict(list)
    for row in gold:
        if row["category"] != "orig" and row["task"] in source:
            scored = _between(told, key(row), source[row["task"]])
            scores[row["task"], row["category"] == "non"].append(scored)
    duels = [d for task in source for d in _duels(scores[task, False], scores[task, True])]
    return ratio(sum(duels), len(duels)) if duels else None


def _between(told: dict[Any, Row], a: Any, b: Any) -> float:
    likes = (told.get(x, {}).get("like") or {} for x in (a, b))
    return max(float(like.get(str(y), 0.0)) for like, y in zip(likes, (b, a), strict=True))


def _duels(copies: Iterable[float], others: Sequence[float]) -> Iterator[float]:
    """1 where the copy wins, a half for a draw."""
    for copy in copies:
        yield from (1.0 if copy > other else 0.5 if copy == other else 0.0 for other in others)


TASK = Task("lineage", answer, score, rate=Rate("docs_per_s"))
