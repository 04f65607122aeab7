"""The thing that a cue is about: an object, what its preposition opens, what is spoken of in the passive."""

from demarche.claims.scene import Scene
from demarche.claims.statements.clauses import is_apart
from demarche.claims.statements.cues import Cue, openers

COMPLETES = frozenset({"as", "for", "of", "to", "with", "from", "about", "against", "over", "on", "into", "toward"})
"""Prepositions of what a verb says of its object ("blamed X *for* Y"); others tell where and when it was said."""
ASIDE = 6
"""Words of a time or an adverb that may stand between them."""
CLAUSES = frozenset({"to", "as"})
PERSONS = frozenset({"him", "her", "them", "us", "me", "you"})
WITHHOLD = frozenset({"deny", "refuse"})
""" "Denied *them* help" is done, not said."""
MARKS = frozenset("“”\"‘’'") | {"''", "``"}


def thing(scene: Scene, cue: Cue) -> list[int]:
    """The thing said of, with what the verb says of it ("called *the plan a mistake*", "blamed *X for Y*")."""
    i = cue.at
    if "told" in cue.entry.frames or (scene.lemma(i) in WITHHOLD and scene.children(i, "iobj")):
        return []
    things = [c for c in scene.children(i, "obj", "xcomp", "ccomp") if c > i]
    if not things:
        return _relative(scene, i)
    first = things[0]
    if "thing" in cue.entry.frames and _is_somebody(scene, first):
        return []
    if scene.tokens[first].deprel == "xcomp" and scene.feature(first, "VerbForm") not in ("Ger", "Part"):
        return []
    return without_loose_end(scene, _extended(scene, i, scene.subtree(first)))


def _is_somebody(scene: Scene, i: int) -> bool:
    """ "Welcomed the president" is a reception, "welcomed the agreement" a statement."""
    mention = scene.mention(i)
    return scene.lower(i) in PERSONS or (mention is not None and mention.kind != "place")


def _relative(scene: Scene, i: int) -> list[int]:
    """ "The deal *that* he praised", "*what* she called a rant": the pronoun stands for the thing."""
    return [c for c in scene.children(i, "obj") if scene.feature(c, "PronType") in ("Rel", "Int")]


def _extended(scene: Scene, i: int, tokens: list[int]) -> list[int]:
    """A thing with the further dependents of its verb that follow without a comma, time at the end apart."""
    out = list(tokens)
    for c in sorted(scene.children(i)):
        below = scene.subtree(c)
        between = range(max(out) + 1, next((t for t in below if scene.tokens[t].upos != "PUNCT"), c))
        gap = [k for k in between if scene.lower(k) not in MARKS]
        if c > max(out) and _completes(scene, c) and (not gap or _spans(scene, i, c, gap)):
            out.extend(range(max(out) + 1, below[0]))
            out.extend(below)
    return _with_instances(scene, i, [*out, *_as_behind(scene, i, max(out))])


def _spans(scene: Scene, i: int, c: int, gap: list[int]) -> bool:
    """ "Called the vote *five years ago* rigged": a time or an adverb may part a thing from what is said of it."""
    if scene.case(c) != "as" and scene.tokens[c].deprel != "xcomp" and not _has_as(scene, c):
        return False
    aside = {t for s in scene.children(i, "obl", "advmod", "nmod") for t in scene.subtree(s)}
    return len(gap) <= ASIDE and all(k in aside and scene.tokens[k].upos != "PUNCT" for k in gap)


def _as_behind(scene: Scene, i: int, last: int) -> list[int]:
    """ "Called it *years ago as rigged*": what "as" opens right behind a time, whatever the parser hung it on."""
    aside = {t for s in scene.children(i, "obl", "advmod", "obl:unmarked") for t in scene.subtree(s)}
    at = last + 1
    while at in aside and scene.lower(at) != "as" and at - last <= ASIDE:
        at += 1
    if at == last + 1 or at >= len(scene.tokens) or scene.lower(at) != "as" or scene.tokens[at].head <= at:
        return []
    return list(range(last + 1, max(scene.subtree(scene.tokens[at].head)) + 1))


def _has_as(scene: Scene, c: int) -> bool:
    return any(scene.lower(m) == "as" for m in scene.children(c, "mark", "case"))


