"""Of which country somebody is of whom only "the police", "protesters", "the junta" is said: where it takes place.

Only those who act and suffer at home are placed so, and only where one country comes into question: that of a place
in the sentence, else the only one spoken of in it, else the one that most of what was told just before is about.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from demarche.claims.acts.phrasing import qualifiers
from demarche.claims.acts.standing import speaks_for_state
from demarche.claims.scene import Scene
from demarche.lexicon.acts import classed
from demarche.model import Participant

Side = tuple[Participant, ...]
INNER = frozenset({"COP", "JUD", "LEG", "OPP", "CVL", "LAB", "EDU", "REL", "MED", "JRN", "ELI", "PTY", "SPY"})
"""PLOVER sectors of those who deal with their own countrymen."""
ABROAD = frozenset(
    {"foreign", "international", "multinational", "allied", "joint", "un", "u.n.", "western", "coalition"}
)
RULE = frozenset({
    "government", "regime", "junta", "army", "military", "cabinet", "authority", "force", "state", "country", "navy",
})  # fmt: skip
"""Those who rule and fight for one state."""
MANY = frozenset({"authority", "force", "military"})
"""Words that are plural though it is one."""
FARTHEST = 6
"""Sentences back that say what a text is about."""
HELD = frozenset({"hostage", "captive", "prisoner", "detainee", "national", "tourist", "journalist", "reporter"})
"""Those who are often another state's."""
HERE = frozenset({"in", "near", "at", "outside", "inside", "across", "around", "throughout"})


def at_home(scene: Scene, side: Side, by_place: bool, against: Side = ()) -> Side:
    """A side with the country of those in it who are at home; `by_place`: where it takes place says so.

    A state does nothing to its own government: whoever `against` speaks for is not at home there.
    """
    if not any(_is_placeless(scene, p) for p in side):
        return side
    country = _where(scene, by_place)
    if country is None:
        return side
    foreign = any(q.country == country and speaks_for_state(q) for q in against)
    return tuple(
        msgspec.structs.replace(p, country=country)
        if _is_placeless(scene, p) and not (foreign and _is_rule(scene, p))
        else p
        for p in side
    )


def _is_rule(scene: Scene, p: Participant) -> bool:
    return any(scene.lemma(j) in RULE for j in _heads(scene, p))


def _heads(scene: Scene, p: Participant) -> list[int]:
    inside = [j for j, t in enumerate(scene.tokens) if p.start is not None and p.start <= t.start < (p.end or 0)]
    return [j for j in inside if scene.tokens[j].head not in inside]


def _is_placeless(scene: Scene, p: Participant) -> bool:
    """Is it one of those at home, of whom no country is told?"""
    if p.country or p.organisation or p.actor or p.start is None:
        return False
    heads = _heads(scene, p)
    if any(qualifiers(scene, j) & ABROAD or scene.lemma(j) in HELD or _is_anybodys(scene, j) for j in heads):
        return False
    return p.sector in INNER or any(scene.lemma(j) in classed(("@domestic",)) for j in heads)


def _is_anybodys(scene: Scene, j: int) -> bool:
    """ "*Governments* of the region", "the *Ibero* regime": of several states, or of somebody named."""
    several = scene.lemma(j) in RULE and scene.feature(j, "Number") == "Plur" and scene.lemma(j) not in MANY
    named = [c for c in scene.children(j, "compound", "nmod:poss", "amod") if scene.tokens[c].upos == "PROPN"]
    return several or (scene.lemma(j) in RULE and any(scene.mention(c) is None for c in named))


def _where(scene: Scene, by_place: bool) -> str | None:
    """The one country it takes place in, else the one that the text is about so far."""
    here = _spoken_of(scene, by_place)
    if here or scene.before is None:
        return here.pop() if len(here) == 1 else None
    sites, there = set(_sites(scene.before)) if by_place else set(), set(_countries(scene.before))
    if len(sites) == 1:
        return sites.pop()
    return _subject_matter(scene.before) or (there.pop() if len(there) == 1 else None)


def _spoken_of(scene: Scene, by_place: bool) -> set[str]:
    """The countries of a sentence's places, else all that it speaks of."""
    return (set(_sites(scene)) if by_place else set()) or set(_countries(scene))


def _subject_matter(near: Scene | None) -> str | None:
    """The country that more than half of what was told just before is about."""
    told: Counter[str] = Counter()
    for _ in range(FARTHEST):
        if near is None:
            break
        told.update(_countries(near))
        near = near.before
    (first, most), *_ = [*told.most_common(1), ("", 0)]
    return first if most * 2 > told.total() else None


def _sites(scene: Scene) -> Iterator[str]:
    """The countries of the places at which something takes place."""
    for m in scene.mentions:
        j = scene.head_of(m)
        if m.country and m.kind in ("place", "state") and scene.case(j) in HERE:
            yield m.country
    for place in scene.places:
        starts = [i for i, t in enumerate(scene.tokens) if t.start == place.start]
        if place.country and any(scene.case(i) in HERE for i in starts):
            yield place.country


def _countries(scene: Scene) -> list[str]:
    """The countries spoken of in a sentence, each as often as it is."""
    return [m.country for m in scene.mentions if m.country]
