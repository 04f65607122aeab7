"""Whose stance it is: from a word of stance up to whoever takes it, over what carries the stance or turns it round.

*refused to condemn*, *urged France to support*, *the plan backed by Turkey*, *Kuwait joined Qatar in condemning*.
"""

from itertools import pairwise

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
OTHERS = frozenset(
    {"counterpart", "colleague", "critic", "opponent", "rival", "adversary", "enemy", "neighbour", "neighbor", "ally"}
)
FAR = 6


class Holder(msgspec.Struct, frozen=True):
    """The word that names whoever takes the stance; `turned`: something on the way up denies or refuses it.

    `hedged`: it is avoided, and so is its opposite. `speaker`: it is whoever speaks the words (*we*). `would`: only
    under a condition. `also` joins the first.
    """

    at: int
    turned: bool = False
    hedged: bool = False
    speaker: bool = False
    would: bool = False
    also: int | None = None


def holder(scene: Scene, i: int, *, as_adjective: bool = False) -> Holder | None:
    """The holder of a verb's or an adjective's stance; null where nobody takes it, or only may.

    `as_adjective`: a participle that says a state (*is opposed to*), so that its subject is no sufferer.
    """
    if as_adjective and (of := scene.children(i, "nsubj", "nsubj:pass")) and not is_unreal(scene, i):
        return _held(scene, of[0], Holder(of[0], is_negated(scene, i)))
    turned, hedged, would, also = False, False, False, None
    for _ in range(FAR):
        if is_unreal(scene, i):
            return None
        turned ^= is_negated(scene, i)
        would |= any(scene.lower(c) in ("would", "'d", "’d") for c in scene.children(i, "aux"))
        own = _own(scene, i)
        if own is None and (noun := _bid(scene, i)) is not None:
            own = noun
        if own is not None:
            return _held(scene, own, Holder(own, turned, hedged, would=would, also=also))
        step = _up(scene, i)
        if step is None:
            return None
        turned ^= step[1]
        hedged |= scene.lemma(step[0]) in stance_lexicon().governors.hedge.words
        also = step[2] if step[2] is not None else also
        i = step[0]
    return None


def _held(scene: Scene, at: int, found: Holder) -> Holder | None:
    if any(scene.lower(c) in ("no", "neither", "any", "whoever") for c in scene.children(at, "det")):
        return None
    return msgspec.structs.replace(found, speaker=scene.lower(at) in FIRST_PERSON)


def is_negated(scene: Scene, i: int) -> bool:
    """Is a word denied by a word of its own? "No longer" denies too."""
    own = [scene.lower(c) for c in scene.children(i, "advmod", "cc", "cc:preconj", "aux", "discourse")]
    longer = any(
        scene.lower(c) in ("longer", "more") and any(scene.lower(k) == "no" for k in scene.children(c))
        for c in scene.children(i, "advmod")
    )
    return longer or (any(word in NOT for word in own) and not _is_only(scene, i))


def _is_only(scene: Scene, i: int) -> bool:
    """ "Not only", "not just": what follows is meant."""
    words = [scene.lower(k) for k in range(max(i - 4, 0), min(i + 5, len(scene.tokens)))]
    return any(a in ("not", "n't", "n’t") and b in ("only", "just", "merely", "simply") for a, b in pairwise(words))


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


def _bid(scene: Scene, i: int) -> int | None:
    """*Washington's efforts **to isolate** the regime*, *pressure from Brussels **to join***: whoever's bid it is."""
    if scene.tokens[i].deprel not in ("acl", "advcl") or scene.feature(i, "VerbForm") != "Inf":
        return None
    known = stance_lexicon().governors.bid.words
    above = scene.tokens[i].head  # the parser may hang "to join" on the verb, past the noun it belongs to
    near = (
        [above] if scene.tokens[i].deprel == "acl" else [k for k in range(i - 1, above, -1) if scene.lemma(k) in known]
    )
    noun = near[0] if near else -1
    if noun < 0 or scene.lemma(noun) not in known:
        return None
    owners = scene.children(noun, "nmod:poss") + [
        c for c in scene.children(noun, "nmod") if scene.case(c) in ("by", "from")
    ]
    owners += [c for c in scene.children(noun, "amod", "compound") if (m := scene.mention(c)) and m.country]
    return owners[0] if owners else None


def _up(scene: Scene, i: int) -> tuple[int, bool, int | None] | None:
    """One step to the word above that may have the subject: where, whether it turns the stance, who joins in."""
    token = scene.tokens[i]
    if token.head >= 0 and token.deprel == "advmod" and scene.lemma(i) in stance_lexicon().governors.hedge.words:
        return token.head, False, None
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
    if above in words.turn.words or (above == "have" and _is_yet(scene, token.head)):
        return token.head, True, None
    if above in words.hedge.words:
        return token.head, False, None
    joined = asked[0] if above == "join" and asked else None
    if above in words.carry.words or scene.feature(i, "VerbForm") in ("Ger", "Part"):
        return (token.head, False, joined) if scene.tokens[token.head].upos in ("VERB", "ADJ", "AUX") else None
    return None


def _is_yet(scene: Scene, i: int) -> bool:
    """*has yet to decide*."""
    return any(scene.lower(c) == "yet" for c in scene.children(i, "advmod"))


def is_unreal(scene: Scene, i: int) -> bool:
    """Under "if", "may", "whether", or a word that leaves it open."""
    if any(scene.lower(c) in UNREAL_AUX for c in scene.children(i, "aux")):
        return True
    below = i
    for word in (i, *scene.ancestors(i)):
        if any(scene.lower(c) in IF for c in scene.children(word, "mark")):
            return True
        if word != i and (
            scene.lemma(word) in stance_lexicon().governors.unreal.words or _is_unsaid(scene, below, word)
        ):
            return True
        below = word
        if scene.tokens[word].deprel not in ("conj", "xcomp", "ccomp", "advcl", "acl:relcl", "acl"):
            break
    return False


def _is_unsaid(scene: Scene, below: int, above: int) -> bool:
    """ "Does not think that it is a threat", "did not say that it would support": what is not said says nothing."""
    return scene.tokens[below].deprel == "ccomp" and is_negated(scene, above)


def held_by(scene: Scene, held: Holder) -> list[tuple[int, Mention]]:
    """The actors that a holder's words name: governments and bodies, and persons who stand for one."""
    if _is_others(scene, held.at):
        return []
    found = actors(scene, held.at) or _said_of_itself(scene, held.at)
    found += actors(scene, held.also) if held.also is not None else []
    return [(i, m) for i, m in found if m.country or m.organisation or (m.name and m.kind == "person")]


def _said_of_itself(scene: Scene, i: int) -> list[tuple[int, Mention]]:
    """*Kazakhstan said **it** would not*: a pronoun that nothing resolved, right under what its own antecedent says."""
    if scene.tokens[i].upos != "PRON" or scene.lower(i) not in ("it", "they", "he", "she"):
        return []
    for above in list(scene.ancestors(i))[1:3]:
        subjects = scene.children(above, "nsubj") if scene.tokens[above].upos == "VERB" else []
        found = [(j, m) for c in subjects for j, m in actors(scene, c)]
        person = scene.lower(i) in ("he", "she")
        if len(found) == 1 and (found[0][1].kind == "person") == person:
            return found
    return []


def _is_others(scene: Scene, i: int) -> bool:
    """*his counterparts*, *its critics*: others than whoever they belong to."""
    return scene.lemma(i) in OTHERS and bool(scene.children(i, "nmod:poss"))
