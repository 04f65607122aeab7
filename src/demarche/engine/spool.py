"""Rows on their way to a distributed engine: small Parquet files, since a worker gets a file at a time.

What is inside is pickled: the folder is this run's own, of mode 700, and gone with it; nothing later reads it.
"""

from collections.abc import Mapping
from pathlib import Path

FILE_BYTES = 4_000_000
"""A file ends after so many bytes ..."""

FILE_ROWS = 1
"""... or rows. A shard is seconds of work and a file half a millisecond more; a file comes back as a whole, and what is
in it is lost with its worker. Of eight shards a file, a hundred texts were one worker's and the others idle."""


class Spool:
    """Takes rows of one binary column `data` and one whole number `bucket`; `rows` says how many so far."""

    def __init__(self, folder: Path, *, file_rows: int = FILE_ROWS) -> None:
        self.folder = folder
        self._file_rows = file_rows
        self.rows = 0
        self._held: dict[str, list[bytes | int]] = {"bucket": [], "data": []}
        self._bytes = 0
        self._files = 0

    def put(self, bucket: int, data: bytes) -> None:
        """Keep a row."""
        self._held["bucket"].append(bucket)
        self._held["data"].append(data)
        self.rows += 1
        self._bytes += len(data)
        if self._bytes >= FILE_BYTES or len(self._held["data"]) >= self._file_rows:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        if self._held["data"]:
            _write(self.folder / f"{self._files:08}.parquet", self._held)
            self._files += 1
        self._held = {"bucket": [], "data": []}
        self._bytes = 0


def _write(path: Path, columns: Mapping[str, list[bytes | int]]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([("bucket", pa.int64()), ("data", pa.binary())])
    parquet.write_table(pa.table(dict(columns), schema=schema), path, compression="zstd")
