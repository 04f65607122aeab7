"""A sentence -> who did what to whom, as triples of CAMEO codes, and its main event with the words of both sides.

After PETRARCH's conventions: a state's three letters and the role of whoever acts for it (USA, PSEGOV, GUYJUD), an
event in which two do the same once in each direction, a visit as 042 and, the other way round, 043.
"""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.acts.detail import detailed
from demarche.claims.acts.happening import Happening, aims, happenings
from demarche.claims.acts.pair import coded, prominence
from demarche.claims.acts.sides import codes
from demarche.claims.acts.status import statuses
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon
from demarche.lexicon.plover import REAL, act_codes
from demarche.model.values import Status

BACK = {"042": "043", "043": "042"}
"""What the other side of a visit does."""
SPOKEN_OF = frozenset({"REQUEST", "ACCUSE", None})
"""Types of acts whose content is only spoken of: what is asked for, alleged or denied is no event of its own."""


FORCE = frozenset({"ASSAULT", "MOBILIZE"})
"""Types of what is done to places and things as well as to people."""


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
    out = dict.fromkeys(told)
    met = {(t.source, t.target) for t in out if t.code.startswith("04")}
    return [t for t in out if t.code != "036" or (t.source, t.target) not in met]  # "met *to discuss* it" is one event


def _is_spoken_of(found: Sequence[Happening], n: int) -> bool:
    """Is it only asked for, alleged or denied, or told with what governs it?"""
    above = found[n].governor
    return above is not None and found[above].hit.effect is not None


def _of(scene: Scene, found: Sequence[Happening], n: int, status: Sequence[Status]) -> list[Triple]:
    """The triples of an act; of a refusal or a promise, those of what is refused or promised, if they have a target."""
    own = found[n].hit
    replaces = bool(own.effect) and own.kind.type not in SPOKEN_OF
    inner = [m for m, h in enumerate(found) if replaces and h.governor == n and _is_own(found, n, h)]
    within = [t for m in inner for t in _triples(scene, found, m, _code(scene, found, m, status))]
    if within:
        return within
    code = next((c for m in inner if (c := _code(scene, found, m, status))), None)
    return list(_triples(scene, found, n, code or _code(scene, found, n, status)))


def _is_own(found: Sequence[Happening], n: int, inner: Happening) -> bool:
    """Does whoever refuses or promises do what is inside? Another's demand, rejected, is not."""
    return not inner.actors or not doers(found, n) or bool(set(inner.actors) & set(doers(found, n)))


def _code(scene: Scene, found: Sequence[Happening], n: int, status: Sequence[Status]) -> str | None:
    """The number of an act in its status; a comment, which PLOVER has no type for, keeps CAMEO's."""
    number = detailed(scene, found, n)
    if found[n].hit.kind.type is None:
        return number if status[n] in REAL else None
    return act_codes(found[n].hit.kind.type, None, (), number, status[n])[1]


def _triples(scene: Scene, found: Sequence[Happening], n: int, code: str | None) -> Iterator[Triple]:
    h = found[n]
    if not code:
        return
    actors, targets = _both(scene, found, n)
    if h.hit.mutual and not targets:
        targets = actors
    for source in actors:
        for target in targets:
            if source != target:
                yield Triple(source, target, code)
                if (h.hit.mutual and not _is_one_sided(found, h)) or code in BACK:
                    yield Triple(target, source, BACK.get(code, code))


def _both(scene: Scene, found: Sequence[Happening], n: int) -> tuple[list[str], list[str]]:
    """The codes of both sides; of an act that names no target, against whoever else is in what it is about."""
    h = found[n]
    sides = [tuple(aims(list(found), h)), *(side for i in found if i.governor == n for side in (i.actors, i.targets))]
    for side in sides:
        actors, targets = codes(scene, doers(found, n), side, h.hit.anchor, h.hit.kind.type in FORCE)
        if set(targets) - set(actors):
            return actors, targets
    return actors, []


def _is_one_sided(found: Sequence[Happening], h: Happening) -> bool:
    """ "*Cuba* said it was ready to meet American officials": only one of the two has agreed."""
    above = found[h.governor].hit.effect if h.governor is not None else None
    return above == "planned" and bool(h.targets)


def doers(found: Sequence[Happening], n: int) -> tuple[int, ...]:
    """Whoever does it; of what somebody refuses or promises, whoever does that."""
    h = found[n]
    if h.actors or h.governor is None:
        return h.actors
    return doers(found, h.governor)


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
