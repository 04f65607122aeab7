"""What every part of a printed panel needs: its numbers by name, and how levels, codes and quotes are written."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from demarche.cli.columns import inert
from demarche.cli.names import named
from demarche.model.values import Level

if TYPE_CHECKING:
    from demarche.network.figure import Number
    from demarche.network.panel import Panel


class Told:
    """The numbers of a panel by name, and the records behind each where these are wanted."""

    def __init__(self, panel: "Panel", records: bool) -> None:
        self.panel, self._records = panel, records
        self.by = {(n.metric, n.about, n.level): n for n in panel.numbers}

    def get(self, metric: str, about: str | None = None, level: Level | None = None) -> "Number":
        """A number that every panel has."""
        return self.by[metric, about, level]

    def every(self, metric: str) -> "list[Number]":
        """All numbers of a name."""
        return [n for n in self.panel.numbers if n.metric == metric]

    def behind(self, ids: Iterable[str]) -> Iterator[str]:
        """The ids, in lines of four, where they are wanted."""
        own = list(ids) if self._records else []
        yield from ("      " + " ".join(own[i : i + 4]) for i in range(0, len(own), 4))


def names(codes: Iterable[str]) -> str:
    """Codes as names, in the order of the names."""
    return ", ".join(sorted(map(named, codes)))


def at(level: Level | None) -> str:
    """*at head level*, *at minister level or higher*."""
    return "at any level" if level is None else f"at {level} level" + ("" if level == "head" else " or higher")


def said(about: str | None) -> str:
    """A key as words."""
    return (about or "").replace("_", " ")


def short(text: str) -> str:
    """Words of a text on one line, the first of them."""
    clean = " ".join(inert(text).split())
    return clean if len(clean) <= 110 else f"{clean[:110]}…"
