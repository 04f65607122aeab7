"""Is a text about diplomacy at all? What is only guessed at needs an engagement beside it that the words tell outright.

"They were talking when the bomb went off", "in talks with China" of a maker of aircraft: in news on other matters a
bare noun, an implicit side or the network's opinion make an engagement of anything (one in four was right, read by
eye). In a report that tells of one plainly, and in a note of a few lines, they are right nine times in ten. The
network's opinion must also be as sure as the text makes needful (`odds.py`), and of people in office.
"""

from collections.abc import Sequence

from demarche.claims.engagements.odds import best, set_right, telling_share
from demarche.claims.engagements.sides import two_sides
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse
from demarche.model import Document, Engagement

GUESSED = frozenset({"alone", "recalled", "sensed", "linked", "present"})
"""Ways in which sides or the event itself are not told by the words of the sentence."""
OPINIONS = frozenset({"sensed", "linked"})
"""Ways in which only the network says that there is an engagement."""
LIKELY = 0.6
"""How likely its telling must be in this text."""
SPORT, KINDS = 1 / 35, 4
"""The share of words of sport from which a text is on games, and how many different ones it must have."""
OFFICE = frozenset({"head", "minister", "deputy", "ambassador"})
NOTE = 150
"""Words up to which a text is a note: what it is about is what it tells."""


def in_company(document: Document, found: Sequence[Engagement], scenes: Sequence[Scene]) -> list[Engagement]:
    """The engagements of a text, without what is guessed at where nothing is told outright."""
    if not found:
        return []
    if on_sport(document.text):
        found = [e for e in found if any(p.level in OFFICE for p in e.participants)]
    brief = len(document.text.split()) <= NOTE
    if not brief and document.official_of is None:
        found = _likely(found, scenes)
    if brief or document.official_of or any(way(e) not in GUESSED and two_sides(e.participants) for e in found):
        return list(found)
    return [e for e in found if way(e) not in GUESSED]


def _likely(found: Sequence[Engagement], scenes: Sequence[Scene]) -> list[Engagement]:
    """Without the network's opinions that are not sure enough in this text, and guesses at people out of office."""
    at = {scene.sentence.start: scene for scene in scenes}
    frequency = telling_share(scenes) if any(way(e) in OPINIONS for e in found) else 0.0
    return [e for e in found if way(e) not in GUESSED or (_in_office(e) and _is_sure(e, at, frequency))]


def _is_sure(e: Engagement, at: dict[int, Scene], frequency: float) -> bool:
    scene = at.get(e.sentence.start) if e.sentence else None
    return way(e) not in OPINIONS or scene is None or set_right(best(scene, e), frequency) >= LIKELY


def _in_office(e: Engagement) -> bool:
    """Does no side stand there by people alone who are out of office?"""
    sides = {p.country or p.organisation for p in e.participants} - {None}
    own = {side: [p for p in e.participants if side in (p.country, p.organisation)] for side in sides}
    return not any(all(p.sector == "ELI" and p.level == "unknown" for p in people) for people in own.values())


def on_sport(text: str) -> bool:
    """Is a text on games, where "South Korea meet China" and a "visit to Madrid" are fixtures?"""
    words, sport = text.lower().split(), discourse().sport
    said = [w for w in (word.strip(".,;:!?()'\"") for word in words) if w in sport]
    return len(said) >= SPORT * len(words) and len(set(said)) >= KINDS


def way(e: Engagement) -> str:
    """The way in which it was found: `engagements.verb/1` is by a verb."""
    return e.found_by.partition(".")[2].partition("/")[0]
