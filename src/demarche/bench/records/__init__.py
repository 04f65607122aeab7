"""Whole articles to claims, records, families and differences: what the pipeline exports, against full gold."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from demarche.bench.records.scorer import Export, scored
from demarche.bench.rows import rows, write_rows
from demarche.bench.task import Figures, Task
from demarche.model import UsageError
from demarche.pipeline import add, process
from demarche.publish.exports import export
from demarche.store import Store

EXPORTED = ("documents", "claims", "records", "families", "differences")


def answer(folder: Path) -> Iterator[Export]:
    """One answer: the export of a store that read the folder's articles, and nothing else there."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: `records` asks for one that holds the articles and their gold")
    with TemporaryDirectory() as here, Store(str(Path(here) / "records.db")) as store:
        add(store, sorted(folder.glob("*.txt")))
        process(store)
        export(store, Path(here), ["jsonl"])
        yield {name: rows(Path(here) / f"{name}.jsonl") for name in EXPORTED}


def score(answers: Sequence[Export], folder: Path) -> Figures:
    """Against the gold in the folder; `n` counts articles."""
    (exported,) = answers
    return {"n": len(exported["documents"])} | scored(exported, folder)


def write(answers: Sequence[Export], folder: Path) -> None:
    """The export's files, in a folder of their own."""
    for exported in answers:
        for name, held in exported.items():
            write_rows(held, folder / f"{name}.jsonl")


TASK = Task("records", answer, score, write)
