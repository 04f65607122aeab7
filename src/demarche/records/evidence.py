"""The words behind every field of a record: for each, the claims that say what the record says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from demarche.model import Document, Engagement, Evidence, Participant, Record, Words
from demarche.records.people import person, same, side
from demarche.records.tellings import Event, Telling, involved, window
from demarche.records.time import gap


def evidence(record: Record, tellings: Iterable[Telling], documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    """All of it, sorted and each stretch once a field; `participants.0` is the first of the record's participants."""
    found: set[Evidence] = set()
    for t in tellings:
        found.update(_of_claim(record, t.claim, documents.get(t.claim.document)))
    return tuple(sorted(found, key=lambda e: (e.field, e.document, e.start, e.end, e.claim or "")))


def _of_claim(record: Record, claim: Event, document: Document | None) -> Iterator[Evidence]:
    def shown(field: str, words: Words) -> Evidence:
        return Evidence(claim.document, words.start, words.end, words.quote, field, claim.id)

    whole = Words(claim.start, claim.end, claim.quote)
    yield shown("status", whole)
    if isinstance(claim, Engagement):
        if claim.mode == record.mode:
            yield shown("mode", whole)
        if set(claim.topics) & set(record.topics):
            yield shown("topics", whole)
    if claim.date and claim.date.words and _agrees(record, claim):
        yield shown("date", claim.date.words)
    if claim.place and claim.place.words and record.place and claim.place.country in (None, record.place.country):
        yield shown("place", claim.place.words)
    for field, listed, told in _people(record, claim):
        for p in told:
            number = _place_of(p, listed)
            words = _words(p, claim, document)
            if number is not None and words is not None:
                yield shown(f"{field}.{number}", words)


def _agrees(record: Record, claim: Event) -> bool:
    mine, theirs = window(claim.date), window(record.date)
    return mine is None or theirs is None or gap(mine, theirs) == 0


def _people(record: Record, claim: Event) -> Iterator[tuple[str, Sequence[Participant], Sequence[Participant]]]:
    if isinstance(claim, Engagement):
        yield "participants", record.participants, involved(claim)
    else:
        yield "actors", record.actors, claim.actors
        yield "targets", record.targets, claim.targets


def _place_of(p: Participant, listed: Sequence[Participant]) -> int | None:
    """Which of the record's participants is it: the same person, else one of the same side and level, else the side."""
    me = person(p)
    mates = [i for i, q in enumerate(listed) if side(q) == side(p) and (side(p) or q.name == p.name)]
    for i in mates:
        them = person(listed[i])
        if me and them and (same(me, them) if me.named and them.named else me.level == them.level):
            return i
    return mates[0] if mates and me is None else None


def _words(p: Participant, claim: Event, document: Document | None) -> Words | None:
    """The words that name somebody: from the text where it is at hand, else from the claim's own quote."""
    if p.start is None or p.end is None:
        return None
    if claim.start <= p.start and p.end <= claim.end:
        return Words(p.start, p.end, claim.quote[p.start - claim.start : p.end - claim.start])
    text = document.text if document else ""
    return Words(p.start, p.end, text[p.start : p.end]) if p.end <= len(text) else None
