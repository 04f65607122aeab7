"""Records -> coded events, as the event data sets of the field write them: who, to whom, which code, when, where.

A visitor is the actor and the host the recipient; where nobody visits and nobody calls, all are actors (PLOVER manual
2.0, section 2). What has no code in PLOVER (a denied report, a hypothetical) gives no event.
"""

from collections.abc import Iterator

import msgspec

from demarche.lexicon.scale import scale
from demarche.model import Document, Participant, Plover, Record
from demarche.publish.holdings import Holdings

ACTIVE = frozenset({"visitor", "caller"})
PASSIVE = frozenset({"host", "receiver"})
HEADS = {"head_of_state": "S", "supreme_leader": "S", "head_of_government": "G", "leader": "GS", "crown_prince": "CP"}
"""COLT's letters for heads of state (S) and government (G)."""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A record with its codes; `actors` did it, `recipients` it was done to (none in a mutual event)."""

    record: Record
    plover: Plover
    cameo: str
    quad: int
    score: float
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]

    @property
    def day(self) -> str | None:
        """The first day of the event; null where only a span wider than a week is known."""
        date = self.record.date
        if date is None or date.start is None or date.precision not in ("day", "week", "approx"):
            return None
        return date.start


def events(holdings: Holdings) -> Iterator[Event]:
    """Every record that has a code, one event each, generic mentions left out."""
    for record in holdings.records:
        if event := coded(record):
            yield event


def coded(record: Record) -> Event | None:
    """The event of one record; null where the schemes have no word for it."""
    if record.plover is None or record.generic:
        return None
    row = scale(record.plover.type, record.plover.mode)
    if row is None:
        return None
    actors, recipients = _sides(record)
    if not actors and not recipients:
        return None
    return Event(
        record=record, plover=record.plover, cameo=record.cameo or "", quad=row.quad, score=row.score,
        actors=actors, recipients=recipients,
    )  # fmt: skip


def _sides(record: Record) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    if record.type == "act":
        return record.actors, record.targets
    active = tuple(p for p in record.participants if p.part in ACTIVE)
    passive = tuple(p for p in record.participants if p.part in PASSIVE)
    if not active or not passive:
        return record.participants, ()
    others = tuple(p for p in record.participants if p.part not in ACTIVE | PASSIVE)
    return (*active, *others), passive


def pairs(event: Event) -> list[tuple[Participant, Participant]]:
    """Directed pairs of different parties: each actor with each recipient; a mutual event both ways."""
    ends = event.recipients or event.actors
    found: dict[tuple[str, str], tuple[Participant, Participant]] = {}
    for a in event.actors:
        for b in ends:
            if a.side and b.side and a.side != b.side:
                found.setdefault((a.side, b.side), (a, b))
    return list(found.values())


def sector(who: Participant) -> str:
    """PLOVER's sector: what the words gave; GOV for somebody who holds an office of a state."""
    if who.sector:
        return who.sector
    return "GOV" if who.role or (who.actor or "").startswith(("office:", "organ:", "iso:")) else ""


def words(record: Record) -> str:
    """The words that tell of it best: those of its kind, else the first that it rests on."""
    told = [e.quote for e in record.evidence if e.field in ("mode", "event")]
    return (told or [e.quote for e in record.evidence] or [""])[0]


def first_document(event: Event, holdings: Holdings) -> Document:
    """The earliest published document that tells of it."""
    ids = {holdings.claim(id).document for id in event.record.claims}
    return min(map(holdings.document, ids), key=lambda d: (d.published or "9999", d.id))
