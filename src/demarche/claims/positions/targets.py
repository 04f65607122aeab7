"""What a stance is towards: the target of a word of stance by its frame, and the words that give it."""

import msgspec

from demarche.claims.positions.holders import RELATIVE, is_passive
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities
from demarche.lexicon.stance import StanceEntry

LONGEST = 16
LEADING = frozenset({"PUNCT", "ADP", "SCONJ", "CCONJ", "DET"})
BEFORE = frozenset({"case", "det", "mark", "det:predet", "cop", "nsubj", "aux", "advmod"})
SOFT = 0.65
"""Entries trusted no more than this need a noun as their target."""
SOMEBODY = frozenset({"person", "office", "state", "organisation", "group"})
PRONOUNS = frozenset(["itself", "himself", "herself", "themselves", "each", "it", "them", "him", "her", "you", "us"])
THINGS = frozenset({"it", "them"})
OPEN = frozenset(
    {"what", "whatever", "who", "whom", "which", "those", "something", "anything", "nothing", "everything"}
)


class Target(msgspec.Struct, frozen=True):
    """The head word of the target, if one is named, and the head of the matter beside it.

    `thing` opens a matter that is a clause: "called for *the perpetrators* to be tried".
    """

    at: int | None = None
    matter: int | None = None
    is_clause: bool = False
    thing: int | None = None


def target(scene: Scene, i: int, entry: StanceEntry) -> Target | None:
    """The target of a verb or adjective by one entry's frame; null where the frame does not fit."""
    if not _has_particle(scene, i, entry) or any(_of_frame(scene, i, f) for f in entry.not_with):
        return None
    for frame in entry.takes:
        at = [i, *(c for c in scene.children(i, "advmod", "compound:prt") if scene.lower(c) == entry.particle)]
        for found in (f for k in at for f in _of_frame(scene, k, frame)):
            if fits(scene, found, entry, frame):
                if frame == "for" and (deed := _to_be_done(scene, i, found)) is not None:
                    return Target(None, deed, thing=found)
                return Target(found, _matter(scene, i, found, entry), frame in ("that", "to do", "doing"))
    return Target() if "none" in entry.takes and not scene.children(i, "obj") else None


def _to_be_done(scene: Scene, i: int, noun: int) -> int | None:
    """ "Called for the perpetrators *to be tried*": not they are wanted, but that."""
    below = [*scene.children(i, "xcomp", "advcl", "ccomp"), *scene.children(noun, "acl")]
    return next((c for c in below if c > noun and any(scene.lower(m) == "to" for m in scene.children(c, "mark"))), None)


def _has_particle(scene: Scene, i: int, entry: StanceEntry) -> bool:
    own = [scene.lower(c) for c in scene.children(i, "compound:prt", "advmod") if c > i]
    if entry.particle is None:
        return not any(
            scene.tokens[c].deprel == "compound:prt" and scene.lower(c) not in ("out", "up") for c in scene.children(i)
        )
    return entry.particle in own


def _of_frame(scene: Scene, i: int, frame: str) -> list[int]:
    """The dependents of a word that stand in a frame."""
    match frame:
        case "obj":
            return _objects(scene, i)
        case "iobj":
            return scene.children(i, "iobj")
        case "that":
            return [c for c in scene.children(i, "ccomp") if c > i and scene.children(c, "nsubj", "nsubj:pass", "expl")]
        case "to do":
            below = scene.children(i, "xcomp", "advcl", "ccomp")
            return [c for c in below if c > i and any(scene.lower(m) == "to" for m in scene.children(c, "mark"))]
        case "doing":
            return [
                c
                for c in scene.children(i, "xcomp", "advcl")
                if c > i and scene.feature(c, "VerbForm") in ("Ger", "Part")
            ]
        case _:
            return by_case(scene, i, frame)


def by_case(scene: Scene, i: int, preposition: str) -> list[int]:
    """What hangs on a word by a preposition: a noun, or a gerund (*warned against sending*)."""
    if preposition.count(" ") == 2:  # "in favour of": the noun in the middle may be read as one of its own
        first, middle, last = preposition.split()
        inner = [c for c in scene.children(i, "obl", "nmod") if scene.case(c) == first and scene.lower(c) == middle]
        found = [k for c in inner for k in by_case(scene, c, last)]
        if found:
            return found
    nouns = [c for c in scene.children(i, "obl", "nmod") if c > i and scene.case(c) == preposition]
    clauses = [c for c in scene.children(i, "advcl", "acl", "xcomp") if c > i and scene.case(c) == preposition]
    return nouns or clauses


