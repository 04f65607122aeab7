"""What a cue's frame gives as its content: a clause, an infinitive, somebody asked to act, an object, a phrase."""

import msgspec

from demarche.claims.scene import Scene
from demarche.claims.statements.clauses import clause
from demarche.claims.statements.cues import Cue, openers
from demarche.claims.statements.sources import is_passive
from demarche.claims.statements.things import nobodys, opened_by_preposition, patient, thing, without_loose_end
from demarche.lexicon.speech import SpeechVerb

TO = ("to", "not", "never")


class Framed(msgspec.Struct, frozen=True):
    """The words of a content; `by` is the frame that gave it, `opener` the preposition that belongs to the cue."""

    tokens: tuple[int, ...]
    by: str
    opener: int | None = None


def framed(scene: Scene, cue: Cue) -> Framed | None:
    """What stands after a cue as its content, by the first of its frames that fits."""
    frames = cue.entry.frames
    if is_passive(scene, cue.at) and (impersonal := nobodys(scene, cue)):
        return Framed(tuple(impersonal), "unsaid")
    if "clause" in frames and (said := clause(scene, cue)):
        return Framed(tuple(said), "clause")
    if "somebody" in frames and (asked := _somebody(scene, cue)):
        return asked
    if "infinitive" in frames and (doing := _infinitive(scene, cue)):
        return Framed(tuple(without_loose_end(scene, [*_for_what(scene, cue, doing), *doing])), "infinitive")
    opened, opener = opened_by_preposition(scene, cue)
    if opened:
        return Framed(tuple(opened), "object_of", opener)
    if "object" not in frames and "thing" not in frames:
        return None
    passive = is_passive(scene, cue.at)
    told = patient(scene, cue.at) if passive else thing(scene, cue)
    return Framed(tuple(told), "object_passive" if passive else "object") if told else None


def _infinitive(scene: Scene, cue: Cue) -> list[int]:
    """What is to be done: "pledged *to help*", "his offer *to mediate*"."""
    i = cue.at
    relations = ("xcomp", "ccomp") if isinstance(cue.entry, SpeechVerb) else ("acl", "xcomp", "ccomp", "advcl")
    for c in scene.children(i, *relations):
        first = min(scene.subtree(c))
        if c > i and scene.feature(c, "VerbForm") == "Inf" and scene.lower(first) in TO:
            return [t for t in scene.subtree(c) if t > i]
    return []


def _for_what(scene: Scene, cue: Cue, doing: list[int]) -> list[int]:
    """ "A call for *donations to help* the hospital": what is wanted belongs to what it is to do."""
    if isinstance(cue.entry, SpeechVerb):
        return []
    opened, opener = opened_by_preposition(scene, cue)
    return [] if opener is None or min(doing) <= opener else [t for t in opened if t < min(doing)]


def _somebody(scene: Scene, cue: Cue) -> Framed | None:
    """Whom a cue asks, with what he is to do: "urged *the two to talk*", "called on *Iran to stop*"."""
    i = cue.at
    doing = [c for c in scene.children(i, "xcomp", "ccomp", "advcl") if c > i and scene.feature(c, "VerbForm") == "Inf"]
    asked = [c for c in scene.children(i, "obj", "iobj", "obl") if c > i and _is_asked(scene, c, cue)]
    if not doing or (not asked and scene.lower(min(scene.subtree(doing[0]))) not in TO):
        return None
    tokens = [t for c in [*asked[:1], doing[0]] for t in scene.subtree(c) if t > cue.last]
    opener = next((t for c in asked[:1] for t in scene.children(c, "case") if scene.lower(t) in openers(cue)), None)
    return Framed(tuple(sorted(t for t in set(tokens) if t != opener)), "infinitive_of", opener)


def _is_asked(scene: Scene, c: int, cue: Cue) -> bool:
    relation = scene.tokens[c].deprel
    return relation in ("obj", "iobj") or scene.case(c) in openers(cue)
