"""The items of a `Gather` on their way into its buckets: in memory while they are few, else in files.

A shuffle may be ten times its input: a hundred thousand documents have fifteen million keys, and meet under them
three hundred million times. What is inside a file is pickled: the folder is this run's own, of mode 700, and gone
with it.
"""

import pickle
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from types import TracebackType
from typing import Any, Self

from demarche.model import StoreError

HELD = 64 << 20
"""Bytes of items, encoded, that are held before they go into files."""

Keyed = tuple[str, bytes, Any]
"""An item with its key and the digest of its encoding."""


class Buckets:
    """So many buckets; each is given back once, whole."""

    def __init__(self, count: int, held: int = HELD) -> None:
        self._rows: list[list[Keyed]] = [[] for _ in range(count)]
        self._room = held
        self._bytes = 0
        self._folder: TemporaryDirectory[str] | None = None

    def put(self, bucket: int, row: Keyed, size: int) -> None:
        """Keep an item of so many bytes."""
        self._rows[bucket].append(row)
        self._bytes += size
        if self._bytes > self._room:
            self._spill()

    def each(self) -> Iterator[list[Keyed]]:
        """The items of each bucket that has any."""
        for number, rows in enumerate(self._rows):
            self._rows[number] = []
            if whole := [*self._written(number), *rows]:
                yield whole

    def _spill(self) -> None:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="demarche-")
        try:
            for number, rows in enumerate(self._rows):
                if rows:
                    with self._file(number).open("ab") as file:
                        pickle.dump(rows, file)
                    rows.clear()
        except OSError as e:
            raise StoreError(f"no room to sort in {gettempdir()}: {e.strerror}; TMPDIR may name another folder") from e
        self._bytes = 0

    def _written(self, number: int) -> Iterator[Keyed]:
        if self._folder is None or not self._file(number).exists():
            return
        with self._file(number).open("rb") as file:
            while file.peek(1):
                yield from pickle.load(file)
        self._file(number).unlink()

    def _file(self, number: int) -> Path:
        assert self._folder is not None
        return Path(self._folder.name) / f"{number:03}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()
