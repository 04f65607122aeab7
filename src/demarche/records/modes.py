"""Which ways of telling of contact can be one event: *talks* fits a call and a meeting, a call is no meeting.

A visit and the meetings inside it are not the same: the one is part of the other.
"""

FITS: dict[str, frozenset[str]] = {
    "call": frozenset({"virtual_meeting", "talks", "outreach", "other"}),
    "virtual_meeting": frozenset({"call", "meeting", "summit", "talks", "other"}),
    "meeting": frozenset({"virtual_meeting", "summit", "talks", "other"}),
    "summit": frozenset({"virtual_meeting", "meeting", "talks", "other"}),
    "visit": frozenset({"other"}),
    "talks": frozenset({"call", "virtual_meeting", "meeting", "summit", "outreach", "other"}),
    "outreach": frozenset({"call", "talks", "letter", "other"}),
    "letter": frozenset({"outreach", "other"}),
    "other": frozenset({"call", "virtual_meeting", "meeting", "summit", "visit", "talks", "outreach", "letter"}),
}

PLAIN: tuple[str, ...] = (
    "call",
    "virtual_meeting",
    "visit",
    "summit",
    "meeting",
    "letter",
    "talks",
    "outreach",
    "other",
)
"""From the mode that says most to the one that says least: which to keep when tellings differ."""

REMOTE = frozenset({"call", "virtual_meeting", "letter", "outreach"})


def fit(a: str, b: str) -> bool:
    """Can two modes be one event? Acts have ids of their own, and are one only where these are equal."""
    return a == b or b in FITS.get(a, frozenset())
