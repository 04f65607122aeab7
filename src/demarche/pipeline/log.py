"""The run's entry in the store: what it refused, how long each stage took, how it ended."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from demarche import __version__
from demarche.model import Reject, StoreError
from demarche.pipeline.report import Report
from demarche.pipeline.rest import rest
from demarche.store import Store

Tell = Callable[[str, int, int | None], None]
"""Told of a stage, how much of it is done, and of how much, if that is known."""


class Log:
    """Opened with a run and closed with it; tells whoever waits how far it is."""

    def __init__(self, store: Store, command: str, settings: dict[str, Any], tell: Tell | None) -> None:
        self._store = store
        self._tell = tell or (lambda stage, done, of: None)
        self._run = store.runs.begin(command, __version__, settings)
        self._began = perf_counter()
        self._stage, self._done = "", 0
        self.expected: int | None = None
        self.rejects: list[Reject] = []
        self.seconds: dict[str, float] = {}
        self._report: Report | None = None

    def __enter__(self) -> "Log":
        return self

    def __exit__(self, kind: type[BaseException] | None, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            self._store.runs.end(self._run, "done", self._report)
        elif not isinstance(failure, StoreError):  # a store that failed cannot be told so
            self._store.runs.end(self._run, "failed", {"error": f"{type(failure).__name__}: {failure}"})
        rest(self._store)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time a stage and tell of its start."""
        began = perf_counter()
        self._stage, self._done, self.expected = name, 0, None
        self._tell(name, 0, None)
        yield
        self.seconds[name] = round(perf_counter() - began, 3)

    def step(self) -> None:
        """One more item is done."""
        self._done += 1
        self._tell(self._stage, self._done, self.expected)

    def refuse(self, reject: Reject) -> None:
        """Keep a Reject."""
        self.rejects.append(reject)
        self._store.rejects.put([reject], self._run)

    def report(self, *, new: int = 0, read: int = 0) -> Report:
        """What the run did and what the store holds now."""
        store = self._store
        counts = {name: len(getattr(store, name)) for name in ("documents", "families", "claims", "records")}
        self._report = Report(
            **counts, differences=len(store.differences), measures=len(store.measures), new=new, read=read,
            rejects=tuple(self.rejects), seconds=round(perf_counter() - self._began, 3), stages=self.seconds,
        )  # fmt: skip
        return self._report
