"""The run folder: what each finished shard gave, so that a run that was stopped goes on where it stood.

Result and mark are one file and cannot disagree. It is written beside its place, forced to disk and renamed, so
that it is there whole or not at all; its checksum finds a file that the disk or a person has damaged.
"""

import hashlib
import os
from pathlib import Path
from typing import Any

import msgspec

from demarche.engine.plan import Step
from demarche.engine.work import opener
from demarche.model import Reject, StoreError


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
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, msgspec.msgpack.encode(Mark(hashlib.sha256(payload).hexdigest(), payload)))
        except OSError as e:
            raise StoreError(
                f"what step {step!r} gave cannot be kept in {self.folder}: {e.strerror}. What was finished is kept: "
                "make room and run the same command again to go on"
            ) from e

    @staticmethod
    def _path(folder: Path, step: str, shard: str) -> Path:
        return folder / step / f"{shard}.mark"


class Kept:
    """The marks of one step, opened: one that was left by a version whose results had another shape is not there."""

    def __init__(self, marks: Marks, step: Step) -> None:
        self._marks = marks
        self._step = step
        self._open = opener(step.gives)

    @property
    def folder(self) -> Path | None:
        """Where the marks are."""
        return self._marks.folder

    def payload(self, shard: str) -> bytes | None:
        """What a finished shard gave, as it was kept."""
        payload = self._marks.load(self._step.name, shard)
        try:
            return None if payload is None or not self.opened(payload) else payload
        except msgspec.DecodeError:
            return None

    def load(self, shard: str) -> tuple[list[Any], list[Reject]] | None:
        """Results and Rejects of a finished shard."""
        payload = self.payload(shard)
        return None if payload is None else self.opened(payload)

    def opened(self, payload: bytes) -> tuple[list[Any], list[Reject]]:
        """Results and Rejects in what a shard gave."""
        return self._open.decode(payload)

    def save(self, shard: str, payload: bytes) -> tuple[list[Any], list[Reject]]:
        """Leave the mark of a shard that has just been finished, and give what is in it."""
        self._marks.save(self._step.name, shard, payload)
        return self.opened(payload)


def _write(path: Path, data: bytes) -> None:
    beside = path.with_suffix(f".{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    if os.name == "posix":
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Without this the rename itself may be lost when the power goes."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
