"""Lines of gold files: read from .jsonl and .jsonl.gz, stripped to what is input, written back."""

import gzip
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

from demarche.model import BadInput

Row = dict[str, Any]

INPUT_FIELDS = frozenset({
    "id", "doc_id", "text", "html", "title", "date", "dct", "context", "url", "publisher", "lang", "collection",
    "source_class", "official_of",
})  # fmt: skip
"""The fields of a line that any task may read to make its answer."""


def rows(path: Path) -> list[Row]:
    """The objects of a .jsonl or .jsonl.gz file, one a line, gold and all: for scorers only."""
    try:
        with _opened(path) as lines:
            return [_row(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    except (OSError, EOFError, zlib.error) as e:
        raise BadInput(f"cannot be read: {getattr(e, 'strerror', None) or e}", str(path)) from e


def inputs(path: Path, *, also: Collection[str] = ()) -> Iterator[Row]:
    """The lines of a file without their gold; `also` names further fields that this task may read."""
    keep = INPUT_FIELDS | set(also)
    for row in rows(path):
        yield {field: value for field, value in row.items() if field in keep}


def key(row: Row) -> Any:
    """The id of an item: its `id`, else its `doc_id`."""
    return row["id"] if row.get("id") is not None else row.get("doc_id")


def named(row: Row) -> Row:
    """The field that carries an item's id, as its prediction repeats it."""
    field = "id" if row.get("id") is not None else "doc_id"
    return {field: row.get(field)}


def by_key(predictions: Iterable[Row]) -> dict[Any, Row]:
    """Predictions under the id of their item."""
    return {key(row): row for row in predictions}


def write_rows(predictions: Sequence[Row], out: Path) -> None:
    """Write predictions as JSON lines: UTF-8, LF."""
    out.parent.mkdir(parents=True, exist_ok=True)
    encode = msgspec.json.encode
    out.write_bytes(b"".join(encode(row) + b"\n" for row in predictions))


def _opened(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]


def _row(path: Path, number: int, line: bytes) -> Row:
    try:
        return msgspec.json.decode(line, type=Row)
    except msgspec.DecodeError as e:
        raise BadInput(f"line {number}: {e}", str(path)) from e
