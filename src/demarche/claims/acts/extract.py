"""Sentences -> acts: who did what to whom, that is no engagement, and whether it happened."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from demarche.claims.acts.aim import completed
from demarche.claims.acts.detail import detailed
from demarche.claims.acts.echo import echoes
from demarche.claims.acts.enough import is_abroad, is_known, says_enough
from demarche.claims.acts.fit import fits
from demarche.claims.acts.happening import Happening, aims, happenings
from demarche.claims.acts.known import Known
from demarche.claims.acts.once import OWN, is_agreed, is_asked_for, is_retold, is_told_elsewhere, is_told_with
from demarche.claims.acts.people import is_human, people
from demarche.claims.acts.status import statuses
from demarche.claims.acts.terms import amount, content, day, site
from demarche.claims.acts.twosome import both, implied_two, other_two
from demarche.claims.attribution import reported_by
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon, classed
from demarche.lexicon.plover import act_codes
from demarche.model import Act, Engagement, Participant, Place, Stretch, When
from demarche.model.values import Status

VERSION = "1"
SURE = {"verb": 0.85, "light": 0.8, "noun": 0.65}
"""How far each way of telling is trusted when both sides are known."""
GREETING = frozenset({"welcome", "embrace"})
"""Whoever does so to a person meets them; to what somebody did, is for it."""
HELP = frozenset({"aid", "aid_economic"})
RULERS = frozenset({"junta", "government", "regime"})
"""Whoever rules is known by the country it takes place in."""
CREWED = classed(("@troops",)) | {"plane", "aircraft", "boat", "ship"}
""" "Bomber *planes of the Philippines*": whose they are."""
RETOLD = 3
"""Acts back to the deed whose victims are counted."""
FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT"})
"""Types of what is done to things and places as well as to people."""


def acts(scene: Scene, lexicon: ActLexicon, told: Sequence[Act] = (), met: Sequence[Engagement] = ()) -> Iterator[Act]:
    """The acts that one sentence reports; engagements and statements have extractors of their own.

    `told`: the acts of the sentences before; `met`: the engagements of the text.
    """
    found = happenings(scene, lexicon)
    status = cache(partial(statuses, scene, found))
    plain: dict[int, Act] = {}
    for n in range(len(found)):
        if act := _told(scene, found, status, n, Known([*told, *plain.values()], met)):
            plain[n] = act
    once = [n for n in plain if not is_asked_for(scene, found, n, plain)]
    here = [plain[n] for n in once if not is_told_with(found, n, once) or is_agreed(scene, found[n], plain[n])]
    kept = [act for act in here if not is_retold(act, [*told[-RETOLD:], *here])]
    yield from kept
    yield from echoes(scene, [*told, *kept])


def _told(scene: Scene, found: list[Happening], status: Callable[[], list[Status]], n: int, known: Known) -> Act | None:
    """What one act word tells, if it tells of an act and may be taken at its word.

    The statuses of a sentence are asked for once its sides say enough: those of most act words do not.
    """
    h = found[n]
    if is_told_elsewhere(found, n) or _greets(scene, h):
        return None
    actors, targets = _sides(scene, h, found, known)
    others = frozenset(o.hit.token for o in found)
    sides = completed(scene, h, actors, targets, known)
    asked = h.hit.kind.type == "REQUEST" and not h.targets  # in talks, of whomever one talks with
    meant = sides if asked or h.hit.kind.id in classed(("@bilateral",)) else (actors, targets)
    rulers = tuple(p for p in sides[0] if p.country and RULERS & set((p.name or p.role or "").lower().split()))
    placed = h.hit.kind.type == "ASSAULT" and not any(map(is_known, targets))
    if not says_enough(scene, h, rulers or actors, sides[1] if placed else targets):  # "attacks *in Baghdad*"
        return None
    own = status()[n]
    if own == "hypothetical":
        return None  # "if they attack", "could begin": what is only thought of
    if not fits(scene, h, *meant, own, others):
        return None
    if h.hit.kind.id in HELP and not is_abroad(*sides):
        return None
    accuser, number = _accuser(scene, h, found), detailed(scene, found, n)
    return _claim(scene, h, *sides, own, others, accuser, number)


def _greets(scene: Scene, h: Happening) -> bool:
    """ "The president *welcomed the guests*": somebody meets somebody, and backs nobody by it."""
    if scene.lemma(h.hit.token) not in GREETING or not h.hit.is_verb:
        return False
    whom = [scene.mention(t) for t in h.targets]
    return bool(whom) and all(m is not None and m.kind in ("person", "office", "group") for m in whom)


def _sides(
    scene: Scene, h: Happening, found: list[Happening], known: Known
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and targets; those who do something with each other are all actors."""
    doers = _actors(scene, h, found)
    actors = (
        both(scene, doers, (), known.met)
        or other_two(scene, h.actors, (), known.met)
        or implied_two(scene, h, known.met)
    )
    aimed_at = aims(found, h)
    if _is_suffered(scene, h):
        actors, aimed_at = (), list(h.actors)
    targets = tuple(p for p in people(scene, aimed_at, things=h.hit.kind.type in FORCE) if p not in actors)
    targets = both(scene, targets, actors, known.met) or other_two(scene, aimed_at, actors, known.met)
    if h.hit.kind.type == "PROTEST":
        targets = tuple(p for p in targets if is_known(p) or p.sector)  # "a rally in *Victoria Park*" is against nobody
    return ((*actors, *targets), ()) if h.hit.mutual else (actors, targets)


