"""A data file -> typed rows, or a refusal that names the file, the entry and the reason.

TOML holds structured entries, CSV long tables. A row's type is a frozen `msgspec.Struct`; derive it from `Row`, so that
a misspelt key or column is refused too. In CSV an empty cell means the field's default, and a field that is a tuple or
a frozenset holds values parted by `|`.
"""

import csv
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar, get_origin

import msgspec

from demarche.model import BadKnowledge, BadValue

T = TypeVar("T")

MANY = "|"
"""What parts the values of a cell that holds several."""


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every row of knowledge derives from: immutable, and strict about the names of its fields."""


def data(*parts: str) -> Traversable:
    """A file or folder of the shipped data: `data("actors", "states.csv")`."""
    return files("demarche.lexicon").joinpath("data", *parts)


def load_toml(path: Traversable | Path, kind: type[T]) -> T:
    """The whole of a TOML file as one value of a type."""
    try:
        raw = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as e:
        raise BadKnowledge(path.name, "the file", f"no TOML: {e}") from e
    return _as(raw, kind, path.name, "the file")


def load_csv(path: Traversable | Path, kind: type[T]) -> tuple[T, ...]:
    """The rows of a CSV file, each as a value of a struct type."""
    return tuple(_rows(path, kind))


def _rows(path: Traversable | Path, kind: type[T]) -> Iterator[T]:
    lines = csv.reader(StringIO(_text(path)))
    columns = next(lines, [])
    many = _columns(path.name, columns, kind)
    for number, cells in enumerate(lines, start=2):
        if len(cells) != len(columns):
            reason = f"{len(cells)} cells where the head has {len(columns)} columns"
            raise BadKnowledge(path.name, f"line {number}", reason)
        raw: dict[str, Any] = {
            name: cell.split(MANY) if name in many else cell for name, cell in zip(columns, cells, strict=True) if cell
        }
        yield _as(raw, kind, path.name, f"line {number} ({cells[0]})")


def _columns(file: str, columns: list[str], kind: type[Any]) -> frozenset[str]:
    """The columns that hold several values; a column the type lacks, or lacks itself, is refused."""
    fields = {f.encode_name: f for f in msgspec.structs.fields(kind)}
    unknown = [c for c in columns if c not in fields]
    missing = [name for name, f in fields.items() if f.required and name not in columns]
    if unknown or missing or len(set(columns)) < len(columns):
        reason = f"columns {columns}: unknown {unknown}, missing {missing}; known are {list(fields)}"
        raise BadKnowledge(file, "line 1", reason)
    return frozenset(name for name, f in fields.items() if get_origin(f.type) in (tuple, frozenset, list))


def _as(raw: Any, kind: type[T], file: str, entry: str) -> T:
    try:
        return msgspec.convert(raw, kind, strict=False)
    except (msgspec.ValidationError, BadValue) as e:
        raise BadKnowledge(file, entry, str(e)) from e


def _text(path: Traversable | Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as e:
        raise BadKnowledge(path.name, "the file", "is missing") from e
    except UnicodeDecodeError as e:
        raise BadKnowledge(path.name, "the file", f"is not UTF-8: {e}") from e
