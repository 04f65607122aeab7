"""Whose stance it is: from a word of stance up to whoever takes it, over what carries the stance or turns it round.

*refused to condemn*, *urged France to support*, *the plan backed by Turkey*, *Kuwait joined Qatar in condemning*.
"""

import msgspec

from demarche.claims.actors import actors
from demarche.claims.scene import Scene
from demarche.lexicon.stance import stance_lexicon
from demarche.model import Mention

NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "barely", "cannot"})
UNREAL_AUX = frozenset({"may", "might", "could", "should", "must", "can", "ca"})
IF = frozenset({"if", "unless", "whether", "lest", "until"})
RELATIVE = frozenset({"who", "which", "that", "whose"})
FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})
CLIMBS = frozenset({"xcomp", "advcl", "ccomp", "acl", "obl", "nmod", "conj"})
FAR = 6


class Holder(msgspec.Struct, frozen=True):
    """The word that names whoever takes the stance; `turned`: something on the way up denies or refuses it.

    `speaker`: it is whoever speaks the words (*we*). `would`: only under a condition. `also` joins the first.
    """

    at: int
    turned: bool = False
    speaker: bool = False
    would: bool = False
    also: int | None = None


def holder(scene: Scene, i: int) -> Holder | None:
    """The holder of a verb's or an adjective's stance; null where nobody takes it, or only may."""
    turned, would, also = False, False, None
    for _ in range(FAR):
        if _is_unreal(scene, i):
            return None
        turned ^= is_negated(scene, i)
        would |= any(scene.lower(c) in ("would", "'d", "’d") for c in scene.children(i, "aux"))
        own = _own(scene, i)
        if own is not None:
            return _held(scene, own, turned, would, also)
        step = _up(scene, i)
        if step is None:
            return None
        turned ^= step[1]
        also = step[2] if step[2] is not None else also
        i = step[0]
    return None


def _held(scene: Scene, at: int, turned: bool, would: bool, also: int | None) -> Holder | None:
    if any(scene.lower(c) in ("no", "neither", "any", "whoever") for c in scene.children(at, "det")):
        return None
    return Holder(at, turned, scene.lower(at) in FIRST_PERSON, would, also)


def is_negated(scene: Scene, i: int) -> bool:
    """Is a word denied by a word of its own? "No longer" denies too."""
    own = [scene.lower(c) for c in scene.children(i, "advmod", "cc", "cc:preconj", "aux", "discourse")]
    longer = any(
        scene.lower(c) in ("longer", "more") and any(scene.lower(k) == "no" for k in scene.children(c))
        for c in scene.children(i, "advmod")
    )
    return longer or any(word in NOT for word in own)


def is_passive(scene: Scene, i: int) -> bool:
    """Is a verb in the passive, or a participle that stands behind its noun (*the plan backed by*)?"""
    if scene.children(i, "aux:pass") or scene.children(i, "nsubj:pass"):
        return True
    is_past = scene.feature(i, "VerbForm") == "Part" and scene.feature(i, "Tense") == "Past"
    return is_past and scene.tokens[i].deprel == "acl" and not scene.children(i, "aux", "obj")


def _own(scene: Scene, i: int) -> int | None:
    """Whoever takes the stance by the word's own dependents."""
    if scene.tokens[i].upos == "VERB" and is_passive(scene, i):
        agents = [c for c in scene.children(i, "obl", "obl:agent", "nmod") if scene.case(c) == "by"]
        return agents[0] if agents else None
    subjects = scene.children(i, "nsubj")
    if not subjects and scene.tokens[i].deprel == "acl" and scene.feature(i, "VerbForm") in ("Ger", "Part"):
        return scene.tokens[i].head
    if not subjects:
        return None
    top = subjects[0]
    if scene.lower(top) in RELATIVE and scene.tokens[i].deprel == "acl:relcl":
        return scene.tokens[i].head
    return top


def _up(scene: Scene, i: int) -> tuple[int, bool, int | None] | None:
    """One step to the word above that may have the subject: where, whether it turns the stance, who joins in."""
    token = scene.tokens[i]
    if (
        token.head < 0
        or token.deprel.partition(":")[0] not in CLIMBS
        or (is_passive(scene, i) and token.deprel != "conj")
    ):
        return None
    above, words = scene.lemma(token.head), stance_lexicon().governors
    if token.deprel == "conj":
        passive = scene.children(token.head, "nsubj:pass")
        return None if passive and not is_passive(scene, i) else (token.head, False, None)
    asked = scene.children(token.head, "obj", "iobj") or [c for c in scene.children(token.head, "obl") if c < i]
    if above in words.ask.words and asked and scene.feature(i, "VerbForm") == "Inf":
        return None if is_passive(scene, token.head) else (token.head, False, None)
    if above in words.turn.words:
        return token.head, True, None
    joined = asked[0] if above == "join" and asked else None
    if above in words.carry.words or scene.feature(i, "VerbForm") in ("Ger", "Part"):
        return (token.head, False, joined) if scene.tokens[token.head].upos in ("VERB", "ADJ", "AUX") else None
    return None


def _is_unreal(scene: Scene, i: int) -> bool:
    """Under "if", "may", "whether", or a word that leaves it open."""
    if any(scene.lower(c) in UNREAL_AUX for c in scene.children(i, "aux")):
        return True
    for word in (i, *scene.ancestors(i)):
        if any(scene.lower(c) in IF for c in scene.children(word, "mark")):
            return True
        if word != i and scene.lemma(word) in stance_lexicon().governors.unreal.words:
            return True
        if scene.tokens[word].deprel not in ("conj", "xcomp", "ccomp", "advcl", "acl:relcl", "acl"):
            break
    return False


def held_by(scene: Scene, held: Holder) -> list[tuple[int, Mention]]:
    """The actors that a holder's words name: governments and bodies, and persons who stand for one."""
    found = actors(scene, held.at)
    return found + (actors(scene, held.also) if held.also is not None else [])
