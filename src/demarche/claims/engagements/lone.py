"""Contact whose sides the text leaves out or names before: "Further talks are due", "ceasefire talks in Doha".

A bare noun goes back to those who were told to meet just before. Where nobody was, a noun that can only mean contact
between states ("truce negotiations") is an engagement all the same, with one side or none.
"""

from collections.abc import Sequence

from demarche.claims.actors import DELEGATES
from demarche.claims.attribution import reported_by
from demarche.claims.engagements.recall import ALIKE, DEFINITE, ROUNDS
from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.slots import slots
from demarche.claims.engagements.somewhere import SENT
from demarche.claims.engagements.standing import FAR, acting, in_quotes, states_before
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse
from demarche.model import Engagement, Participant, Place
from demarche.model.values import Mode

SPOKEN: frozenset[Mode] = frozenset({"talks", "meeting", "call", "summit", "virtual_meeting"})
CLIMBED = frozenset({"reach", "climb", "scale", "conquer", "ascend"})


def resumed(
    scene: Scene,
    trigger: Trigger,
    mode: Mode,
    roles: Sequence[Role],
    told: Sequence[Engagement],
    before: Sequence[Scene],
) -> tuple[Participant, ...]:
    """The participants of a bare noun's event: those who met just before, or the two states spoken of."""
    if trigger.noun is None or mode not in SPOKEN or in_quotes(scene, trigger.token):
        return ()
    if _names_others(scene, trigger, roles):
        return _with_hosts(scene, trigger, mode, roles, told, before)
    if not _is_told(scene, trigger) and not (roles and _is_definite(scene, trigger.token)):
        return ()
    words = _before_noun(scene, trigger.token)
    if words & discourse().domestic:
        return ()
    sides = {r.mention.country or r.mention.organisation for r in roles}
    start = before[-FAR:][0].sentence.start if before else 0
    for earlier in reversed(told):
        known = {p.side for p in earlier.participants}
        near = earlier.sentence is not None and earlier.sentence.start >= start
        hosted = trigger.light is not None and trigger.light.subject == "host" and not sides & known
        fits = near and not earlier.generic and len(known) > 1 and _like(earlier.mode, mode)
        if fits and (hosted or sides <= known):
            return (*(party(r.mention, r.part) for r in roles if hosted), *earlier.participants)
    if sides and (own := _of_the_report(scene, trigger, roles)):
        return own
    anew = words & (discourse().again | discourse().diplomatic) or scene.lower(trigger.token) in ROUNDS
    return tuple(party(m) for m in states_before(before[-FAR:], 2, set())) if anew and not sides else ()


def opened(
    scene: Scene, trigger: Trigger, mode: Mode, roles: Sequence[Role], before: Sequence[Scene], after: Sequence[Scene]
) -> tuple[Participant, ...]:
    """ "*The phone call on Tuesday* lasted an hour. X and Y announced …": a text that opens with what it tells next.

    The two sides are those who act together in the next sentence; only news opens so.
    """
    if (
        trigger.noun is None
        or mode not in SPOKEN
        or roles
        or len(before) > 1
        or not after
        or scene.document.official_of
    ):
        return ()
    n = trigger.token
    if (
        not _is_definite(scene, n)
        or _names_others(scene, trigger, roles)
        or _before_noun(scene, n) & discourse().domestic
    ):
        return ()
    both = acting(after[0], set())
    people = [m for m in both.values() if m.kind in ("person", "office")]
    return tuple(party(m) for m in people) if len(both) == 2 == len(people) else ()


