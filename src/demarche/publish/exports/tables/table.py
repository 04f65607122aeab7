"""A flat table over the store: its columns with their types, and its rows. Lists become `a;b` when it is written."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from demarche.publish.holdings import Holdings

Kind = Literal["string", "integer", "number", "boolean", "date", "list"]
Value = str | int | float | bool | tuple[str, ...] | None
Row = Mapping[str, Value]


class Table(msgspec.Struct, frozen=True):
    """What is said of every row, the columns in their order, and the rows of a holdings."""

    name: str
    says: str
    columns: dict[str, Kind]
    rows: Callable[[Holdings], Iterable[Row]]


def columns(**kinds: str) -> dict[str, Kind]:
    """Columns by type: `columns(string="id name", integer="documents")` in the order of writing.

    A name that ends in `[]` is a list of strings.
    """
    named: dict[str, Kind] = {}
    for kind, names in kinds.items():
        one = msgspec.convert(kind.rstrip("_0123456789"), Kind)
        named |= {name.removesuffix("[]"): "list" if name.endswith("[]") else one for name in names.split()}
    return named
