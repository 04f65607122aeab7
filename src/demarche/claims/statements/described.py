"""Speakers whom the knowledge lacks, under the words that name them: "publicist *Harlan Reed*", "*local media*".

They are participants without an id, with the country if the words give one: a name is their name as the text has it,
of others what they are called is their role.
"""

from collections.abc import Iterator

from demarche.claims.actors import PEOPLE
from demarche.claims.acts.people import owner_of, phrase
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.acts import classed
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Participant

NAMING = ("appos", "flat", "nmod:desc", "compound")
"""How a name hangs on the noun that tells who it is."""
BEHIND = frozenset({"by", "from", "of"})
"""Whose text it is: "a report *by the institute*"."""
SPEAKERS = classed(("@people", "@speakers"))


def described(scene: Scene, j: int, depth: int = 2) -> Iterator[Participant]:
    """Whoever a noun of a source names, known or not; nobody where it is a thing's, or only a pronoun."""
    if scene.lemma(j) in speech_lexicon().texts:
        yield from (p for c in _owners(scene, j) for p in described(scene, c, depth - 1) if depth)
    elif names := [c for c in scene.children(j, *NAMING) if _is_person(scene, c)]:
        mention = scene.mention(names[-1])
        if mention is not None:
            yield party(mention)
    elif scene.tokens[j].upos == "NOUN" and (named := _name_beside(scene, j)):
        yield _called(scene, named)
    elif scene.tokens[j].upos in ("NOUN", "PROPN") and _is_somebody(scene, j):
        yield _called(scene, phrase(scene, j), j)
    elif depth and (makers := _makers(scene, j)):
        yield from (p for c in makers for p in described(scene, c, depth - 1))


def _owners(scene: Scene, j: int) -> list[int]:
    """Whose text it is, by a genitive, a phrase behind it or a participle ("figures *released by* the firm")."""
    behind = [c for c in scene.children(j, "nmod") if scene.case(c) in BEHIND]
    return scene.children(j, "nmod:poss") or behind or _makers(scene, j)


def _makers(scene: Scene, j: int) -> list[int]:
    """ "Figures *released by* the firm"."""
    return [d for c in scene.children(j, "acl") for d in scene.children(c, "obl") if scene.case(d) == "by"]


def _is_person(scene: Scene, c: int) -> bool:
    mention = scene.mention(c)
    return mention is not None and mention.kind == "person"


def _name_beside(scene: Scene, j: int) -> list[int]:
    """The words of a name that no list of names had: "publicist *Harlan Reed*", "the engineer, *Ana Ruiz*"."""
    for c in scene.children(j, "appos", "flat", "nmod:desc"):
        if (
            scene.tokens[c].upos == "PROPN"
            and c > j
            and scene.place_at(scene.tokens[c].start, scene.tokens[c].end) is None
        ):
            return sorted([c, *scene.children(c, "flat")])
    return []


def _is_somebody(scene: Scene, j: int) -> bool:
    """Is it a name, or a noun for people and their bodies?"""
    token, mention = scene.tokens[j], scene.mention(j)
    if mention is not None and mention.kind not in PEOPLE:
        return False
    if token.upos == "PROPN":
        return not any(t.start <= token.start < t.end for t in scene.times)
    return scene.lemma(j) in SPEAKERS or scene.lemma(j) in knowledge().agent_sectors


def _called(scene: Scene, words: list[int], head: int | None = None) -> Participant:
    span = scene.stretch(words)
    owner = owner_of(scene, head, depth=0) if head is not None else None
    country = owner.country if owner is not None and owner.kind != "person" else None  # not "*his* critics"
    name = " ".join(scene.document.text[span.start : span.end].split())
    is_name = head is None or scene.tokens[head].upos == "PROPN"
    return Participant(
        name=name if is_name else None,
        role=None if is_name else name,
        country=country,
        start=span.start,
        end=span.end,
    )