def _of_the_report(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> tuple[Participant, ...]:
    """ "China's foreign ministry said that no consultations were under way *with* Washington": its own."""
    sides = {r.mention.country for r in roles if r.mention.country}
    speaker = reported_by(scene, trigger.anchor)
    if len(sides) != 1 or speaker is None or speaker.country in {None, *sides}:
        return ()
    partner = any(scene.case(r.token) == "with" for r in roles)
    return (speaker, *(party(r.mention, r.part) for r in roles)) if partner else ()


def _is_definite(scene: Scene, n: int) -> bool:
    return any(scene.lower(c) in DEFINITE for c in scene.children(n, "det", "nmod:poss"))


def _with_hosts(
    scene: Scene,
    trigger: Trigger,
    mode: Mode,
    roles: Sequence[Role],
    told: Sequence[Engagement],
    before: Sequence[Scene],
) -> tuple[Participant, ...]:
    """ "Flew to X on Monday. *Her talks with officers* were frank": whom a visitor meets are of the land visited."""
    sides = {r.mention.country or r.mention.organisation for r in roles}
    start = before[-FAR:][0].sentence.start if before else 0
    for earlier in reversed(told):
        came = {p.side for p in earlier.participants if p.part == "visitor"}
        if earlier.mode == "visit" and earlier.sentence and earlier.sentence.start >= start and sides and sides <= came:
            return earlier.participants
    return ()


def _like(earlier: Mode, mode: Mode) -> bool:
    return earlier in ALIKE.get(mode, frozenset()) or (earlier == "visit" and mode in ("talks", "meeting"))


def alone(scene: Scene, trigger: Trigger, mode: Mode, roles: Sequence[Role], places: Sequence[Place]) -> bool:
    """Is it contact between states by its own words, though not two of them are named?

    Official texts tell who takes part in what they report: what they leave open is no news of theirs.
    """
    if scene.document.official_of is not None:
        return False
    if mode == "letter":
        return _to_several(scene, trigger, roles)
    if mode not in SPOKEN:
        return False
    if trigger.verb is not None:
        return _of_a_region(scene, trigger, roles) or _with_rebels(scene, trigger, roles)
    words = _before_noun(scene, trigger.token)
    if words & discourse().domestic or trigger.noun is None or trigger.noun.only_generic:
        return False
    named = words & discourse().diplomatic or _of_leaders(scene, trigger) or _with_delegates(scene, trigger, roles)
    if mode == "summit":
        return (bool(places) or bool(named)) and scene.lemma(trigger.anchor) not in CLIMBED
    named = named or _of_envoys(scene, trigger) or _offered(trigger, roles)
    if not named and _names_others(scene, trigger, roles):
        return False
    rounds = scene.lower(trigger.token) in ROUNDS
    named = named or (rounds and (bool(places) or any(r.mention.country for r in roles)))
    return bool(named) and (_is_told(scene, trigger) or bool(places and not rounds))


def _with_delegates(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "A meeting *between* its prime minister *and a delegation* of the bloc": one side known, the other in office."""
    joined = [i for i, _ in slots(scene, trigger) if scene.lemma(i) in DELEGATES]
    apart = any(scene.case(c) == "between" for c in scene.children(trigger.token, "nmod", "obl"))
    return apart and bool(joined) and any(r.mention.country for r in roles)


def _with_rebels(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "A government team met *rebels*": somebody who stands for a state meets some who stand for none."""
    frame = trigger.verb
    if frame is None or frame.weak or not any(r.mention.country and r.mention.level != "unknown" for r in roles):
        return False
    return any(scene.lemma(i) in discourse().rebels and i > trigger.token for i, _ in slots(scene, trigger))


def _in_office(roles: Sequence[Role]) -> bool:
    """Is one side there, somebody in office: "Arab ministers are to see *Sergei Lavrov*"?"""
    return any(r.mention.country and r.mention.level in ("head", "minister", "deputy") for r in roles)


def _to_several(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "Warned *fellow leaders* in a letter": one writes to several in office who are not named."""
    to = [i for i, part in slots(scene, trigger) if part == "receiver"]
    return any(r.part == "caller" for r in roles) and any(scene.lemma(i) in discourse().groups for i in to)


def _of_envoys(scene: Scene, trigger: Trigger) -> bool:
    """ "*Envoys of the two camps* had held contacts": those who have it are sent for nothing else."""
    kinds = discourse().envoys | SENT
    return any(scene.lemma(i) in kinds for i, _ in slots(scene, trigger))


def _offered(trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "The president *will invite* the lenders *to talks*": a side in office offers it to whomever."""
    effect = trigger.light.effect if trigger.light else None
    offered = effect in ("proposed", "planned") and trigger.carried == "obl:to"
    return offered and any(r.mention.level in ("head", "minister") for r in roles)


def _is_told(scene: Scene, trigger: Trigger) -> bool:
    """Does a verb tell of the event as such: it is held, ends, resumes, is planned?"""
    if trigger.light is not None or scene.children(trigger.token, "cop"):
        return True
    token = scene.tokens[outer(scene, trigger.token)]
    head = token.head
    told = token.deprel.startswith(("nsubj", "obj", "obl"))
    return head >= 0 and told and {scene.lemma(head), scene.lower(head)} & discourse().telling != set()


def _names_others(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> bool:
    """Does the noun say whose it is in words that stand for nobody known ("talks with *the union*")?"""
    taken = {r.token for r in roles}
    mine = [i for i, _ in slots(scene, trigger) if not taken & set(scene.subtree(i))]
    free = {"nsubj", "nsubj:pass"} if trigger.light is None else set()
    return any(scene.tokens[i].deprel not in free for i in mine if scene.tokens[i].upos != "PRON")


def _before_noun(scene: Scene, n: int) -> set[str]:
    """The words before a noun, and before the "round" or "session" that counts it."""
    tops = [n]
    if scene.tokens[n].deprel == "nmod" and scene.lemma(scene.tokens[n].head) in (
        "round",
        "session",
        "series",
        "stage",
        "day",
    ):
        tops.append(scene.tokens[n].head)
    words = [c for t in tops for c in scene.children(t, "amod", "compound", "nummod", "det", "advmod", "nmod") if c < t]
    words += [c for c in scene.children(n, "nmod") if scene.case(c) in ("on", "over", "about")]
    return {w for c in words for w in (scene.lower(c), scene.lemma(c))}


def _of_leaders(scene: Scene, trigger: Trigger) -> bool:
    """ "A summit of *Gulf leaders*", "talks among *regional powers*"."""
    below = [k for c in scene.children(trigger.token, "nmod") for k in scene.subtree(c)]
    before = _before_noun(scene, trigger.token)
    return bool({scene.lower(k) for k in below} & discourse().regional) or bool(before & discourse().regional)


def _is_own(scene: Scene, i: int) -> bool:
    """ "Was briefed by *his team*": they are of the side that has them."""
    return any(scene.tokens[c].upos == "PRON" for c in scene.children(i, "nmod:poss"))


def _of_a_region(scene: Scene, trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "*Arab foreign ministers* met in Cairo", "*leaders of 30 countries* gathered"."""
    frame = trigger.verb
    if (
        frame is None
        or frame.at_place
        or ((frame.weak or "plural_subject" not in frame.needs) and not _in_office(roles))
    ):
        return False
    for i, _ in slots(scene, trigger):
        if scene.lemma(i) in discourse().envoys and scene.feature(i, "Number") == "Plur":
            return True
        if scene.lemma(i) in SENT and any(r.mention.country for r in roles) and not _is_own(scene, i):
            return True
        words = {scene.lower(k) for k in scene.subtree(i)}
        if scene.lemma(i) in discourse().groups and scene.feature(i, "Number") == "Plur":
            counted = any(scene.tokens[k].upos == "NUM" for k in scene.subtree(i)) and words & {
                "countries",
                "states",
                "nations",
                "members",
            }
            return bool(words & discourse().regional) or bool(counted)
    return False
