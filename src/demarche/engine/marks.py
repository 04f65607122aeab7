"""The run folder: what each finished shard gave, so that a run that was stopped goes on where it stood.

Result and mark are one file and cannot disagree. It is written beside its place, forced to disk and renamed, so
that it is there whole or not at all; its checksum finds a file that the disk or a person has damaged.
"""

import hashlib
import os
from pathlib import Path

import msgspec


class Mark(msgspec.Struct, frozen=True):
    """A finished shard: the SHA-256 of its payload, and the payload."""

    sha256: str
    payload: bytes


class Marks:
    """The finished shards of a run; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def load(self, step: str, shard: str) -> bytes | None:
        """What the shard gave, or None where it is unfinished or its mark is damaged."""
        if self.folder is None:
            return None
        try:
            mark = msgspec.msgpack.decode(self._path(self.folder, step, shard).read_bytes(), type=Mark)
        except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return mark.payload if hashlib.sha256(mark.payload).hexdigest() == mark.sha256 else None

    def save(self, step: str, shard: str, payload: bytes) -> None:
        """Leave the mark of a finished shard."""
        if self.folder is None:
            return
        path = self._path(self.folder, step, shard)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, msgspec.msgpack.encode(Mark(hashlib.sha256(payload).hexdigest(), payload)))

    @staticmethod
    def _path(folder: Path, step: str, shard: str) -> Path:
        return folder / step / f"{shard}.mark"


def _write(path: Path, data: bytes) -> None:
    beside = path.with_suffix(f".{os.getpid()}.part")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    if os.name == "posix":
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Without this the rename itself may be lost when the power goes."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
