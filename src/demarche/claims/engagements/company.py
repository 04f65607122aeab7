"""Is a text about diplomacy at all? What is only guessed at needs an engagement beside it that the words tell outright.

"They were talking when the bomb went off", "in talks with China" of a maker of aircraft: in news on other matters a
bare noun, an implicit side or the network's opinion make an engagement of anything (one in four was right, read by
eye). In a report that tells of one plainly, and in a note of a few lines, they are right nine times in ten.
"""

from collections.abc import Sequence

from demarche.claims.engagements.sides import two_sides
from demarche.lexicon.events import discourse
from demarche.model import Document, Engagement

GUESSED = frozenset({"alone", "recalled", "sensed", "linked"})
"""Ways in which sides or the event itself are not told by the words of the sentence."""
SPORT, KINDS = 1 / 35, 4
"""The share of words of sport from which a text is on games, and how many different ones it must have."""
OFFICE = frozenset({"head", "minister", "deputy", "ambassador"})
NOTE = 150
"""Words up to which a text is a note: what it is about is what it tells."""


def in_company(document: Document, found: Sequence[Engagement]) -> list[Engagement]:
    """The engagements of a text, without what is guessed at where nothing is told outright."""
    if not found:
        return []
    if on_sport(document.text):
        found = [e for e in found if any(p.level in OFFICE for p in e.participants)]
    brief = len(document.text.split()) <= NOTE
    if brief or document.official_of or any(way(e) not in GUESSED and two_sides(e.participants) for e in found):
        return list(found)
    return [e for e in found if way(e) not in GUESSED]


def on_sport(text: str) -> bool:
    """Is a text on games, where "South Korea meet China" and a "visit to Madrid" are fixtures?"""
    words, sport = text.lower().split(), discourse().sport
    said = [w for w in (word.strip(".,;:!?()'\"") for word in words) if w in sport]
    return len(said) >= SPORT * len(words) and len(set(said)) >= KINDS


def way(e: Engagement) -> str:
    """The way in which it was found: `engagements.verb/1` is by a verb."""
    return e.found_by.partition(".")[2].partition("/")[0]
