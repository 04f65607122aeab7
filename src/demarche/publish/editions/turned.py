"""Positions that moved -> lines: the stance of before and the one of now, each with its words."""

from demarche.model import Position
from demarche.network.turns import turns
from demarche.publish.editions.dating import day
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Turned
from demarche.publish.editions.selection import Choice
from demarche.publish.editions.stands import SURE
from demarche.publish.material import Material
from demarche.publish.names import together, within

MOST = 12


def turned(material: Material, choice: Choice, notes: Footnotes) -> tuple[Turned, ...]:
    """The turns whose later day is in the edition; the stance of before may be older."""
    days = {d.id: d.published for d in material.documents.values()}
    sure = (c for c in material.claims.values() if isinstance(c, Position) and c.confidence >= SURE)
    found = [
        t
        for t in turns((p for p in sure if p.document in material.documents), days)
        if choice.holds(t.after_day, t.after_day) and (not choice.focus or choice.focus & set(t.party))
    ]
    return tuple(
        Turned(
            actors=together([within(s) for s in t.party]), target=t.target, before=t.before.stance,
            after=t.after.stance, before_day=day(t.before_day), after_day=day(t.after_day),
            before_note=_cited(t.before, notes), after_note=_cited(t.after, notes),
        )
        for t in found[-MOST:]
    )  # fmt: skip


def _cited(p: Position, notes: Footnotes) -> int:
    return notes.cite(p.document, p.start, p.end, p.quote, p.sentence)
