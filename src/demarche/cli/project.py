"""A project: a folder with `demarche.toml` and a store. Which store a command means, and opening it."""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from demarche.model import BadKnowledge

if TYPE_CHECKING:
    from demarche.store import Store

FILE = "demarche.toml"
STORE = "demarche.db"

TEMPLATE = """\
# Settings of this demarche project. Every line may be left out.

# The store: a file beside this one, or a postgresql:// URL.
store = "demarche.db"

# Processes that read documents; 0 means as many as it is worth.
workers = 0

# Countries that digests are about, as ISO codes ("RU" or "RUS"); none means all.
focus = []
"""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `demarche.toml` may say."""

    store: str = STORE
    workers: int = 0
    focus: tuple[str, ...] = ()


class Project(msgspec.Struct, frozen=True):
    """A folder and its settings."""

    folder: Path
    settings: Settings

    @property
    def store(self) -> str:
        """The store's place, seen from here."""
        where = self.settings.store
        return where if "://" in where else str(self.folder / where)


def project(start: Path | None = None) -> Project | None:
    """The project of a folder: its own, or that of a folder above it."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return Project(folder, settings(folder / FILE))
    return None


def settings(file: Path) -> Settings:
    """Read a settings file, or refuse it with its name and the reason."""
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as e:
        raise BadKnowledge(str(file), "settings", str(e)) from e


def current() -> Settings:
    """The settings of the project around the current folder, or the defaults."""
    found = project()
    return found.settings if found else Settings()


def where(named: str | None) -> str:
    """The store that was named, or that of the project, or `demarche.db` here."""
    found = project()
    return named or (found.store if found else STORE)


def opened(where: str | None, *, create: bool = False) -> "Store":
    """The store that was named, or that of the project, or `demarche.db` here. A new one is made only if asked."""
    from demarche.store import Store

    if where:
        return Store(where, create=create)
    found = project()
    return Store(found.store if found else STORE, create=found is not None)
