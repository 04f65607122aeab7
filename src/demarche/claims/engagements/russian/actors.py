"""The actors of a Russian sentence with the case and the preposition they stand in, which say what part they play."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from demarche.claims.scene import Scene
from demarche.model import Mention

WITH = {"со": "с", "во": "в", "ко": "к", "ото": "от"}
OWN_CASE = {"с": "Ins", "между": "Ins", "от": "Gen", "к": "Dat"}
"""Prepositions before an actor that stand with one case here, whatever a tagger made of a foreign name."""
FAR = 10
BETWEEN = frozenset({"ADJ", "DET", "PRON", "NUM"})
PREPOSITIONS = frozenset(
    {"с", "в", "на", "между", "от", "к", "по", "из", "у", "о", "об", "для", "за", "под", "при", "до"}
)


class Actor(NamedTuple):
    """A mention on words `first` to `last`. `slot`: *с:Ins*, or the case alone; *joined* halves of an adjective."""

    mention: Mention
    first: int
    last: int
    preposition: str
    case: str

    @property
    def slot(self) -> str:
        """What a frame of the word list calls the place."""
        return f"{self.preposition}:{self.case}" if self.preposition else self.case


@lru_cache(maxsize=8)
def actors(scene: Scene) -> tuple[Actor, ...]:
    """Everybody and every place of a sentence, in order; those joined by *и* and commas share a preposition."""
    found: list[Actor] = []
    for mention in scene.mentions:
        actor = _actor(scene, mention)
        if actor is not None:
            found.append(_shared(scene, actor, found[-1]) if found else actor)
    return tuple(found)


def _actor(scene: Scene, mention: Mention) -> Actor | None:
    inside = [i for i, t in enumerate(scene.tokens) if t.start < mention.end and mention.start < t.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    if "-" in scene.lower(first) and mention.end - mention.start < len(scene.lower(first)) and first == last:
        return Actor(mention, first, last, "", "joined")
    head = next((i for i in inside if scene.tokens[i].start >= mention.head), first)
    preposition = _preposition(scene, first)
    case = scene.feature(head, "Case") or ""
    if case == "Ins" and not preposition:
        preposition = _farther(scene, first)
    return Actor(mention, first, last, preposition, OWN_CASE.get(preposition, case))


def _preposition(scene: Scene, first: int) -> str:
    k = first - 1
    while k >= 0 and scene.tokens[k].upos in BETWEEN and first - k < 4:
        k -= 1
    word = WITH.get(scene.lower(k), scene.lower(k)) if k >= 0 else ""
    return word if word in PREPOSITIONS else ""


def _farther(scene: Scene, first: int) -> str:
    """*с находящимся в Москве министром*: of an actor in the instrumental, the *с* further before it."""
    for k in range(first - 2, max(-1, first - FAR), -1):
        if scene.tokens[k].upos in ("VERB", "PUNCT", "CCONJ") and scene.feature(k, "VerbForm") != "Part":
            return ""
        if scene.lower(k) in ("с", "со", "между"):
            return WITH.get(scene.lower(k), scene.lower(k))
    return ""


def _shared(scene: Scene, actor: Actor, before: Actor) -> Actor:
    if actor.preposition or not joined(scene, before, actor):
        return actor
    own = actor.case in ("", before.case) or before.preposition in OWN_CASE
    return actor._replace(preposition=before.preposition, case=before.case) if own and before.preposition else actor


def joined(scene: Scene, one: Actor, other: Actor) -> bool:
    """Do only commas, *и*, *а также* and small words stand between two actors?"""
    between = [scene.lower(k) for k in range(one.last + 1, other.first) if scene.tokens[k].upos not in BETWEEN]
    return bool(between) and all(w in (",", "и", "а", "также") for w in between)


def with_joined(scene: Scene, actor: Actor, everybody: Sequence[Actor]) -> Iterator[Actor]:
    """An actor and those joined to it in the same place."""
    yield actor
    last = actor
    for other in everybody:
        if other.first > last.last and joined(scene, last, other) and other.slot in (actor.slot, ""):
            yield other
            last = other
        elif other.first > last.last:
            return


def people(everybody: Sequence[Actor]) -> list[Actor]:
    """Those that can take part: no places, and nobody of whom nothing is known."""
    return [
        a
        for a in everybody
        if a.mention.kind != "place" and (a.mention.country or a.mention.organisation or a.mention.name)
    ]
