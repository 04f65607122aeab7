"""A text -> its statements: who said what, directly, indirectly or both."""

from collections.abc import Iterator, Sequence

from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.make import made
from demarche.claims.statements.quotes import quoted
from demarche.claims.statements.speakers import speakers
from demarche.claims.statements.together import covers
from demarche.claims.statements.told import is_told
from demarche.claims.statements.wide import attributed
from demarche.model import Document, Parsed, Participant, Statement


def statements(document: Document, parsed: Parsed, scenes: Sequence[Scene]) -> Iterator[Statement]:
    """The statements of an English text; what is told inside another's words is attributed to that one."""
    if parsed.backend.startswith("natasha/"):
        return
    marks = quoted(document)
    found = attributed(document, scenes, "speech", nested=True)
    for a in filter(is_told, found):
        reporter = _reporter(a, found)
        if reporter is None or any(_is_known(p) for p in speakers(a)):
            yield from made(a, marks, scenes, reporter)


def _is_known(p: Participant) -> bool:
    """Has somebody in another's words a name or a side? "Complaints from *his counterparts*" are that one's words."""
    return bool(p.name or p.country or p.organisation or p.actor)


def _reporter(a: Attributed, found: Sequence[Attributed]) -> Participant | None:
    """Whoever's words hold an attribution: the nearest around it."""
    around = [b for b in found if b.start <= a.cue.start and b is not a and covers(b, a) and not covers(a, b)]
    nearest = min(around, key=lambda b: sum(p.end - p.start for p in b.parts), default=None)
    who = speakers(nearest) if nearest else ()
    return who[0] if who else None
