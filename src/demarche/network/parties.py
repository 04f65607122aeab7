"""Who does something to whom in a record: the sides of an act, and those of an engagement."""

from collections.abc import Iterable

from demarche.model import Participant, Record


def side(p: Participant) -> str | None:
    """The state or organisation somebody stands for; a person of neither is nobody's."""
    return p.country or (p.organisation if (p.organisation or "").startswith("org:") else None)


def sides(people: Iterable[Participant]) -> frozenset[str]:
    """The parties among some people."""
    return frozenset(s for p in people if (s := side(p)))


def others(record: Record, state: str) -> frozenset[str]:
    """Everybody else in a record that a state takes part in; empty where it does not."""
    everybody = sides(record.participants + record.actors + record.targets)
    return everybody - {state} if state in everybody else frozenset()


def day(record: Record) -> str | None:
    """The day it took place, else the day of the first word on its status."""
    if record.date and (record.date.start or record.date.end):
        return record.date.start or record.date.end
    return min((e.as_of for e in record.status_history if e.as_of), default=record.first_seen)
