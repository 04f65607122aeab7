"""A user's own rows over the shipped tables: one added, all of them checked, and what they put in another's place."""

import csv
import shutil
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from demarche.lexicon.names import key
from demarche.lexicon.shelf import own_rows, rank_of, read, row_types, shelf
from demarche.lexicon.surfaces import surfaces
from demarche.lexicon.tables import MANY, data, load_csv
from demarche.model import BadKnowledge


def columns(table: str) -> tuple[str, ...]:
    """The columns of a table; refuses one that there is not."""
    kinds = dict(row_types())
    if table not in kinds:
        raise BadKnowledge(f"{table}.csv", "the table", f"is none; there are {', '.join(sorted(kinds))}")
    return tuple(f.name for f in msgspec.structs.fields(kinds[table]))


def added(folder: Path, table: str, row: Mapping[str, str]) -> Path:
    """Put a row into a table of a user's folder, as long as all tables are sound with it; else nothing changes."""
    known = columns(table)
    if unknown := sorted(row.keys() - set(known)):
        raise BadKnowledge(f"{table}.csv", "the new row", f"columns {unknown} are none of {list(known)}")
    target = folder / f"{table}.csv"
    text = _with(target, known, {"source": "own"} | dict(row))
    with TemporaryDirectory() as name:
        trial = Path(name)
        for file in folder.glob("*.csv") if folder.is_dir() else ():
            shutil.copy(file, trial)
        (trial / target.name).write_text(text, encoding="utf-8")
        read([data("actors"), trial])
    folder.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(target)
    return target


def _with(target: Path, known: tuple[str, ...], row: Mapping[str, str]) -> str:
    old = list(csv.DictReader(StringIO(target.read_text(encoding="utf-8")))) if target.is_file() else []
    out = StringIO()
    writer = csv.DictWriter(out, known, lineterminator="\n", restval="", extrasaction="raise")
    writer.writeheader()
    writer.writerows([*old, row])
    return out.getvalue()


def check(folder: Path) -> int:
    """Read the shipped tables with a user's over them; how many rows are the user's. A row that is not sound raises."""
    if not folder.is_dir():
        raise BadKnowledge(str(folder), "the folder", "is missing")
    kinds = dict(row_types())
    for file in sorted(folder.glob("*.csv")):
        if file.stem not in kinds:
            raise BadKnowledge(file.name, "the file", f"is no table; there are {', '.join(sorted(kinds))}")
    read([data("actors"), folder])
    return sum(len(own_rows(folder, name, kind)) for name, kind in kinds.items())


def collisions(folder: Path) -> list[str]:
    """What a user's tables put in the place of a shipped row, or of other words, one sentence for each."""
    return [*_replaced(folder), *_shadowed(folder)]


def _replaced(folder: Path) -> Iterator[str]:
    for name, kind in row_types():
        rank = rank_of(name)
        own = [rank(row) for row in own_rows(folder, name, kind)]
        if own:
            shipped = {rank(row) for row in load_csv(data("actors", f"{name}.csv"), kind)}
            yield from (f"{name}.csv: {_said(k)} replaces a shipped row" for k in own if k in shipped)
            yield from (f"{name}.csv: {_said(k)} stands there twice" for k in dict.fromkeys(own) if own.count(k) > 1)


def _shadowed(folder: Path) -> Iterator[str]:
    """Words that a user gives to one actor, and that the shipped tables give to another under another key."""
    shipped = surfaces(shelf())
    for name, kind in row_types():
        for row in own_rows(folder, name, kind):
            for words, target in _named(row):
                others = {
                    s.target for h in shipped.hits(words) if (h.start, h.end) == (0, len(words)) for s in h.surfaces
                }
                rivals = sorted(t for t in others - {target} if ":" in t)
                if rivals:
                    yield f"{name}.csv: {words!r} for {target} shadows {', '.join(rivals)}"


def _named(row: Any) -> Iterator[tuple[str, str]]:
    values = msgspec.structs.asdict(row)
    target = values.get("entity") or values.get("id") or ""
    for field in ("surface", "surfaces", "name", "names", "variants"):
        found = values.get(field, ())
        for words in (found,) if isinstance(found, str) else found:
            if key(words) and ":" in target:
                yield words, target


def _said(rank: object) -> str:
    return MANY.join(map(str, rank)) if isinstance(rank, tuple) else str(rank)
