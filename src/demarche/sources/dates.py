"""A date as machines and people write it -> an ISO day or moment; null for anything that is not surely a date.

The day is the one the writer's clock showed: `2022-07-29T23:30:00-04:00` was published on the 29th.
"""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_BARE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?Z?)?\Z")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_MONTHS = {
    m: n
    for n, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for m in names.split()
}  # fmt: skip
_WORD = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_MONTH_FIRST = re.compile(rf"\b{_WORD}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_WORD},?[\s-]+(\d{{4}})\b", re.I)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def day(written: str | None) -> str | None:
    """The calendar day of a date or moment."""
    written = (written or "").strip()[:200]
    if m := _BARE.match(written) or _ISO.match(written):
        return _valid(int(m[1]), int(m[2]), int(m[3]))
    if _EPOCH.match(written):
        return _from_epoch(written).date().isoformat()
    if m := _MONTH_FIRST.search(written):
        return _valid(int(m[3]), _MONTHS[m[1].lower()], int(m[2]))
    if m := _DAY_FIRST.search(written):
        return _valid(int(m[3]), _MONTHS[m[2].lower()], int(m[1]))
    return None


def moment(written: str | None) -> str | None:
    """The ISO moment of a date or time, its offset as written; a bare day stays one."""
    written = (written or "").strip()[:200]
    if _EPOCH.match(written):
        return _from_epoch(written).isoformat()
    found = _iso(written) or _mailed(written)
    if found is None or (found.time() == found.time().min and found.tzinfo is None):
        return day(written)
    return found.isoformat() if _FIRST_YEAR <= found.year < _LAST_YEAR else None


def _iso(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return None


def _mailed(written: str) -> datetime | None:
    """A moment in the form of mail and RSS (RFC 5322)."""
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_epoch(written: str) -> datetime:
    return datetime.fromtimestamp(int(written[:10]), UTC)


def _valid(year: int, month: int, number: int) -> str | None:
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found.isoformat() if _FIRST_YEAR <= year < _LAST_YEAR else None
