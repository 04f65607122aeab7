"""A question to the record, as the command line, an address and a saved search ask it.

Written as words with or without a field: `country:RUS country:TUR mode:visit status:planned since:2026-01-01 grain`.
The same field twice widens the question (any of them), but `country` narrows it: all of them must take part. A word
without a field must stand in what the record shows.
"""

import shlex
import unicodedata
from collections.abc import Iterable

import msgspec

from demarche.model import Participant, Record, UsageError
from demarche.model.values import LEVELS, check_day
from demarche.publish.editions.selection import Choice, sides
from demarche.publish.names import country as country_code
from demarche.publish.names import named

FIELDS = ("country", "type", "mode", "event", "status", "level", "topic", "side", "actor", "since", "until")


class Query(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Conditions on records; an empty one asks for all of them.

    `countries`: every one takes part (alpha-3, or an organisation's id). `level` is the lowest that counts: *minister*
    takes heads in too. `accounts`: one of these sides tells of it. `actors`: ids of people, offices or bodies, one of
    whom takes part. `words`: each stands in what the record shows.
    """

    countries: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    modes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    accounts: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    level: str | None = None
    since: str | None = None
    until: str | None = None
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.level is not None and self.level not in LEVELS:
            raise UsageError(f"{self.level!r} is no level; there are {', '.join(LEVELS)}")
        check_day(self.since, "since")
        check_day(self.until, "until")

    def takes(self, record: Record) -> bool:
        """Does a record meet every condition?"""
        return (
            self.countries <= set(sides(record))
            and _among(self.types, record.type)
            and _among(self.modes, record.mode)
            and _among(self.events, record.event)
            and _among(self.statuses, record.status)
            and (not self.topics or not self.topics.isdisjoint(record.topics))
            and (not self.accounts or not self.accounts.isdisjoint(a.side or "press" for a in record.accounts))
            and (not self.actors or not self.actors.isdisjoint(p.actor for p in _people(record)))
            and (self.level is None or _at_least(record.level, self.level))
            and Choice(self.since, self.until).takes(record)
            and self._words_in(record)
        )

    def _words_in(self, record: Record) -> bool:
        shown = folded(" ".join(_shown(record))) if self.words else ""
        return all(folded(word) in shown for word in self.words)


def _among(wanted: frozenset[str], value: str | None) -> bool:
    return not wanted or value in wanted


def _at_least(level: str, wanted: str) -> bool:
    return level != "unknown" and LEVELS.index(level) <= LEVELS.index(wanted)


def _people(record: Record) -> tuple[Participant, ...]:
    return record.participants + record.actors + record.targets


def _shown(record: Record) -> Iterable[str]:
    """What a reader sees of a record."""
    yield from (x for x in (record.mode, record.event, record.event_name, record.what) if x)
    for p in _people(record):
        yield from (x for x in (p.name, p.role) if x)
    yield from map(named, sides(record))
    yield from record.topics
    if record.place:
        yield record.place.name
    yield from (e.quote for e in record.evidence)


def folded(text: str) -> str:
    """Text without marks and case, as a search compares it: *Erdoğan* is found by *erdogan*."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def query(asked: str) -> Query:
    """The question in somebody's words; a field or a value that there is not is refused by name."""
    try:
        parts = shlex.split(asked)
    except ValueError as e:
        raise UsageError(f"{asked!r}: a quotation mark is not closed") from e
    fields: dict[str, list[str]] = {}
    words: list[str] = []
    for part in parts:
        name, colon, value = part.partition(":")
        if colon and name in FIELDS and value:
            fields.setdefault(name, []).extend(v for v in value.split(",") if v)
        elif colon and name.isalpha() and name.islower() and value and not value.startswith("//"):
            raise UsageError(f"{part!r}: no field is called {name}; there are {', '.join(FIELDS)}")
        else:
            words.append(part)
    return made(fields, words)


def made(fields: dict[str, list[str]], words: Iterable[str] = ()) -> Query:
    """A question from the values of its fields."""
    unknown = sorted(fields.keys() - set(FIELDS))
    if unknown:
        raise UsageError(f"no field is called {', '.join(unknown)}; there are {', '.join(FIELDS)}")

    def many(name: str) -> frozenset[str]:
        return frozenset(fields.get(name, ()))

    def last(name: str) -> str | None:
        return fields[name][-1] if fields.get(name) else None

    return Query(
        countries=frozenset(v if ":" in v else country_code(v) for v in fields.get("country", ())),
        types=many("type"),
        modes=many("mode"),
        events=many("event"),
        statuses=many("status"),
        topics=many("topic"),
        accounts=frozenset(v if v == "press" or ":" in v else country_code(v) for v in fields.get("side", ())),
        actors=many("actor"),
        level=last("level"),
        since=last("since"),
        until=last("until"),
        words=tuple(words),
    )
