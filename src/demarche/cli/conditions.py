"""What a person typed as a day or as countries, in the form that the store has."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from demarche.model import UsageError

if TYPE_CHECKING:
    from demarche.network.windows import Window

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
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


def since(typed: str | None) -> str | None:
    """The first day of what was typed: `2021`, `2021-03`, a day, or `7d` ago."""
    return _edge(typed, typed)[0] if typed and _PART.match(typed) else day(typed)


def until(typed: str | None) -> str | None:
    """The last day of what was typed."""
    return _edge(typed, typed)[1] if typed and _PART.match(typed) else day(typed)


def period(typed: str, last: str) -> "Window":
    """`90d` and `12w` end with the last day; `2021`, `2021-03`, `2021-03-05` and `2021-01..2021-06` are whole."""
    from demarche.network.windows import Window, moved

    if ago := _AGO.match(typed):
        days = int(ago[1]) * (7 if ago[2] == "w" else 1)
        if not days:
            raise UsageError(f"{typed!r} has no day in it")
        return Window(moved(last, 1 - days), last)
    first, dots, end = typed.partition("..")
    window = Window(_edge(first, typed)[0], _edge(end if dots else first, typed)[1])
    if window.last < window.first:
        raise UsageError(f"{typed!r} ends before it begins")
    return window


def _edge(typed: str, whole: str) -> tuple[str, str]:
    """The first and the last day of a year, a month or a day."""
    found = _PART.match(typed.strip())
    try:
        if not found:
            raise ValueError(typed)
        year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
        first = date(year, month, day)
    except ValueError as e:
        raise UsageError(f"{whole!r} is no period; write 2021, 2021-03, 2021-01..2021-06, or 90d") from e
    if found[3]:
        return first.isoformat(), first.isoformat()
    months = 1 if found[2] else 12
    following = date(year + (month + months - 1) // 12, (month + months - 1) % 12 + 1, 1) if year < 9999 else date.max
    return first.isoformat(), (following - timedelta(1)).isoformat()


def party(typed: str) -> str:
    """A state as its alpha-3 code, or an organisation as its id: `RU`, `RUS`, `NATO`, `org:eu`."""
    from demarche.publish.names import country, known_as

    bare = typed.strip()
    if len(bare) > 3 or ":" in bare or not bare.isascii():
        found = known_as(bare)
        if found:
            return found
    try:
        return country(bare)
    except UsageError:
        found = known_as(bare)
        if found:
            return found
        raise


def codes(typed: str | None) -> frozenset[str]:
    """Countries as alpha-3 codes, whether they were typed as `RU`, `RUS` or both."""
    if typed is None:
        return frozenset()
    from demarche.publish.names import country

    return frozenset(country(name) for name in typed.split(",") if name.strip())
