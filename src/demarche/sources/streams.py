"""Bytes in bounded amounts: whole items up to a limit, lines up to a limit, gzip without its bombs."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from demarche.model import BadInput
from demarche.sources.settings import Settings

GZIP = b"\x1f\x8b"
_CHUNK = 1 << 16


def whole(stream: BinaryIO, limit: int) -> bytes:
    """Everything in a stream, or a refusal if that is more than the limit."""
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise BadInput(f"larger than the limit of {limit:,} bytes")
    return raw


def lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; one beyond the limit comes as null and is skipped without ever being held."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
        else:
            yield number, None
            while line and not line.endswith(b"\n"):
                line = stream.readline(_CHUNK)


def unzipped(stream: BinaryIO, settings: Settings) -> io.BufferedReader:
    """A gzip stream opened, guarded against one that unpacks into far more than any text would."""
    return io.BufferedReader(_Guarded(stream, settings), _CHUNK)


class _Guarded(io.RawIOBase):
    """Refuses what is both larger than an item may be and packed tighter than text can be (about 20 to 1)."""

    def __init__(self, packed: BinaryIO, settings: Settings) -> None:
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed, mode="rb")
        self._settings = settings
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        room = memoryview(into)  # type: ignore[arg-type]
        try:
            piece = self._plain.read1(min(len(room), _CHUNK))  # what is there, before the damage is met
        except (EOFError, zlib.error, gzip.BadGzipFile) as e:
            raise BadInput(f"damaged gzip: {e}") from e
        self._size += len(piece)
        ratio = self._size / max(1, self._packed.tell())
        if self._size > self._settings.max_bytes and ratio > self._settings.max_ratio:
            raise BadInput(f"a gzip bomb: unpacks to more than {ratio:.0f} times its size")
        room[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()