def _with_instances(scene: Scene, i: int, tokens: list[int]) -> list[int]:
    """A thing with the instances behind it ("support, *including through aid*"), wherever a parser hung them."""
    last = max(tokens)
    opening = [k for k in range(last + 1, min(last + 3, len(scene.tokens))) if scene.lower(k) == "including"]
    if not opening or any(scene.lower(k) != "," for k in range(last + 1, opening[0])):
        return tokens
    head = scene.tokens[opening[0]].head
    below = [t for t in scene.subtree(head) if t >= opening[0]] if head > last else []
    return [*tokens, *range(last + 1, opening[0]), *below]


def _completes(scene: Scene, c: int) -> bool:
    """Does a dependent belong to what is said of a thing, not to when and where it was said?"""
    relation = scene.tokens[c].deprel.partition(":")[0]
    if relation == "advcl" and any(scene.lower(m) in CLAUSES for m in scene.children(c, "mark")):
        return True
    if relation in ("obl", "nmod", "advcl"):
        return scene.case(c).partition(" ")[0] in COMPLETES
    return relation in ("xcomp", "obj", "acl", "parataxis")


def without_loose_end(scene: Scene, tokens: list[int]) -> list[int]:
    """A thing without the clause behind a comma that only tells more of it: "…, *which few had read*"."""
    inside = set(tokens)
    for c in tokens:
        relation = scene.tokens[c].deprel
        below = scene.subtree(c)
        is_clause = relation.startswith("acl") or (
            relation == "advcl" and scene.feature(c, "VerbForm") in ("Part", "Ger")
        )
        if (
            is_clause
            and is_apart(scene, c)
            and scene.lower(min(below)) not in MARKS
            and not _is_instance(scene, below)
            and set(below) < inside
            and max(below) >= max(tokens)
        ):
            return [t for t in tokens if t not in below]
    return tokens


def _is_instance(scene: Scene, below: list[int]) -> bool:
    """ "…, *including granting the language a status*": no loose end, but part of the thing."""
    first = next((t for t in below if scene.tokens[t].upos != "PUNCT"), below[0])
    return scene.lower(first) == "including"


def opened_by_preposition(scene: Scene, cue: Cue) -> tuple[list[int], int | None]:
    """What a cue's preposition opens, and the preposition: "warned of *floods*", "rails against *the deal*"."""
    wanted = openers(cue)
    for c in scene.children(cue.at, "obl", "nmod", "advcl", "acl", "ccomp", "xcomp"):
        if c <= cue.at:
            continue
        marks = [m for m in scene.children(c, "case", "mark") if m > cue.at and scene.lower(m) in wanted]
        if marks and marks[0] == min(scene.subtree(c)):
            tokens = [t for t in scene.subtree(c) if t > marks[0]]
            return without_loose_end(scene, _extended(scene, cue.at, tokens)) if tokens else [], marks[0]
    return [], None


def patient(scene: Scene, i: int) -> list[int]:
    """What is spoken of in the passive: "*the deal* was praised by", "a plan proposed by"."""
    if not any(scene.case(c) == "by" for c in scene.children(i, "obl:agent", "obl", "nmod")):
        return []
    own = scene.children(i, "nsubj:pass")
    if own:
        return scene.subtree(own[0])
    token = scene.tokens[i]
    if token.deprel.startswith("acl") and token.head >= 0:
        inside = set(scene.subtree(i))
        whole = [t for t in scene.subtree(token.head) if t not in inside and t < i]
        return [t for t in whole if scene.tokens[t].deprel != "case" or scene.tokens[t].head != token.head]
    return []


def nobodys(scene: Scene, cue: Cue) -> list[int]:
    """ "*The ship* is believed *to have sunk*", "*he* was accused *of spying*": who says so is not told."""
    i = cue.at
    below = scene.children(i, "obl:agent", "obl", "nmod")
    subjects = scene.children(i, "nsubj:pass")
    if not subjects or any(scene.case(c) == "by" for c in below):
        return []
    said = [c for c in scene.children(i, "xcomp", "ccomp") if c > i]
    opened = [c for c in scene.children(i, "obl", "advcl") if c > i and scene.case(c) in ("of", "for", "as")]
    if said:
        return [*scene.subtree(subjects[0]), *scene.subtree(said[0])]
    if opened:
        return [*scene.subtree(subjects[0]), *scene.subtree(opened[0])[1:]]
    return []
