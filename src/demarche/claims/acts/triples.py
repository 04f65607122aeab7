"""A sentence -> who did what to whom, as triples of CAMEO codes, and its main event with the words of both sides.

After PETRARCH's conventions: a state's three letters and the role of whoever acts for it (USA, PSEGOV, GUYJUD), an
event in which two do the same once in each direction, a visit as 042 and, the other way round, 043.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.claims.acts.happening import Happening, happenings
from demarche.claims.acts.pair import coded, prominence
from demarche.claims.acts.people import people
from demarche.claims.acts.status import statuses
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon
from demarche.lexicon.cameo import actor_code
from demarche.lexicon.plover import act_codes
from demarche.model import Participant
from demarche.model.values import Status

BACK = {"042": "043", "043": "042"}
"""What the other side of a visit does."""
SPOKEN_OF = frozenset({"REQUEST", "ACCUSE", None})
"""Types of acts whose content is only spoken of: what is asked for, alleged or denied is no event of its own."""


class Triple(msgspec.Struct, frozen=True, order=True):
    """An event between two, in CAMEO codes."""

    source: str
    target: str
    code: str


class Main(msgspec.Struct, frozen=True):
    """The main event of a sentence: its CAMEO code, and the head words of both sides."""

    code: str
    type: str | None
    actors: tuple[int, ...]
    targets: tuple[int, ...]
    mutual: bool


def triples(scene: Scene, lexicon: ActLexicon) -> list[Triple]:
    """All events of a sentence between two whose codes are known, each once."""
    found = happenings(scene, lexicon)
    status = statuses(scene, found)
    told = (t for n in range(len(found)) if _is_told(found, n) for t in _triples(scene, found, n, status[n]))
    return list(dict.fromkeys(told))


def _is_told(found: Sequence[Happening], n: int) -> bool:
    """Not what is only asked for or alleged, and not the refusal whose content is an event with a code of its own."""
    above = found[n].governor
    if above is not None and found[above].hit.kind.type in SPOKEN_OF and found[above].hit.effect is not None:
        return False
    inner = [h for h in found if h.governor == n]
    own = found[n].hit
    return not (inner and own.kind.type not in SPOKEN_OF and own.effect is not None)


def _triples(scene: Scene, found: Sequence[Happening], n: int, status: Status) -> Iterator[Triple]:
    h = found[n]
    _, code = act_codes(h.hit.kind.type, None, (), h.hit.cameo, status)
    if not code:
        return
    actors = _codes(people(scene, doers(found, n)))
    targets = _codes(people(scene, h.targets or _of_inner(found, n)))
    mutual = h.hit.mutual
    if mutual and not targets:
        targets = actors
    for source in actors:
        for target in targets:
            if source != target:
                yield Triple(source, target, code)
                if mutual or code in BACK:
                    yield Triple(target, source, BACK.get(code, code))


def doers(found: Sequence[Happening], n: int) -> tuple[int, ...]:
    """Whoever does it; of what somebody refuses or promises, whoever does that."""
    h = found[n]
    if h.actors or h.governor is None:
        return h.actors
    return doers(found, h.governor)


def _of_inner(found: Sequence[Happening], n: int) -> tuple[int, ...]:
    """ "Condemned *Russia's* attack": against whoever does what the act is about."""
    return next((h.actors or h.targets for h in found if h.governor == n), ())


def _codes(people_: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(code for p in people_ if (code := actor_code(p))))


def main_event(scene: Scene, lexicon: ActLexicon) -> Main | None:
    """The event that a sentence is there to tell; null where no word of it tells of one."""
    found = happenings(scene, lexicon)
    if not found:
        return None
    status = statuses(scene, found)
    best = max(range(len(found)), key=lambda n: prominence(scene, found, n))
    h = found[best]
    type_, _, code = coded(h, status[best])
    others = h.targets or next((i.targets for i in found if i.governor == best and i.targets), ()) or h.what
    return Main(code or "", type_ if h.hit.kind.type else None, doers(found, best), others, h.hit.mutual)