def _is_suffered(scene: Scene, h: Happening) -> bool:
    """ "*His* arrest", "*the envoy's* assassination": whose it is, to them it is done, where no other is named."""
    kind = h.hit.kind
    done = kind.upon == "people" or kind.id == "assault_targeted"
    if h.hit.is_verb or h.hit.light is not None or h.targets or not done:
        return False
    owners = set(scene.children(h.hit.token, "nmod:poss"))
    persons = [m for j in h.actors if (m := scene.mention(j)) is not None and m.kind == "person"]
    return bool(h.actors) and set(h.actors) <= owners and len(persons) == len(h.actors)


def _actors(scene: Scene, h: Happening, found: list[Happening]) -> tuple[Participant, ...]:
    """Who does it; of an event that somebody refuses or promises, and that names nobody, whoever does that."""
    named = tuple(p for p in people(scene, h.actors) if not _is_only_there(scene, h, p))
    if named or h.governor is None:
        return named
    outer = found[h.governor]
    named_only = outer.hit.kind.type == "REJECT" and not h.hit.is_verb
    near = not named_only and (h.hit.is_verb or h.hit.token in outer.what or h.hit.carrier in outer.what)
    return _actors(scene, outer, found) if near and outer.hit.kind.type in OWN else ()


def _is_only_there(scene: Scene, h: Happening, p: Participant) -> bool:
    """ "A car bomb *in Turkey*", "the bombings *of embassies*" killed: where, and to whom; not by whom."""
    words = [j for j, t in enumerate(scene.tokens) if p.start is not None and p.start <= t.start < (p.end or 0)]
    heads = [j for j in words if scene.tokens[j].head not in words]
    things = [j for j in h.actors if scene.mention(j) is None and not is_human(scene, j)]
    things = [j for j in things if scene.lemma(j) not in CREWED]
    return any(scene.tokens[j].head in things and scene.case(j) in ("in", "of", "at", "on", "near") for j in heads)


def _accuser(scene: Scene, h: Happening, found: list[Happening]) -> Participant | None:
    """ "*Kyiv* accused them of firing": whoever accuses says so, and nobody else."""
    outer = found[h.governor].hit if h.governor is not None else None
    if h.governor is None or outer is None or outer.kind.type != "ACCUSE":
        return None
    return next(iter(_actors(scene, found[h.governor], found)), None)


def _claim(
    scene: Scene,
    h: Happening,
    actors: tuple[Participant, ...],
    targets: tuple[Participant, ...],
    status: Status,
    others: frozenset[int],
    accuser: Participant | None,
    number: str | None,
) -> Act:
    date, place = day(scene, h.hit, others), site(scene, h.hit)
    span = _span(scene, h, [*actors, *targets], date, place)
    kind = h.hit.kind
    codes, cameo = act_codes(kind.type, h.hit.frame.mode or kind.mode, kind.context, number, status)
    return Act(
        document=scene.document.id,
        start=span.start,
        end=span.end,
        quote=scene.document.text[span.start : span.end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"acts.{_way(h)}/{VERSION}",
        confidence=_confidence(h, actors, targets),
        attributed_to=accuser or reported_by(scene, h.hit.anchor),
        event=kind.id,
        status=status,
        actors=actors,
        targets=targets,
        what=content(scene, h),
        amount=amount(scene, h),
        date=date,
        place=place,
        plover=codes,
        cameo=cameo,
    )


def _way(h: Happening) -> str:
    return "verb" if h.hit.is_verb else "light" if h.hit.light else "noun"


def _confidence(h: Happening, actors: Sequence[Participant], targets: Sequence[Participant]) -> float:
    """A prior by the way of telling, lowered for each side that nobody known stands on."""
    known = [any(is_known(p) for p in side) for side in (actors, targets)]
    doubt = 1.0 if all(known) or (known[0] and len(actors) > 1) else 0.9 if any(known) else 0.7
    return round(SURE[_way(h)] * doubt, 3)


def _span(
    scene: Scene, h: Happening, everybody: Sequence[Participant], date: When | None, place: Place | None
) -> Stretch:
    """The stretch that holds the act's words, everybody in it, its date and its place."""
    marks = [scene.tokens[t] for t in h.hit.tops(scene)]
    starts, ends = [t.start for t in marks], [t.end for t in marks]
    for p in everybody:
        if p.start is not None and p.end is not None and scene.sentence.start <= p.start < scene.sentence.end:
            starts.append(p.start)
            ends.append(p.end)
    for words in (date.words if date else None, place.words if place else None):
        if words and scene.sentence.start <= words.start:
            starts.append(words.start)
            ends.append(words.end)
    return Stretch(min(starts), max(ends))
