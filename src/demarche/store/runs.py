"""The run log, and what the runs refused."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from demarche.model import Reject
from demarche.store import schema
from demarche.store.link import Link
from demarche.store.shelf import encoded
from demarche.store.succession import now

State = Literal["running", "done", "failed"]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One run of a command: moments in UTC, the package's version, its settings and what came of it."""

    id: int
    command: str
    started: str
    finished: str | None
    state: State
    version: str
    settings: dict[str, Any]
    report: dict[str, Any] | None


class Runs:
    """`for run in store.runs`: the oldest first. A run that was killed stays `running`."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def begin(self, command: str, version: str, settings: dict[str, Any]) -> int:
        """Open an entry, and give its number."""
        row = {"command": command, "started": now(), "state": "running", "version": version}
        with self.link.writing() as connection:
            result = connection.execute(sa.insert(schema.runs).values(**row, settings=encoded(settings)))
            return int((result.inserted_primary_key or (0,))[0])

    def end(self, run: int, state: State, report: object = None) -> None:
        """Close an entry."""
        with self.link.writing() as connection:
            values = {"finished": now(), "state": state, "report": encoded(report)}
            connection.execute(sa.update(schema.runs).where(schema.runs.c.id == run).values(**values))

    def __iter__(self) -> Iterator[Run]:
        for row in self.link.rows(sa.select(schema.runs).order_by(schema.runs.c.id)):
            number, command, started, finished, state, version, settings, report = row
            yield Run(
                id=number, command=command, started=started, finished=finished, state=state, version=version,
                settings=msgspec.json.decode(settings), report=msgspec.json.decode(report) if report else None,
            )  # fmt: skip

    def last(self) -> Run | None:
        """The youngest entry."""
        runs = list(self)
        return runs[-1] if runs else None


class Rejects:
    """`for reject in store.rejects`: each refused item once a step; it goes when the item is taken after all."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def put(self, rejects: Iterable[Reject], run: int | None = None) -> None:
        """Keep what a run refused."""
        self.link.put(schema.rejects, (_row(reject, run) for reject in rejects))

    def clear(self, step: str, items: Iterable[str] | None = None) -> None:
        """Forget what a step refused: all of it, or certain items."""
        if items is None:
            self.link.delete(schema.rejects, schema.rejects.c.step == step)
            return
        with self.link.writing():
            for item in items:
                self.link.delete(schema.rejects, schema.rejects.c.step == step, schema.rejects.c.item == item)

    def __iter__(self) -> Iterator[Reject]:
        table = schema.rejects
        rows = self.link.rows(sa.select(table.c.step, table.c.item, table.c.reason))
        yield from sorted(Reject(*row) for row in rows)  # not by the database: PostgreSQL sorts by its own locale

    def __len__(self) -> int:
        found = self.link.row(sa.select(sa.func.count()).select_from(schema.rejects))
        return int(found[0]) if found else 0


def _row(reject: Reject, run: int | None) -> dict[str, Any]:
    return {"step": reject.step, "item": _shown(reject.item), "reason": _shown(reject.reason), "run": run}


def _shown(text: str) -> str:
    """A name as it can be kept: the name of a file may hold bytes that are no UTF-8, and even a NUL is possible."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "\\x00")
