"""Who takes part in a Russian engagement, and as what: the actors in the cases that the event word's frame asks for."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from demarche.claims.engagements.russian.actors import Actor, actors, people, with_joined
from demarche.claims.engagements.russian.subjects import CLAUSE, subjects
from demarche.claims.engagements.russian.triggers import Trigger
from demarche.claims.parties import place_of
from demarche.claims.scene import Scene
from demarche.model import Place
from demarche.model.values import Part

AGENT = "Ins"
PLACES = frozenset({"в:Loc", "на:Loc", "в:", "под:Ins"})


class Cast(NamedTuple):
    """An actor in a part."""

    actor: Actor
    part: Part


def cast(scene: Scene, trigger: Trigger, others: Sequence[int]) -> list[Cast]:
    """Everybody whom the event word names, each once, in the order of the text."""
    everybody = people(actors(scene))
    own = list(
        _of_noun(scene, trigger, everybody, others) if trigger.is_noun else _of_verb(scene, trigger, everybody, others)
    )
    return _once(own)


def _of_noun(scene: Scene, trigger: Trigger, everybody: Sequence[Actor], others: Sequence[int]) -> Iterator[Cast]:
    n, frame = trigger.token, trigger.frame
    yield from (Cast(a, "party") for a in everybody if a.case == "joined" and 0 < n - a.first <= 3)
    end = _end(scene, trigger, others)
    after = [a for a in everybody if n < a.first < end]
    owner = next((a for a in after if a.slot == "Gen" and _adjacent(scene, n, a)), None)
    owners: list[Cast] = []
    if owner and (part := frame.partners.get("Gen")):
        owners = [Cast(a, part) for a in with_joined(scene, owner, everybody)]
        yield from owners
    earlier = _between(scene, trigger, everybody, others)
    partners = list(_partners(scene, trigger, after, owner)) or list(_partners(scene, trigger, earlier, owner))
    yield from partners
    if trigger.verb >= 0 and _subject_counts(scene, trigger, len(owners), bool(partners)):
        yield from (Cast(a, trigger.subject) for a in subjects(scene, trigger.verb, everybody, n))
    elif trigger.verb >= 0 and partners and not owners:
        yield from (Cast(a, trigger.subject) for a in _speaking(scene, trigger.verb, everybody))


def _speaking(scene: Scene, verb: int, everybody: Sequence[Actor]) -> list[Actor]:
    """*Кулеба заявил, что встреча с Лавровым не планируется*: his own; a spokesman speaks of another's."""
    head = scene.tokens[verb].head
    if head < 0 or not scene.tokens[verb].deprel.startswith("ccomp"):
        return []
    return [a for a in subjects(scene, head, everybody, head) if a.mention.level in ("head", "minister", "deputy")]


def _subject_counts(scene: Scene, trigger: Trigger, owners: int, partners: bool) -> bool:
    """*Путин провёл переговоры*, *отменил визит*; not *состоялись переговоры*, whose subject is the noun itself, nor
    *предложил встречу Путина и Байдена*, which has its people."""
    if owners:
        return trigger.mode != "visit" and not partners and owners < 2
    relation = scene.tokens[trigger.token].deprel
    return (trigger.direct and not relation.startswith("nsubj")) or not trigger.direct or not partners


def _partners(scene: Scene, trigger: Trigger, near: Sequence[Actor], owner: Actor | None) -> Iterator[Cast]:
    """The actors in the frame's prepositions and bare cases."""
    for actor in near:
        part = trigger.frame.partners.get(actor.slot)
        if part and actor is not owner and (actor.preposition or actor.slot == "Dat"):
            yield Cast(actor, part)


def _between(scene: Scene, trigger: Trigger, everybody: Sequence[Actor], others: Sequence[int]) -> list[Actor]:
    """*с Президентом Турции провёл телефонный разговор*: those before the event word in its clause."""
    start = max(
        [o for o in others if o < trigger.token] + [k for k in range(trigger.token) if scene.lemma(k) in CLAUSE],
        default=-1,
    )
    return [a for a in everybody if start < a.first < trigger.token]


