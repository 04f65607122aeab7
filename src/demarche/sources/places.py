"""Paths as given -> the files to read: folders opened and sorted, no file twice, no loop followed, nothing special."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path

from demarche.model import Reject
from demarche.sources.items import Item, refused
from demarche.sources.settings import Settings

Seen = dict[str, str]
"""Resolved path, or address, to the place it was first read as."""


def files(path: Path, settings: Settings, seen: Seen, depth: int = 0) -> Iterator[Item | Reject]:
    """The file at a path, or all files in the folder there; hidden ones are left out unless given themselves."""
    try:
        mode = path.stat().st_mode
        resolved = str(path.resolve(strict=True))
    except (OSError, RuntimeError, ValueError) as e:
        yield refused(str(path), _why(e))
        return
    if first := seen.get(resolved):
        yield refused(str(path), f"already read as {first}")
    elif stat.S_ISDIR(mode):
        seen[resolved] = str(path)
        yield from _inside(path, settings, seen, depth)
    elif stat.S_ISREG(mode):
        seen[resolved] = str(path)
        yield Item(source=str(path), name=path.name, open=partial(_opened, path), retrieved_at=_now(settings))
    else:
        yield refused(str(path), "neither a file nor a folder")


def _inside(folder: Path, settings: Settings, seen: Seen, depth: int) -> Iterator[Item | Reject]:
    if depth >= settings.max_folders:
        yield refused(str(folder), f"more than {settings.max_folders} folders deep")
        return
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as e:
        yield refused(str(folder), _why(e))
        return
    for name in names:
        yield from files(folder / name, settings, seen, depth + 1)


def _opened(path: Path) -> BufferedReader:
    return path.open("rb")


def _now(settings: Settings) -> str:
    return settings.clock().isoformat(timespec="seconds")


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "not there"
    if isinstance(error, PermissionError):
        return "not allowed to read it"
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == 40:
        return "a loop of symbolic links"
    return f"cannot be read: {error}"
