"""`html`: the article in a raw page, and the day it was published."""

import gzip
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any

from demarche.bench.figures import ratio, words
from demarche.bench.rows import Row, by_key, inputs, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.model import BadInput
from demarche.sources.page import article, parsed


def answer(path: Path) -> Iterator[Row]:
    """Text, title, author and day of each page; the pages lie beside the gold."""
    for row in inputs(path, also=("file",)):
        yield {"id": row["file"]} | _read(path.parent / row["file"], row.get("url"))


def _read(file: Path, url: str | None) -> Row:
    raw = file.read_bytes()
    try:
        found = article(parsed(gzip.decompress(raw) if file.suffix == ".gz" else raw), url)
    except BadInput as e:
        return {"text": "", "refused": e.reason}
    about = found.about
    return {"text": found.text, "title": about.title, "author": about.author, "published": about.published}


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Words shared with the gold's text, regardless of order, a page at a time; days that are the gold's."""
    told = by_key(predictions)
    gold = [(row, told.get(row["file"], {})) for row in rows(path) if row.get("gold_text")]
    if not gold:
        return {}
    shared = [word_f1(row["gold_text"], found.get("text") or "") for row, found in gold]
    dated = [
        (str(row["publishing_date"])[:10], found.get("published")) for row, found in gold if row.get("publishing_date")
    ]
    return {
        "n": len(gold), "f1_mean": round(mean(shared), 4), "f1_median": round(median(shared), 4),
        "date_accuracy": ratio(sum(day == found for day, found in dated), len(dated)), "dated": len(dated),
    }  # fmt: skip


def word_f1(gold: str, found: str) -> float:
    """F1 over the words of two texts as bags."""
    a, b = Counter(words(gold)), Counter(words(found))
    return 2 * (a & b).total() / (a.total() + b.total()) if a or b else 0.0


TASK = Task("html", answer, score, rate=Rate("pages_per_s"))
