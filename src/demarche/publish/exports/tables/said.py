"""Tables of what documents say and records do not merge: statements, positions, figures, assertions."""

from collections.abc import Iterator
from typing import Any

from demarche.model import Assertion, Figure, Participant, Position, Statement
from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.publish.holdings import Holdings


def _found(holdings: Holdings, kind: type[Any]) -> Iterator[Any]:
    return (claim for claim in holdings.claims if isinstance(claim, kind))


def _place(claim: Any) -> dict[str, str | int | float]:
    names = ("id", "document", "start", "end", "quote", "found_by", "confidence")
    return {name: getattr(claim, name) for name in names}


def _names(people: tuple[Participant, ...]) -> tuple[str, ...]:
    return tuple(p.name or p.side or "" for p in people)


def _countries(people: tuple[Participant, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.country for p in people if p.country))


def _statements(holdings: Holdings) -> Iterator[Row]:
    statement: Statement
    for statement in _found(holdings, Statement):
        yield {
            **_place(statement),
            "kind": statement.kind,
            "speakers": _names(statement.speakers),
            "speaker_countries": _countries(statement.speakers),
            "content_start": statement.content.start,
            "content_end": statement.content.end,
            "content": statement.content.quote,
            "rest": tuple(words.quote for words in statement.rest),
            "cue": statement.cue.quote if statement.cue else None,
            "source": statement.source.quote if statement.source else None,
            "addressees": _names(statement.addressees),
            "venue": statement.venue,
            "date": statement.date.start if statement.date else None,
            "topics": statement.topics,
        }


def _positions(holdings: Holdings) -> Iterator[Row]:
    position: Position
    for position in _found(holdings, Position):
        yield {
            **_place(position),
            "actors": _names(position.actors),
            "actor_countries": _countries(position.actors),
            "target": position.target,
            "stance": position.stance,
            "about": position.about,
            "cue": position.cue.quote if position.cue else None,
            "date": position.date.start if position.date else None,
            "attributed_to": _names((position.attributed_to,)) if position.attributed_to else (),
        }


def _figures(holdings: Holdings) -> Iterator[Row]:
    figure: Figure
    for figure in _found(holdings, Figure):
        names = ("value", "low", "high", "unit", "qualifier", "what", "period", "source", "compared_with")
        yield {**_place(figure), **{name: getattr(figure, name) for name in names}}


def _assertions(holdings: Holdings) -> Iterator[Row]:
    assertion: Assertion
    for assertion in _found(holdings, Assertion):
        yield {
            **_place(assertion),
            "speakers": _names(assertion.speakers),
            "about": assertion.about,
            "parties": _names(assertion.parties),
            "since": assertion.since,
            "whose": _names((assertion.whose,))[0] if assertion.whose else None,
            "what": assertion.what.quote if assertion.what else None,
        }


_PLACE = columns(string="id document", integer="start end", string_2="quote found_by", number="confidence")

STATEMENTS = Table(
    "statements",
    "Who said what",
    _PLACE | columns(string="kind speakers[] speaker_countries[]", integer="content_start content_end",
                     string_2="content rest[] cue source addressees[] venue", date="date", string_3="topics[]"),
    _statements,
)  # fmt: skip
POSITIONS = Table(
    "positions",
    "Who takes which stance towards what",
    _PLACE
    | columns(string="actors[] actor_countries[] target stance about cue", date="date", string_2="attributed_to[]"),
    _positions,
)
FIGURES = Table(
    "figures",
    "A number that a text gives, and what it counts",
    _PLACE | columns(number="value low high", string="unit qualifier what period source compared_with"),
    _figures,
)
ASSERTIONS = Table(
    "assertions",
    "A claim about the record itself",
    _PLACE | columns(string="speakers[] about parties[] since whose what"),
    _assertions,
)
