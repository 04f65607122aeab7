"""How far a run is, on stderr, for whatever takes longer than two seconds: a bar on a terminal, lines elsewhere."""

import sys
import threading
from time import monotonic
from typing import Any, Self

PATIENCE_S = 2.0
BETWEEN_LINES_S = 10.0


class Progress:
    """Called with a stage, how much of it is done, and of how much. Shows nothing in the first two seconds."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._timer = threading.Timer(patience_s, self._appear)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._shown = False
        self._ended = False
        self._bar: Any = None
        self._task: Any = None
        self._now: tuple[str, int, int | None] = ("", 0, None)
        self._line_at = 0.0

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        with self._lock:
            another = stage != self._now[0]
            self._now = (stage, done, of)
            if self._shown:
                self._show(another)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar.stop()

    def _appear(self) -> None:
        with self._lock:
            if not self._ended:
                self._shown = True
                self._show(True)

    def _show(self, another: bool) -> None:
        if sys.stderr.isatty():
            self._move(another)
        elif another or monotonic() - self._line_at > BETWEEN_LINES_S:
            self._line_at = monotonic()
            print(_line(*self._now), file=sys.stderr, flush=True)

    def _move(self, another: bool) -> None:
        stage, done, of = self._now
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
        if another or self._task is None:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._task = self._bar.add_task(stage, total=of)
        self._bar.update(self._task, completed=done, total=of)


def _line(stage: str, done: int, of: int | None) -> str:
    if not done or not stage:
        return f"{stage or 'starting'} …"
    return f"{stage} {done:,} of {of:,}" if of else f"{stage} {done:,}"


def _bar() -> Any:
    """Rich obeys NO_COLOR and TERM by itself."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as RichProgress

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return RichProgress(*columns, console=Console(stderr=True), transient=True)
