"""A store with the work that can be done on it, in the words of the command line."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from demarche import pipeline, records
from demarche.desk.answer import Answer
from demarche.model import StoreError
from demarche.publish import Edition, edition
from demarche.publish.exports import export
from demarche.publish.queries import query as asked_for
from demarche.store import Store


class Desk:
    """`with demarche.open("desk.db") as desk:`; `store` is open to whoever needs more than this."""

    def __init__(self, store: Store, folder: "TemporaryDirectory[str] | None" = None) -> None:
        self.store = store
        self._folder = folder

    def add(self, *locations: str | Path) -> pipeline.Report:
        """Take in files, folders, feeds, archives, addresses; the report lists what was refused."""
        return pipeline.add(self.store, locations)

    def run(self, workers: int = 0) -> pipeline.Report:
        """Bring the record up to date; does nothing where nothing is new."""
        return pipeline.process(self.store, workers=workers)

    def query(self, asked: str = "") -> Answer:
        """What `country:RU mode:visit since:2026-01-01 grain` takes; everything, where nothing is asked."""
        return Answer(self.store, asked_for(asked) if asked.strip() else None)

    def compare(self, record: str) -> records.Comparison:
        """The accounts of a record's sides held against each other, by its id of today or an older one."""
        held = self.store.records.get(self.store.current(record))
        if held is None:
            raise StoreError(f"{self.store.name} holds no record {record}")
        return records.compare(held, pipeline.material(self.store, [held]))

    def edition(self, *, since: str | None = None, until: str | None = None, focus: Iterable[str] = ()) -> Edition:
        """The digest of some days and states, before it has a form."""
        return edition(self.store, since=since, until=until, focus=focus)

    def export(self, folder: str | Path, *formats: str, asked: str = "") -> list[Path]:
        """Write what a question takes into a folder, in each of the formats; the files written."""
        return export(self.store, Path(folder), formats, asked_for(asked) if asked.strip() else None)

    def close(self) -> None:
        """Give the connection back; a temporary store is gone then."""
        self.store.close()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()


def open(store: str | Path = "demarche.db", *, create: bool = False) -> Desk:
    """A store that is there: a file, or a postgresql:// URL. A new one is made only if asked."""
    return Desk(Store(store, create=create))


def run(*locations: str | Path, store: str | Path | None = None, workers: int = 0) -> Desk:
    """Read everything into a store and bring its record up to date. Without `store`, one that `close` takes away."""
    folder = None if store else TemporaryDirectory(prefix="demarche-")
    desk = Desk(Store(store or Path(folder.name if folder else "") / "demarche.db"), folder)
    with ExitStack() as failed:
        failed.callback(desk.close)
        desk.add(*locations)
        desk.run(workers)
        failed.pop_all()
    return desk


def query(store: str | Path | Store | Desk, asked: str = "") -> Answer:
    """What a question takes of a store: `demarche.query("desk.db", "country:RU mode:visit").to_pandas()`."""
    if isinstance(store, Desk):
        return store.query(asked)
    held = store if isinstance(store, Store) else Store(store, create=False)
    return Desk(held).query(asked)
