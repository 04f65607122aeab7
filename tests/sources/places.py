"""What the tests of reading share: settings that need no clock and no network, and a short way to read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from demarche.model import Document, Reject
from demarche.sources import Raw, Settings, read

NOW = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
SETTINGS = Settings(clock=lambda: NOW, sleep=lambda seconds: None)
SMALL = Settings(clock=lambda: NOW, sleep=lambda seconds: None, max_bytes=100_000)

PROSE = (
    "The foreign ministers of France and Turkey met in Paris on Monday. They discussed the export of grain through "
    "the Black Sea, and agreed that their deputies would meet again in the autumn. "
)
PAGE = (
    f"<html><head><title>A title</title></head><body><article><h1>A title</h1><p>{PROSE}</p><p>{PROSE}{PROSE}</p>"
    "</article></body></html>"
)


def wrote(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with that content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def all_of(*places: Path | str, settings: Settings = SETTINGS) -> list[Raw | Reject]:
    """Everything that reading the places gives."""
    return list(read(places, settings=settings))


def documents(*places: Path | str, settings: Settings = SETTINGS) -> list[Document]:
    """The documents only; anything refused fails the test."""
    return list(_accepted(all_of(*places, settings=settings)))


def document(*places: Path | str, settings: Settings = SETTINGS) -> Document:
    """The only document."""
    (one,) = documents(*places, settings=settings)
    return one


def reasons(*places: Path | str, settings: Settings = SETTINGS) -> list[str]:
    """Why what was refused was."""
    return [x.reason for x in all_of(*places, settings=settings) if isinstance(x, Reject)]


def _accepted(found: list[Raw | Reject]) -> Iterator[Document]:
    for one in found:
        assert isinstance(one, Raw), one
        yield one.document
