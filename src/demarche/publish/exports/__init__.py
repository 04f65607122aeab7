"""Exports: the store, or what a question takes of it, written into a folder in formats that other programs read.

An exporter is one module with one function `write(holdings, folder)` that gives the files it wrote; its line is here.
Packages outside bring theirs by the entry point group `demarche.exporters`.
"""

from collections.abc import Callable, Iterable
from importlib.metadata import entry_points
from pathlib import Path

from demarche.model import StoreError, UsageError
from demarche.publish.exports import (
    annotations,
    calendars,
    citations,
    colt,
    columns,
    csv,
    dataset,
    dyads,
    feeds,
    ftm,
    gdelt,
    icews,
    jsonl,
    pictures,
    plover,
    polecat,
)
from demarche.publish.holdings import Holdings
from demarche.publish.queries import Query
from demarche.store import Store

Exporter = Callable[[Holdings, Path], list[Path]]

EXPORTERS: dict[str, Exporter] = {
    "jsonl": jsonl.write,
    "csv": csv.write,
    "parquet": columns.parquet,
    "dataset": dataset.write,
    "xlsx": columns.xlsx,
    "plover": plover.write,
    "plover-steps": plover.steps,
    "polecat": polecat.write,
    "gdelt": gdelt.write,
    "icews": icews.write,
    "colt": colt.write,
    "dyads": dyads.write,
    "ftm": ftm.write,
    "w3c": annotations.write,
    "geojson": pictures.geojson,
    "gexf": pictures.gexf,
    "timeline": pictures.timeline,
    "ics": calendars.write,
    "feed": feeds.write,
    "citations": citations.write,
}

__all__ = ["EXPORTERS", "Exporter", "export", "exporters"]


def exporters() -> dict[str, Exporter]:
    """Every known exporter by its name: ours, and those that other packages bring."""
    outside = {entry.name: entry for entry in entry_points(group="demarche.exporters")}
    clash = sorted(outside.keys() & EXPORTERS.keys())
    if clash:
        raise UsageError(f"another package brings an exporter that is called like ours: {', '.join(clash)}")
    return EXPORTERS | {name: entry.load() for name, entry in outside.items()}


def export(store: Store, folder: Path, formats: Iterable[str], query: Query | None = None) -> list[Path]:
    """Write what a question takes of the store into a folder, in each of the formats; give the files written."""
    known = exporters()
    wanted = list(dict.fromkeys(formats))
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        asked = f"no exporter is called {', '.join(unknown)}" if unknown else "no format was named"
        raise UsageError(f"{asked}; there are {', '.join(sorted(known))}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        holdings = Holdings(store, query)
        return [path for name in wanted for path in known[name](holdings, folder)]
    except OSError as e:
        raise StoreError(f"{folder} cannot be written: {e.strerror or e}") from e
