"""A sentence -> who did what to whom, as triples of CAMEO codes, and its main event with the words of both sides.

After PETRARCH's conventions: a state's three letters and the role of whoever acts for it (USA, PSEGOV, GUYJUD), an
event in which two do the same once in each direction, a visit as 042 and, the other way round, 043.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.claims.acts.happening import Happening, aims, happenings
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
    told = (t for n in range(len(found)) if not _is_spoken_of(found, n) for t in _of(scene, found, n, status))
    return list(dict.fromkeys(told))


def _is_spoken_of(found: Sequence[Happening], n: int) -> bool:
    """Is it only asked for, alleged or denied, or told with what governs it?"""
    above = found[n].governor
    return above is not None and found[above].hit.effect is not None


def _of(scene: Scene, found: Sequence[Happening], n: int, status: Sequence[Status]) -> list[Triple]:
    """The triples of an act; of a refusal or a promise, those of what is refused or promised, if they have a target."""
    own = found[n].hit
    inner = [m for m, h in enumerate(found) if h.governor == n] if own.effect and own.kind.type not in SPOKEN_OF else []
    within = [t for m in inner for t in _triples(scene, found, m, _code(found[m], status[m]))]
    if within:
        return within
    code = next((c for m in inner if (c := _code(found[m], status[m]))), None)
    return list(_triples(scene, found, n, code or _code(found[n], status[n])))


def _code(h: Happening, status: Status) -> str | None:
    return act_codes(h.hit.kind.type, None, (), h.hit.cameo, status)[1]


def _triples(scene: Scene, found: Sequence[Happening], n: int, code: str | None) -> Iterator[Triple]:
    h = found[n]
    if not code:
        return
    actors = _codes(scene, people(scene, doers(found, n)))
    targets = _codes(scene, people(scene, aims(list(found), h))) or _codes(scene, people(scene, _of_inner(found, n)))
    if h.hit.mutual and not targets:
        targets = actors
    for source in actors:
        for target in targets:
            if source != target:
                yield Triple(source, target, code)
                if h.hit.mutual or code in BACK:
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


def _codes(scene: Scene, people_: Iterable[Participant]) -> list[str]:
    return list(dict.fromkeys(code for p in people_ if (code := actor_code(p, _is_leader(scene, p)))))


def _is_leader(scene: Scene, p: Participant) -> bool:
    """ "The US *leader*" is as good as the state: the codebook's agents know no leader."""
    words = scene.document.text[p.start or 0 : p.end or 0].lower().split()
    return bool(words) and words[-1] in ("leader", "leaders")


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
