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
