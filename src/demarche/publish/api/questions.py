"""The parameters of a list -> a question: each field of `publish.queries` by its own name, several values by commas."""

from typing import Annotated, Literal

from litestar.params import Parameter

from demarche.publish.queries import Query, made, query

Words = Annotated[
    str | None, Parameter(description="Words, or fields and words: `country:RUS mode:visit grain`.", max_length=400)
]
Values = Annotated[str | None, Parameter(description="One value, or several with commas.", max_length=400)]
Day = Annotated[str | None, Parameter(description="A day, YYYY-MM-DD.", pattern=r"^\d{4}-\d{2}-\d{2}$")]
Limit = Annotated[int, Parameter(ge=1, le=500, description="Items on a page.")]
Cursor = Annotated[str | None, Parameter(description="`next` of the page before.", max_length=400)]
Moment = Annotated[str | None, Parameter(description="A moment in UTC, as ISO 8601.", max_length=40)]
Level_ = Annotated[
    Literal["head", "minister", "deputy", "ambassador", "official"] | None,
    Parameter(query="level", description="The lowest level that counts."),
]
Id = Annotated[str, Parameter(max_length=120, description="An id, also an older one.")]


def asked(
    q: Words = None,
    country: Values = None,
    type: Values = None,
    mode: Values = None,
    event: Values = None,
    status: Values = None,
    level: Values = None,
    topic: Values = None,
    side: Values = None,
    actor: Values = None,
    since: Day = None,
    until: Day = None,
) -> Query:
    """The question of a request."""
    given = {"country": country, "type": type, "mode": mode, "event": event, "status": status, "level": level,
             "topic": topic, "side": side, "actor": actor, "since": since, "until": until}  # fmt: skip
    fields = {name: [v for v in value.split(",") if v] for name, value in given.items() if value}
    typed = query(q) if q else Query()
    own = made(fields)
    return Query(
        countries=typed.countries | own.countries, types=typed.types | own.types, modes=typed.modes | own.modes,
        events=typed.events | own.events, statuses=typed.statuses | own.statuses, topics=typed.topics | own.topics,
        accounts=typed.accounts | own.accounts, actors=typed.actors | own.actors,
        level=own.level or typed.level, since=own.since or typed.since,
        until=own.until or typed.until, words=typed.words,
    )  # fmt: skip
