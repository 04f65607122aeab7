"""What a person typed as a day or as countries, in the form that the store has."""

import re
from datetime import date, timedelta

from demarche.model import UsageError

_AGO = re.compile(r"(\d{1,5})([dw])\Z")


def day(typed: str | None, today: date | None = None) -> str | None:
    """`2022-07-01` as it is; `7d` and `2w` are so long ago."""
    if typed is None:
        return None
    ago = _AGO.match(typed)
    if ago:
        days = int(ago[1]) * (7 if ago[2] == "w" else 1)
        return ((today or date.today()) - timedelta(days)).isoformat()
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError as e:
        raise UsageError(f"{typed!r} is no day; write it like 2022-07-01, or 7d for a week ago") from e


def days_of(week: str, today: date | None = None) -> tuple[str, str]:
    """The Monday and the Sunday of an ISO week; `last` is the one before this."""
    if week == "last":
        monday = (today or date.today()) - timedelta((today or date.today()).weekday() + 7)
    else:
        try:
            monday = date.fromisoformat(f"{week}-1")
        except ValueError as e:
            raise UsageError(f"{week!r} is no week; write it like 2026-W47, or `last`") from e
    return monday.isoformat(), (monday + timedelta(6)).isoformat()


def codes(typed: str | None) -> frozenset[str]:
    """Countries as alpha-3 codes, whether they were typed as `RU`, `RUS` or both."""
    if typed is None:
        return frozenset()
    from demarche.publish.names import country

    return frozenset(country(name) for name in typed.split(",") if name.strip())
