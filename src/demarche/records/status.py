"""What claims said of an event's status, day by day -> its history, and where it stands.

The newest word decides, except that a plan never undoes an event (*happened* outweighs every announcement, however late
it is printed), and that a denial by somebody else leaves the event disputed: it is not for a merge to say who is right.
"""

from collections.abc import Iterable, Mapping, Sequence

from demarche.model import Document, StatusEntry
from demarche.model.values import Status
from demarche.records.tellings import AHEAD, DONE, Telling

NEGATIVE = frozenset({"denied", "cancelled", "refused"})
STRENGTH: tuple[Status, ...] = (
    "happened", "ongoing", "disputed", "cancelled", "refused", "denied", "postponed", "planned", "expected", "proposed",
    "threatened", "hypothetical",
)  # fmt: skip
"""Which status wins where two claims of one day differ."""


def history(tellings: Iterable[Telling], documents: Mapping[str, Document]) -> tuple[StatusEntry, ...]:
    """Every claim's word on the status, the earliest first; those of unknown day stand before all others."""
    entries = []
    for t in tellings:
        document = documents.get(t.claim.document)
        as_of = document.published if document else None
        entries.append(StatusEntry(as_of=as_of, status=t.claim.status, claim=t.claim.id, by=_said_by(t, document)))
    return tuple(sorted(entries, key=lambda e: (e.as_of or "", -STRENGTH.index(e.status), e.claim)))


def _said_by(t: Telling, document: Document | None) -> str | None:
    """Who says so: the one it is attributed to, else the side whose text it is, else who published it."""
    informant = t.claim.attributed_to
    if informant:
        return informant.name or informant.role or informant.side
    return t.official or (document.publisher if document else None)


def status(tellings: Sequence[Telling]) -> Status:
    """Where the event stands after all that was said."""
    said = {t.claim.status for t in tellings}
    if said & DONE:
        return _of_event(tellings)
    if "denied" in said and said & AHEAD and _by_another(tellings):
        return "disputed"
    return _last(tellings)


def _of_event(tellings: Sequence[Telling]) -> Status:
    """Somebody says it took place. A denial by another from that day on disputes it; one made before was of a plan.

    Whoever reported it may take that back: of one voice, the last word counts.
    """
    done = [t for t in tellings if t.claim.status in DONE]
    days = [t.window.first for t in done if t.window] or [t.said for t in done if t.said is not None]
    since = min(days, default=None)
    against = [t for t in tellings if t.claim.status in NEGATIVE]
    against = [t for t in against if t.said is None or since is None or t.said >= since]
    voices = {_voice(t) for t in done}
    return "disputed" if any(_voice(t) not in voices for t in against) else _last([*done, *against])


def _by_another(tellings: Sequence[Telling]) -> bool:
    """Did anybody but those who announce it deny it? A side that takes back its own plan disputes nothing."""
    ahead = {_voice(t) for t in tellings if t.claim.status in AHEAD}
    denied = {_voice(t) for t in tellings if t.claim.status == "denied"}
    return not denied <= ahead


def _voice(t: Telling) -> str:
    """Who says so: the side it is attributed to, the side whose text it is, or the family as a reporter of its own."""
    informant = t.claim.attributed_to
    return (informant.side if informant else None) or t.official or t.family


def _last(tellings: Iterable[Telling]) -> Status:
    newest = max(tellings, key=lambda t: (t.said or 0, -STRENGTH.index(t.claim.status)))
    return newest.claim.status
