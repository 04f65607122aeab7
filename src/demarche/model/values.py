"""The closed vocabularies: every word that a field of a noun may hold.

They are `Literal` types, so that msgspec refuses anything else when it decodes, and mypy when it checks.
"""

import re
from datetime import date
from typing import Literal

from demarche.model.errors import BadValue

Mode = Literal["call", "meeting", "virtual_meeting", "visit", "summit", "talks", "outreach", "letter", "other"]
Status = Literal[
    "happened", "planned", "expected", "proposed", "postponed", "cancelled", "refused", "denied", "hypothetical",
    "ongoing", "threatened", "disputed",
]  # fmt: skip
Part = Literal["visitor", "host", "caller", "receiver", "mediator", "party", "attendee"]
Level = Literal["head", "minister", "deputy", "official", "ambassador", "unknown"]
Attendance = Literal["invited", "attended", "left_early", "absent", "excluded", "exclusion_not_expected"]
Precision = Literal["day", "week", "month", "quarter", "year", "interval", "approx"]
PlacePrecision = Literal["site", "city", "region", "country"]
SourceClass = Literal["official", "wire", "press", "state_media", "analysis", "other"]
DateBasis = Literal["given", "header", "meta", "text", "url", "unknown"]
EdgeKind = Literal["copy", "rewrite", "revision", "excerpt", "possible"]
Direction = Literal["a>b", "b>a", "unknown"]
StatementKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["supports", "opposes", "mixed", "non_committal"]
EvidenceKind = Literal["text", "photo_caption"]
SignKind = Literal["visit", "meeting", "call", "talks", "summit", "letter", "other", "party"]
NameKind = Literal["PER", "ORG", "LOC", "NORP", "MISC"]
MentionKind = Literal["person", "office", "state", "organisation", "group", "place"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
DifferenceKind = Literal[
    "fact_update", "fact_change", "quote_altered", "quote_unmarked", "name_variant", "garbled", "added", "dropped",
    "contradiction", "omission", "extra", "not_comparable",
]  # fmt: skip

LEVELS: tuple[Level, ...] = ("head", "minister", "deputy", "ambassador", "official", "unknown")
"""Levels from the highest to the lowest rank of contact; unknown stands last and is never compared."""

_COUNTRY = re.compile(r"[A-Z]{3}\Z")


def check_country(code: str | None, field: str = "country") -> None:
    """Refuse anything but an ISO 3166-1 alpha-3 code (or a user-assigned one such as XKX) or null."""
    if code is not None and not _COUNTRY.match(code):
        raise BadValue(f"{field}: {code!r} is no ISO 3166-1 alpha-3 code")


def check_day(day: str | None, field: str) -> None:
    """Refuse anything but an ISO 8601 calendar day or null."""
    if day is not None:
        try:
            date.fromisoformat(day)
        except ValueError as e:
            raise BadValue(f"{field}: {day!r} is no ISO date") from e


def check_share(value: float, field: str) -> None:
    """Refuse a number outside 0 to 1."""
    if not 0.0 <= value <= 1.0:
        raise BadValue(f"{field}: {value} is not between 0 and 1")
