"""Floors: the figures that a change may not lower, by task and gold file, in `floors.toml`.

Each entry holds the digest of its gold: a floor is never compared with another edition of the data. A floor lies
`MARGIN` under the measured figure, for arithmetic that differs a little between processors. For a figure of which less
is better the "floor" is a ceiling.
"""

import gzip
import os
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from demarche.bench.card import Card, DataCard
from demarche.bench.runner import report
from demarche.bench.task import Figures, Task
from demarche.model import sha256

FILE = Path(__file__).with_name("floors.toml")
MARGIN = 0.004


class Floor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one gold file holds a task to; `lowered` says why, where somebody took a floor down."""

    gold: str
    figures: dict[str, float]
    lowered: str | None = None


Floors = dict[str, dict[str, Floor]]
"""Task, then the gold file's place, then the floor."""


def floors(file: Path = FILE) -> Floors:
    """Every pinned floor."""
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}, Floors)


def gold_root() -> Path | None:
    """The folder of gold data: under `DEMARCHE_SHARED`, else beside the project; null where there is none."""
    shared = Path(os.environ.get("DEMARCHE_SHARED") or Path(__file__).parents[3].parent / "shared")
    return shared / "bench" if (shared / "bench").is_dir() else None


def gold_digest(path: Path) -> str:
    """The SHA-256 of a gold file, or of the names and contents of a folder's files."""
    if path.is_file():
        return sha256(path.read_bytes())
    held = sorted(file for file in path.rglob("*") if file.is_file())
    return sha256(
        "".join(f"{file.relative_to(path).as_posix()} {sha256(file.read_bytes())}\n" for file in held).encode()
    )


def measured(task: Task, gold: DataCard, root: Path) -> Figures:
    """The pinned figures of a task on a gold file, or on its sample."""
    with sampled(root / gold.path, gold.sample) as file:
        found = report(task, file).figures
    every = {figure.key: value_of(found, figure.key) for figure in task.card.figures if figure.pinned}
    return {key: value for key, value in every.items() if value is not None}


def value_of(figures: Figures, key: str) -> float | None:
    """A figure by its key; `a.b` stands in a table `a`."""
    value: object = figures
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


@contextmanager
def sampled(file: Path, lines: int | None) -> Iterator[Path]:
    """The file itself, or a copy of so many of its lines, evenly spread."""
    if lines is None:
        yield file
        return
    read = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    every = read.splitlines(keepends=True)
    step = max(1, len(every) // lines)
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / file.name.removesuffix(".gz")
        part.write_bytes(b"".join(every[::step][:lines]))
        yield part


def under(card: Card, floor: Floor, found: Figures) -> list[str]:
    """What fell under its floor, or rose over its ceiling, in plain words."""
    lower = {figure.key for figure in card.figures if figure.better == "lower"}
    said = []
    for key, bound in floor.figures.items():
        value = found.get(key)
        if value is None or (value > bound if key in lower else value < bound):
            said.append(f"{key} is {value}, pinned at {'most' if key in lower else 'least'} {bound}")
    return said
