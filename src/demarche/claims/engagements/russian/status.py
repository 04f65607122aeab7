"""Did it happen? Status of a Russian engagement from tense, negation and the words above the event."""

from demarche.claims.engagements.russian.triggers import Trigger, before
from demarche.claims.scene import Scene
from demarche.lexicon.engagement_words import EngagementWords
from demarche.model.values import Status

WISHED: frozenset[Status] = frozenset({"planned", "expected", "proposed", "hypothetical"})
PHRASE = frozenset({"nmod", "acl", "obl", "xcomp", "csubj", "ccomp", "amod", "conj", "nsubj", "obj", "advcl", "iobj"})


def status_of(scene: Scene, trigger: Trigger, words: EngagementWords) -> Status:
    """The status of an event from the words around it, dates left aside."""
    if scene.is_question:
        return "hypothetical"
    own = _adjective(scene, trigger.token, words) if trigger.is_noun else None
    if own:
        return own
    if trigger.is_noun and _preposition(scene, trigger.token) in words.cues.before:
        return "planned"
    return _above(scene, trigger, words)


def _adjective(scene: Scene, n: int, words: EngagementWords) -> Status | None:
    """*предстоящий визит*, *запланированная встреча*."""
    for k in {*before(scene, n), *scene.children(n, "amod", "acl")}:
        if scene.lemma(k) in words.cues.future:
            return "planned"
        if scene.lemma(k) in words.status and scene.feature(k, "VerbForm") in (None, "Part") and k < n:
            return words.status[scene.lemma(k)]
    return None


def _preposition(scene: Scene, n: int) -> str:
    return next((scene.lower(c) for c in scene.children(n, "case") if c < n), "")


def _above(scene: Scene, trigger: Trigger, words: EngagementWords) -> Status:
    """What the chain of words above an event does to it, up to the first that states a fact."""
    i = trigger.token
    found: Status | None = None
    if not trigger.is_noun:
        found = _form(scene, i, words)
        if found in ("denied", "hypothetical"):
            return found
    seen = {i}
    while (head := scene.tokens[i].head) >= 0 and head not in seen:
        seen.add(head)
        relation = scene.tokens[i].deprel.partition(":")[0]
        lemma, upos = scene.lemma(head), scene.tokens[head].upos
        if lemma in words.cues.speech or relation not in PHRASE:
            break
        if relation == "conj" and upos == "VERB":
            found = found or _form(scene, head, words)
            i = head
            continue
        if lemma in words.status and not (relation == "advcl" and found) and not _is_past_fact(found, relation):
            return _governed(scene, head, words.status[lemma], words)
        if upos == "VERB" and found is None and _holds(trigger, head, relation):
            found = _form(scene, head, words)
            if found == "denied":
                return found
        elif upos == "VERB" and found is None:
            return "happened"
        i = head
    return found or "happened"


def _is_past_fact(found: Status | None, relation: str) -> bool:
    """What is told in the past as a clause of its own no governor undoes."""
    return found == "happened" and relation in ("ccomp", "advcl", "acl", "conj", "nsubj", "obl")


def _holds(trigger: Trigger, head: int, relation: str) -> bool:
    return not trigger.is_noun or trigger.direct or relation in ("nsubj", "obj", "xcomp", "csubj", "obl")


def _form(scene: Scene, v: int, words: EngagementWords) -> Status | None:
    """The status that a verb's own form gives; nothing for an infinitive, which is what governs it."""
    beside = [*scene.children(v), *([v - 1] if v else [])]
    small = {scene.lower(c) for c in beside if scene.mention(c) is None}  # *Ли* is a name, *ли* is not
    if small & words.cues.conditions:
        return "hypothetical"
    if _negated(scene, v, words):
        return "denied"
    will = any(scene.lemma(c) == "быть" and scene.feature(c, "Tense") == "Fut" for c in scene.children(v))
    if will or scene.feature(v, "Tense") == "Fut":
        return "planned"
    return None if scene.feature(v, "VerbForm") == "Inf" else "happened"


def _governed(scene: Scene, head: int, status: Status, words: EngagementWords) -> Status:
    """*не планирует* denies; *может отменить* and *не отменил* leave the plan standing."""
    if _negated(scene, head, words):
        return "denied" if status in WISHED else "hypothetical" if status == "refused" else "planned"
    above = scene.tokens[head].head
    if status not in WISHED and above >= 0 and words.status.get(scene.lemma(above)) == "hypothetical":
        return "planned"
    return status


def _negated(scene: Scene, v: int, words: EngagementWords) -> bool:
    near = {scene.lower(c) for c in scene.children(v, "advmod", "aux", "neg", "case", "discourse")}
    return bool(near & words.cues.negators) or (v > 0 and scene.lower(v - 1) in words.cues.negators)
