"""What a person decided about the record: kept for ever, applied last on every run, and undone only by another one."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from demarche.model.errors import BadValue
from demarche.model.span import Span

Action = Literal["correct", "confirm", "same", "different", "undo"]


class Anchor(msgspec.Struct, frozen=True, order=True):
    """A claim as it stood when somebody judged it: its id, and its words, by which it is found under another id."""

    claim: str
    span: Span


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """`correct` sets a field of a record, `confirm` leaves it as it is; `same` and `different` are about two groups of
    claims, `a` and `b`, of which every pair belongs into one record or never; `undo` takes an earlier judgement back.

    `machine` and `value` are JSON. `evidence` is a digest of the words the field rested on. `at` is a moment in UTC.
    """

    id: str = ""
    action: Action
    record: str | None = None
    field: str | None = None
    machine: str | None = None
    value: str | None = None
    a: tuple[Anchor, ...] = ()
    b: tuple[Anchor, ...] = ()
    evidence: str | None = None
    undoes: str | None = None
    who: str
    why: str
    at: str

    def __post_init__(self) -> None:
        if self.action in ("correct", "confirm") and not (self.record and self.field and self.a):
            raise BadValue(f"{self.action}: a record, its claims and a field are needed")
        if self.action in ("same", "different") and not (self.a and self.b):
            raise BadValue(f"{self.action}: two groups of claims are needed")
        if self.action == "undo" and not self.undoes:
            raise BadValue("undo: which judgement?")


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold, the oldest first: not undone, an undone undo being none itself."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    gone: set[str] = set()
    for j in reversed(ordered):
        if j.action == "undo" and j.undoes and j.id not in gone:
            gone.add(j.undoes)
    return tuple(j for j in ordered if j.action != "undo" and j.id not in gone)
