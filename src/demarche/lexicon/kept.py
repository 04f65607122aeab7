"""What is worked out from the tables, kept in the user's cache folder for the next run.

A cache is named for the bytes of the tables and of the modules that read them, so that no old one is taken for new.
One that is missing, cut short or cannot be written costs time and nothing else.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

T = TypeVar("T")

MAKERS = ("actors.py", "names.py", "namesakes.py", "shelf.py", "surfaces.py", "tables.py")
"""The modules of which a change makes every cache an old one."""


def digest(folders: Iterable[Traversable | Path]) -> str:
    """What caches of these tables are named for."""
    found = hashlib.sha256(repr([msgspec.__version__, version("pyahocorasick")]).encode())
    for name in MAKERS:
        found.update(files("demarche.lexicon").joinpath(name).read_bytes())
    for folder in folders:
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".csv"):
                found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()[:16]


def path(name: str) -> Path:
    """Where something is kept."""
    return platformdirs.user_cache_path("demarche") / name


def kept(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """A value from its file, or made and put there."""
    try:
        return msgspec.msgpack.decode(path(name).read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        value = make()
        keep(name, lambda part: part.write_bytes(msgspec.msgpack.encode(value)))
        return value


def keep(name: str, write: Callable[[Path], object]) -> None:
    """Put a file in its place whole; where the folder cannot be written, the next run makes it again."""
    target = path(name)
    part = target.with_suffix(f".{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write(part)
        part.replace(target)
    except OSError:
        return
