"""The terms of an act: when, where, how much, and the words that say what it is about."""

import re

from demarche.claims.acts.happening import Happening
from demarche.claims.acts.hit import Hit
from demarche.claims.acts.people import phrase
from demarche.claims.engagements.circumstance import when, where
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon.events import EventType
from demarche.model import Place, When

AMOUNT = re.compile(
    r"(?:(?:US|A|C|NZ)?[$€£¥]\s?\d[\d,.]*(?:\s?(?:bn|mn|m|b|million|billion|trillion))?"
    r"|\d[\d,.]*\s(?:million|billion|trillion)?\s?(?:dollars|euros|pounds|yen|yuan|rupees|rubles|roubles|francs|kronor|kroner|tons|tonnes|barrels))\b"
)
LONGEST = 240
"""Characters: a longer phrase is no content any more, but the rest of the sentence."""
_KIND = EventType(id="act", mode="other", gloss="", source="")


def _as_trigger(hit: Hit) -> Trigger:
    """The act's words as the circumstance finder of engagements looks at an event."""
    return Trigger(_KIND, hit.token, hit.anchor)


def day(scene: Scene, hit: Hit, others: frozenset[int]) -> When | None:
    """When it took place: the nearest expression of time that no other event has nearer."""
    return when(scene, _as_trigger(hit), others - {hit.token, hit.anchor})


def day_at(scene: Scene, v: int) -> When | None:
    """When what a verb tells took place."""
    return when(scene, Trigger(_KIND, v, v), frozenset())


def site(scene: Scene, hit: Hit) -> Place | None:
    """Where it took place."""
    return next(iter(where(scene, _as_trigger(hit), ())), None)


def content(scene: Scene, h: Happening) -> str | None:
    """The words that say what an act is about: those of its content slots, else of a target that is nobody."""
    heads = [t for t in (*h.what, *h.targets) if scene.mention(t) is None or t in h.what]
    for head in heads:
        span = scene.stretch([t for t in scene.subtree(head) if t not in _edges(scene, head)] or [head])
        words = " ".join(scene.document.text[span.start : span.end].split())
        if len(words) <= LONGEST:
            return words
        short = scene.stretch(phrase(scene, head))
        return " ".join(scene.document.text[short.start : short.end].split())
    return None


def _edges(scene: Scene, head: int) -> set[int]:
    """The preposition, mark and article that only open a phrase, and its punctuation at the end."""
    return {c for c in scene.children(head, "case", "mark", "det", "punct", "cc") if c < head or c == head + 1}


def amount(scene: Scene, h: Happening) -> str | None:
    """A sum of money or a quantity in the act's own words."""
    tokens = [t for top in h.hit.tops(scene) for t in scene.subtree(top)]
    span = scene.stretch(tokens)
    found = AMOUNT.search(scene.document.text, span.start, span.end)
    return found.group().strip() if found else None
