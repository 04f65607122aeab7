"""A record -> its entry: the sentence, what is known around it, and a footnote for each witness."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from demarche.model import BadValue, Claim, Participant, Record, StatusEntry
from demarche.publish.editions.acts import label, quoted
from demarche.publish.editions.changes import since_then
from demarche.publish.editions.dating import when
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.headlines import headline, place
from demarche.publish.editions.nouns import Entry, Move
from demarche.publish.editions.selection import HAPPENED, ROUGH, UNDATED, part
from demarche.publish.material import Material
from demarche.publish.names import named, person, side

WITNESSES = 5
"""Footnotes of one entry at most, one a family; the rest is counted."""

LEVEL_NAMES = {
    "head": "heads of state or government", "minister": "ministers", "deputy": "deputies", "ambassador": "ambassadors",
    "official": "officials",
}  # fmt: skip
PRESS = {
    "official": "official texts", "wire": "agencies", "press": "press", "state_media": "state media",
    "analysis": "analysts", "other": "other texts",
}  # fmt: skip
FIELD_NAMES = {"date": "date", "place": "place", "topics": "topics", "status": "status", "mode": "form of contact"}


class Desk:
    """Writes the entries of one edition; holds what all of them look things up in."""

    def __init__(self, material: Material, notes: Footnotes, boxes: Mapping[str, tuple[int, ...]]) -> None:
        self.material = material
        self.notes = notes
        self.boxes = boxes
        self.family = {d: f.id for f in material.families for d in f.documents}
        self.best = {f.id: f.best for f in material.families}

    def entry(self, record: Record) -> Entry:
        """The entry of a record, its footnotes numbered on the way."""
        shown = self._witnesses(record)
        if not shown:
            raise BadValue(f"record {record.id} rests on claims that are not there")
        cited = {c.id: self._cite(record, c) for c in shown[:WITNESSES]}
        moves = tuple(self._move(record, e) for e in _turns(self._known(record)))
        change = since_then(record, self.material.seen)
        return Entry(
            record=record.id,
            headline=headline(record, self._quoted(record, shown[0])),
            when=when(record),
            week=part(record) not in (ROUGH, UNDATED),
            mode=record.mode.replace("_", " ") if record.mode else label(record.event),
            status=record.status,
            place=place(record) if record.mode != "visit" else None,
            topics=record.topics,
            level=LEVEL_NAMES.get(record.level),
            witnesses=witnesses(record),
            accounts=_accounts(record),
            attributed_to=_informant(record.attributed_to),
            moves=moves,
            notes=tuple(sorted({*cited.values(), *(m.note for m in moves)})),
            unshown=max(len(shown) - WITNESSES, 0),
            change=change.change,
            was=change.status,
            caption=record.evidence_kind == "photo_caption",
            boxes=self.boxes.get(record.id, ()),
        )

    def _quoted(self, record: Record, claim: Claim) -> str | None:
        return quoted(claim, self.material.documents[claim.document].text) if record.type == "act" else None

    def _known(self, record: Record) -> list[StatusEntry]:
        return [e for e in record.status_history if e.claim in self.material.claims]

    def _witnesses(self, record: Record) -> list[Claim]:
        """One claim a family: that of its best text, with the status the record has, the earliest first."""
        said = {e.claim: e for e in record.status_history}
        claims = [c for id in record.claims if (c := self.material.claims.get(id))]

        def order(c: Claim) -> tuple[str, bool, bool, bool, str, str]:
            family = self.family.get(c.document, c.document)
            told = said.get(c.id)
            late = told.as_of if told and told.as_of else "9999"
            wrong = told is None or told.status != record.status
            return (family, wrong, _undated(c), c.document != self.best.get(family), late, c.id)

        first = [next(group) for _, group in groupby(sorted(claims, key=order), key=lambda c: order(c)[0])]
        return sorted(first, key=lambda c: (order(c)[1], order(c)[4], c.id))

    def _cite(self, record: Record, claim: Claim) -> int:
        fields = [
            msgspec.structs.replace(e, field=_label(record, e.field)) for e in record.evidence if e.claim == claim.id
        ]
        return self.notes.cite(claim.document, claim.start, claim.end, claim.quote, claim.sentence, fields)

    def _move(self, record: Record, turn: StatusEntry) -> Move:
        return Move(status=turn.status, as_of=turn.as_of, note=self._cite(record, self.material.claims[turn.claim]))


def _undated(claim: Claim) -> bool:
    return getattr(claim, "date", None) is None


def _turns(history: Sequence[StatusEntry]) -> list[StatusEntry]:
    """The entries at which the status became another; none where it never did. An event once told stays told."""
    turns: list[StatusEntry] = []
    for entry in history:
        undone = turns and turns[-1].status in HAPPENED and entry.status in ("planned", "expected", "proposed")
        if not undone and (not turns or turns[-1].status != entry.status):
            turns.append(entry)
    return turns if len(turns) > 1 else []


def witnesses(record: Record) -> str:
    """*3 independent sources (27 copies)*, *10 reports, 1 independent source*: informants, and what only repeats."""
    copies = record.documents - record.families
    told = _count(record.origins, "independent source", "independent sources")
    if record.families > record.origins:
        told = f"{_count(record.families, 'report', 'reports')}, {told}"
    return f"{told} ({_count(copies, 'copy', 'copies')})" if copies else told


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"


def _informant(p: Participant | None) -> str | None:
    return person(p) if p and (p.name or side(p)) else None


def _accounts(record: Record) -> tuple[str, ...]:
    """Whose accounts there are; nothing where all that is known of the sources is that they are texts."""
    told = dict.fromkeys(f"{named(a.side)}, official" if a.side else PRESS[a.source_class] for a in record.accounts)
    return () if set(told) <= {PRESS["other"]} else tuple(told)


def _label(record: Record, field: str) -> str:
    """What the words of a field are shown as: `participants.0` is that participant's name."""
    name, _, number = field.partition(".")
    people = {"participants": record.participants, "actors": record.actors, "targets": record.targets}.get(name, ())
    if number.isdigit() and int(number) < len(people):
        p = people[int(number)]
        return p.name or p.role or (named(p.side) if p.side else name)
    return FIELD_NAMES.get(name, name)