def _objects(scene: Scene, i: int) -> list[int]:
    """The object of a verb, in the active or the passive, in a relative clause, or shared with a verb joined to it."""
    if scene.tokens[i].upos == "VERB" and is_passive(scene, i):
        subjects = scene.children(i, "nsubj:pass")
        if not subjects and scene.tokens[i].deprel == "conj":
            subjects = scene.children(scene.tokens[i].head, "nsubj:pass")
        if subjects and scene.lower(subjects[0]) not in RELATIVE:
            return subjects
        return [scene.tokens[i].head] if scene.tokens[i].deprel in ("acl", "acl:relcl") else []
    own = scene.children(i, "obj")
    if own and scene.lower(own[0]) in RELATIVE:
        return [scene.tokens[i].head] if scene.tokens[i].deprel == "acl:relcl" else []
    if not own and scene.tokens[i].deprel == "acl:relcl" and scene.children(i, "nsubj"):
        return [scene.tokens[i].head]
    shared = [o for c in scene.children(i, "conj") if scene.tokens[c].upos == "VERB" for o in scene.children(c, "obj")]
    return own or shared


def fits(scene: Scene, at: int, entry: StanceEntry, frame: str = "obj") -> bool:
    """Is the target of the kind that an entry asks for?"""
    if scene.lower(at) in OPEN or any(scene.lower(c) in OPEN for c in scene.children(at, "obj")):
        return False
    if frame in ("that", "to do", "doing"):
        return True
    if scene.lower(at) in PRONOUNS:
        return scene.lower(at) in THINGS and not entry.objects and entry.trust > SOFT
    if _is_time(scene, at) or scene.lemma(at) in entry.not_objects:
        return False
    if entry.objects and scene.lemma(at) not in entry.objects:
        return False
    return _is_of_kind(scene, at, entry)


def _is_time(scene: Scene, at: int) -> bool:
    start = scene.tokens[at].start
    return any(t.start <= start < t.end for t in scene.times) or scene.lower(at) in quantities().words.times


def _is_of_kind(scene: Scene, at: int, entry: StanceEntry) -> bool:
    """Thing or person, as the entry asks: by the actor that the word names, if it names one."""
    token, mention = scene.tokens[at], scene.mention(at)
    if mention is None or token.upos in ("VERB", "ADV"):
        return True
    if entry.not_people and mention.kind in ("person", "office"):
        return False
    return not (entry.things and mention.kind in SOMEBODY and mention.head == token.start)


def _matter(scene: Scene, i: int, at: int, entry: StanceEntry) -> int | None:
    """What it is about, beside its target: "accused Algeria *of arming the rebels*"."""
    for preposition in entry.matter:
        found = [c for c in by_case(scene, i, preposition) + by_case(scene, at, preposition) if c > at]
        if found:
            return found[0]
    return None


def phrase(scene: Scene, at: int, whole: bool = False) -> list[int]:
    """The words of a target: its noun phrase without the article before it and without a relative clause after it.

    `whole`: a clause, from its first word to its last.
    """
    if scene.tokens[at].upos == "PRON":
        return [at]
    leave = {k for c in scene.children(at) if _is_left_out(scene, at, c, whole) for k in scene.subtree(c)}
    own = [k for k in scene.subtree(at) if k not in leave]
    while own and (scene.tokens[own[0]].upos in LEADING or scene.lower(own[0]) == "that"):
        own = own[1:]
    run = [k for k in own if k <= at]
    for k in range(at + 1, len(scene.tokens)):
        if k not in own or len(run) >= LONGEST:
            break
        run.append(k)
    while run and scene.tokens[run[-1]].upos in ("PUNCT", "CCONJ", "ADP"):
        run.pop()
    return _with_name(scene, at, run or [at])


def _is_left_out(scene: Scene, at: int, c: int, whole: bool) -> bool:
    """Is a dependent no part of a target's name: an aside, another clause, what stands before a predicate noun?"""
    relation = scene.tokens[c].deprel
    if relation in ("punct", "parataxis", "cc"):
        return True
    if whole:
        return False
    if relation in ("acl:relcl", "appos") or (relation == "acl" and scene.feature(c, "VerbForm") == "Part"):
        return True  # *the plan backed by Turkey*: a participle tells more of the plan
    return (relation == "conj" and scene.tokens[c].upos == "VERB") or (c < at and relation in BEFORE)


def _with_name(scene: Scene, at: int, run: list[int]) -> list[int]:
    """The words up to the end of the actor's name that the head is part of: *nominee **Hillary Clinton***."""
    mention = scene.mention(at)
    if mention is None:
        return run
    inside = [
        k for k, t in enumerate(scene.tokens) if k > run[-1] and mention.start <= t.start and t.end <= mention.end
    ]
    return run + inside
