"""From mode and status to the codes of the field: PLOVER's type, mode and contexts, and CAMEO's number.

Status is a field of its own here (law 4 of the house); PLOVER (manual 2.0, 2024) and CAMEO fold it into the type: a
planned meeting is AGREE/036, a refused one REJECT/125. What the two cannot say (denied, hypothetical, disputed) has no
code. The table is `data/plover/engagements.csv`.
"""

from functools import cache

from demarche.lexicon.tables import Row, data, load_csv
from demarche.model import Plover
from demarche.model.values import Mode, Status


class CodeRow(Row, frozen=True, kw_only=True):
    """One row of the table: the codes of a mode in a status."""

    mode: Mode
    status: Status
    type: str
    plover_mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str
    source: str


@cache
def _codes() -> dict[tuple[str, str], CodeRow]:
    return {(r.mode, r.status): r for r in load_csv(data("plover", "engagements.csv"), CodeRow)}


def plover(mode: Mode, status: Status) -> tuple[Plover | None, str | None]:
    """The PLOVER and CAMEO codes of an engagement; both null where the schemes have no word for its status."""
    row = _codes().get((mode, status))
    if row is None:
        return None, None
    return Plover(type=row.type, mode=row.plover_mode, context=row.context), row.cameo


class ActRow(Row, frozen=True, kw_only=True):
    """One row of the acts' table: what an act whose CAMEO code begins with `cameo` is in a status."""

    cameo: str
    status: Status
    type: str
    mode: str | None = None
    code: str
    source: str


@cache
def _act_rows() -> dict[tuple[str, str], ActRow]:
    return {(r.cameo, r.status): r for r in load_csv(data("plover", "acts.csv"), ActRow)}


REAL: frozenset[Status] = frozenset({"happened", "ongoing"})
VERBAL = ("03", "09", "10", "11", "12", "13")
""" "Promised to condemn it", "will reject it": said beforehand, a word of conflict is one already."""


def act_codes(
    type_: str | None, mode: str | None, context: tuple[str, ...], cameo: str | None, status: Status
) -> tuple[Plover | None, str | None]:
    """The PLOVER and CAMEO codes of an act in its status; both null where the schemes have no word for it."""
    if type_ is None or cameo is None:
        return None, None
    if status in REAL:
        return Plover(type=type_, mode=mode, context=context), cameo
    row = next((r for n in range(len(cameo), 0, -1) if (r := _act_rows().get((cameo[:n], status)))), None)
    if row is not None:
        return Plover(type=row.type, mode=row.mode, context=context), row.code
    if status in ("planned", "expected") and cameo.startswith(VERBAL):
        return Plover(type=type_, mode=mode, context=context), cameo
    return None, None
