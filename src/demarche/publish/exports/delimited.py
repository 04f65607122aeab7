"""Tables without quotation marks, as the event data sets write them: one event a line, fields divided by tabs."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from demarche.publish.exports.files import fresh

_WHITE = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85  ", " "))


def written(path: Path, rows: Iterable[Sequence[object]], header: Sequence[str] = ()) -> Path:
    """A file of rows; no cell can break a line, because white space in it becomes a blank."""
    with fresh(path, "w", encoding="utf-8", newline="") as file:
        if header:
            file.write("\t".join(header) + "\n")
        for row in rows:
            file.write("\t".join(map(_cell, row)) + "\n")
    return path


def _cell(value: object) -> str:
    return "" if value is None else str(value).translate(_WHITE)


def number(id: str, digits: int = 9) -> int:
    """A stable whole number made from an id, for formats that allow no letters."""
    whole: int = int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big")
    return whole % int("1" + "0" * digits)
