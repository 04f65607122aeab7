"""What stands around an event verb in its clause: the medium, the table, the town."""

from collections.abc import Iterator

from demarche.claims.scene import Scene
from demarche.lexicon.events import EventLexicon, VerbFrame, discourse
from demarche.model import Mention

MARGINS = frozenset({"sideline", "margin", "fringe", "side"})
"""What of a gathering others meet on: "on the *sidelines* of the summit"."""
BY = frozenset({"by", "over", "via", "in", "during", "through", "on"})
"""Prepositions of a medium: "*by* phone", "*in* a telephone call"."""


def by_medium(scene: Scene, i: int, lexicon: EventLexicon) -> bool:
    """ "Told her *by phone* that", "warned him *in a telephone call*": does a circumstance name the medium?"""
    for c in scene.subtree(i):
        words = {scene.lower(c), *(scene.lower(k) for k in scene.children(c, "compound", "amod"))}
        remote = scene.case(c) in BY and any(lexicon.media.get(w) in ("phone", "video") for w in words)
        if remote and next((a for a in scene.ancestors(c) if scene.tokens[a].upos == "VERB"), i) == i:
            return True
    return False


def of_kind(scene: Scene, i: int, frame: VerbFrame) -> bool:
    """Is the object itself of a kind asked for: "left *Paris*", not "left the summit in Paris"?"""
    objects = [m for c in scene.children(i, "obj") if (m := scene.mention(c)) and m.kind in frame.partner_kinds]
    return any((p := scene.place_at(m.start, m.end)) is None or p.precision != "site" for m in objects)


def near(scene: Scene, i: int, words: tuple[str, ...]) -> bool:
    """Does one of some words stand in the clause of a verb, no other verb between?"""
    return any(
        (scene.lemma(c) in words or scene.lower(c) in words) and _verb_above(scene, c) == i
        for c in {k for d in scene.children(i) if "subj" not in scene.tokens[d].deprel for k in scene.subtree(d)}
        if scene.tokens[c].upos != "VERB"
    )


def _verb_above(scene: Scene, c: int) -> int | None:
    return next((a for a in scene.ancestors(c) if scene.tokens[a].upos == "VERB"), None)


def in_clause(scene: Scene, v: int) -> Iterator[int]:
    """Where the clause of a verb says it takes place: "in Oslo", on the verb or on somebody who takes part in it."""
    for c in scene.children(v, "obl", "obj", "iobj", "nsubj", "xcomp", "nmod"):
        if _is_place(scene, c):
            yield c
        mention = scene.mention(c)
        of_people = mention is not None and mention.kind in ("person", "office", "group")
        of_people = of_people or (scene.tokens[c].deprel == "obj" and scene.lemma(c) in discourse().papers)
        troubled = scene.lemma(c) in discourse().troubles  # "talks on *the situation* in Aleppo"
        near = scene.children(c, "nmod") if scene.case(c) in ("for", "on", "after") and not troubled else []
        inside = scene.subtree(c) if of_people or scene.case(c) in ("to", "over", "at") else near
        yield from (k for k in inside if k != c and _is_place(scene, k) and scene.tokens[k].deprel == "nmod")


def at_a_place(scene: Scene, v: int) -> bool:
    """Does the clause say where: in a town, in a house, or "here"?"""
    if any(scene.lower(c) in ("here", "there") for c in scene.children(v, "advmod")):
        return True
    return any(_in_town(scene, k) for k in in_clause(scene, v))


def _in_town(scene: Scene, k: int) -> bool:
    """Is a place no whole state or region: one where people can be together?"""
    named = scene.place_at(scene.tokens[k].start, scene.tokens[k].end)
    mention = scene.mention(k)
    if mention is not None and is_seat(mention):
        return True
    if named is not None:
        return named.precision in ("city", "site")
    return mention is not None and mention.kind == "place" and mention.country is not None


def _is_place(scene: Scene, i: int) -> bool:
    mention = scene.mention(i)
    if mention is None or scene.case(i) not in ("in", "at", "outside"):
        return False
    return mention.kind in ("place", "state") or is_seat(mention)


def is_seat(mention: Mention) -> bool:
    """ "At *the State Department*": a government's house is a place where people meet."""
    return mention.country is not None and "organ:" in f"{mention.actor} {mention.organisation}"
