"""A body whose members are states comes together: "*The Arab League* holds an emergency meeting", "*G7 leaders* met".

Nobody else need be named: those who meet are the members. A ministry, a parliament or a company meets nobody by that.
"""

from collections.abc import Sequence

import msgspec

from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.sides import host_of
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.events import discourse
from demarche.model import Mention, Participant, Place
from demarche.model.values import Mode

BODY = ("organisation",)
"""Verbs of bodies ("the Security Council will *discuss* it") have an object that is nobody."""
GATHERED: frozenset[Mode] = frozenset({"meeting", "summit", "virtual_meeting", "talks"})


def comes_together(scene: Scene, trigger: Trigger, roles: Sequence[Role], mode: Mode) -> bool:
    """Do the members of one body meet, with nobody else in it?"""
    bodies = {r.mention.organisation for r in roles}
    if (
        mode not in GATHERED
        or len(bodies) != 1
        or any(r.mention.country for r in roles)
        or _with_somebody(scene, trigger)
    ):
        return False
    mention = roles[0].mention
    body = mention.organisation
    whole = mention.kind == "organisation" or (mention.plural and mention.name is None)
    if body is None or mention.country or not whole or not _of_states(body):
        return False
    if trigger.verb is not None:
        return "plural_subject" in trigger.verb.needs and roles[0].token < trigger.token
    if scene.document.official_of is not None:
        return trigger.carried == "obj" and scene.lemma(trigger.anchor) in ("hold", "convene", "have")
    return trigger.light is not None or mention.kind == "organisation"


def at_a_member(people: Sequence[Participant], places: Sequence[Place]) -> list[Participant]:
    """ "The G20 held a summit *in China*": a body alone, in the land of a member, which hosts it."""
    bodies = [p.organisation for p in people if p.organisation and not p.country]
    lands = [p for p in places if p.country]
    if len(bodies) != len(people) or len(bodies) != 1 or not lands:
        return list(people)
    member = lands[0].country in knowledge().members(bodies[0])
    return [*people, host_of(lands[0])] if member else list(people)


def _of_states(body: str) -> bool:
    """Is it a body whose members are states?"""
    known = knowledge().organisations.get(body)
    return bool(knowledge().members(body)) or (known is not None and known.code in ("IGO", "UNO"))


def assembled(scene: Scene, roles: Sequence[Role]) -> list[Role]:
    """ "*The Security Council* will meet": with no state before its name it is that of the United Nations."""
    return [msgspec.structs.replace(r, mention=_as_body(scene, r.mention)) for r in roles]


def _as_body(scene: Scene, m: Mention) -> Mention:
    named = m.kind == "organisation" and (m.actor is None or not m.organisation)
    body = next((b for n, b in discourse().assemblies.items() if named and (m.name or "").endswith(n)), None)
    return msgspec.structs.replace(m, organisation=body, actor=body) if body and not m.country else m


def _with_somebody(scene: Scene, trigger: Trigger) -> bool:
    """Is there an object, or a partner under "with", though nobody known?"""
    if trigger.verb is not None and trigger.verb.subject_kinds != BODY and scene.children(trigger.token, "obj", "iobj"):
        return True
    tops = (trigger.token, trigger.anchor)
    return any(scene.case(c) in ("with", "between") for t in tops for c in scene.children(t, "obl", "nmod"))
