"""Records -> cooperation and conflict, apart: the sum of the positive PLOVER scores and that of the negative ones.

Never their net: a call and a sanction would cancel out, and a busy year look like a silent one. The scores are PLOVER's
(manual 2.0, table 2.2; after Goldstein, *A Conflict-Cooperation Scale for WEIS Events Data*, JCR 36, 1992); beside them
stand the counts of each quad class, which need no weights. What did not take place is in neither, but for words: a
threat is spoken when it is made.
"""

from collections.abc import Iterable, Iterator

from demarche.lexicon.scale import ScaleRow, scale
from demarche.model import Record
from demarche.network.figure import Number, rounded
from demarche.network.parties import others, sides

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def conflict(state: str, records: Iterable[Record]) -> Iterator[Number]:
    """Both sums and the four counts, once of what the state did and once of what was done to it."""
    scored = sorted(((r, row) for r in records if others(r, state) and (row := _row(r))), key=lambda pair: pair[0].id)
    for direction in ("by", "towards", "with"):
        own = [(r, row) for r, row in scored if _direction(r, state) == direction]
        for name, sign in (("cooperation", 1), ("conflict", -1)):
            part = [(r, row) for r, row in own if row.score * sign > 0]
            total = sum(row.score for _, row in part)
            yield Number(metric=f"{name}_{direction}", value=rounded(total), of=len(part),
                         note="sum of PLOVER scores", records=tuple(r.id for r, _ in part))  # fmt: skip
        for quad, name in QUADS.items():
            part = [(r, row) for r, row in own if row.quad == quad]
            yield Number(metric=f"quad_{direction}", about=name, value=len(part), records=tuple(r.id for r, _ in part))


def _row(record: Record) -> ScaleRow | None:
    real = record.status in ("happened", "ongoing", "threatened", "refused") and not record.generic
    return scale(record.plover.type, record.plover.mode) if real and record.plover else None


def _direction(record: Record, state: str) -> str:
    """Engagements are done *with* others; an act by the state, or towards it."""
    if record.type == "engagement":
        return "with"
    return "by" if state in sides(record.actors) else "towards"