def _of_verb(scene: Scene, trigger: Trigger, everybody: Sequence[Actor], others: Sequence[int]) -> Iterator[Cast]:
    v, frame = trigger.token, trigger.frame
    above = scene.tokens[v].head
    passive = scene.feature(v, "Voice") == "Pass" and not scene.lower(v).endswith("ся")
    doers = [a for a in everybody if a.slot == AGENT] if passive else subjects(scene, v, everybody, v)
    if above >= 0 and scene.feature(v, "VerbForm") == "Inf":  # *предложил Владимиру Путину встретиться*
        doers += [a for a in everybody if a.slot == "Dat" and above < a.first < v]
    yield from (Cast(a, frame.subject) for a in doers)
    end = _end(scene, trigger, others)
    after = [a for a in everybody if v < a.first < end and a not in doers]
    partners = list(_partners(scene, trigger, after, None))
    yield from partners or _partners(scene, trigger, _between(scene, trigger, everybody, others), None)
    wanted = getattr(frame, "object", None)
    if wanted and passive:
        yield from (Cast(a, wanted) for a in subjects(scene, v, everybody, v))
    elif wanted:
        met = next(
            (a for a in after if a.slot in ("Acc", "Gen") or (a.slot == "" and a.mention.kind == "person")), None
        )
        yield from (Cast(a, wanted) for a in with_joined(scene, met, everybody)) if met else ()


def _end(scene: Scene, trigger: Trigger, others: Sequence[int]) -> int:
    """Where the words that belong to an event word end: at another event, another clause, another finite verb."""
    n = max(trigger.token, trigger.verb if trigger.direct else -1)
    for k in range(trigger.token + 1, len(scene.tokens)):
        other = k in others and k != trigger.verb
        finite = scene.tokens[k].upos == "VERB" and scene.feature(k, "VerbForm") == "Fin" and k > n
        if other or finite or scene.lemma(k) in CLAUSE:
            return k
    return len(scene.tokens)


def _adjacent(scene: Scene, n: int, actor: Actor) -> bool:
    """Do only adjectives stand between the noun and the actor?"""
    return all(scene.tokens[k].upos in ("ADJ", "DET") for k in range(n + 1, actor.first))


def _once(found: Iterable[Cast]) -> list[Cast]:
    """Each actor once, in its first part."""
    kept: list[Cast] = []
    for one in found:
        same = (k.actor.mention for k in kept)
        m = one.actor.mention
        if not any(o is m or (m.actor and (o.actor, o.name) == (m.actor, m.name)) for o in same):
            kept.append(one)
    return sorted(kept, key=lambda c: c.actor.first)


def places(scene: Scene, trigger: Trigger, others: Sequence[int]) -> list[Place]:
    """Where it took place; for a visit the places gone to, those joined among them."""
    everybody = actors(scene)
    end = _end(scene, trigger, others)
    wanted = set(trigger.frame.place)
    goals = [a for a in everybody if trigger.token < a.first < end and _is_goal(a, wanted)]
    if not goals and wanted:
        goals = [a for a in everybody if a.first < trigger.token and _is_goal(a, wanted) and a.preposition]
    sites = [a for a in everybody if a.slot in PLACES and _is_site(scene, trigger, a)]
    sites.sort(key=lambda a: (not trigger.token < a.first < end, abs(a.first - trigger.token)))
    for chosen in (goals, sites):
        if chosen:
            group = with_joined(scene, chosen[0], everybody)
            return [p for a in group if (p := place_of(scene, a.mention))]
    return []


def _is_site(scene: Scene, trigger: Trigger, actor: Actor) -> bool:
    """Did the event take place there, and not only *ситуация на Украине*?"""
    head = scene.tokens[actor.first].head
    of_noun = head >= 0 and scene.tokens[head].upos == "NOUN" and head != trigger.token and scene.mention(head) is None
    return actor.mention.kind in ("place", "state") and not (of_noun and head == actor.first - 2)


def _is_goal(actor: Actor, wanted: set[str]) -> bool:
    """Is it in the case that names where somebody goes? Of names that have no cases, the preposition says enough."""
    if actor.mention.kind not in ("place", "state"):
        return False
    prepositions = {w.partition(":")[0] for w in wanted if ":" in w}
    return actor.slot in wanted or actor.preposition in prepositions
