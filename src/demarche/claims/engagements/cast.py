"""Who takes part in an engagement, and as what: the dependents of a trigger, read off its frame."""

from collections.abc import Iterable, Iterator

from demarche.claims.actors import actors
from demarche.claims.engagements.nouns import noun_roles
from demarche.claims.engagements.roles import Role, objects, subjects
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.model import Mention
from demarche.model.values import MentionKind

__all__ = ["Role", "cast", "once"]


def cast(scene: Scene, trigger: Trigger) -> list[Role]:
    """Everybody whom the trigger's frame names, each once, in the order of the text."""
    found = list(_verb_roles(scene, trigger) if trigger.verb else noun_roles(scene, trigger))
    return once(found)


def _verb_roles(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    frame = trigger.verb
    assert frame is not None
    v = trigger.token
    passive = bool(scene.children(v, "nsubj:pass"))
    doers = (_who_all(scene, v) if "plural_subject" in frame.needs else []) or subjects(scene, v)
    for part, words, kinds in (
        (frame.subject, doers, frame.subject_kinds),
        (frame.object, objects(scene, v, passive), frame.partner_kinds),
    ):
        for i in words if part else ():
            yield from (Role(m, part, j) for j, m in actors(scene, i) if _fits(m, kinds)) if part else ()
    if "with" in frame.partners:
        yield from (Role(m, frame.partners["with"], j) for j, m in _beside(scene, v))
    for c in scene.children(v, "obl", "nmod"):
        wanted = frame.subject if passive and scene.case(c) == "by" else frame.partners.get(scene.case(c))
        if wanted:
            yield from (Role(m, wanted, j) for j, m in actors(scene, c) if _fits(m, frame.partner_kinds))


def _beside(scene: Scene, v: int) -> Iterator[tuple[int, Mention]]:
    """ "Flew over the ruins *at the side of* X", "*in the company of* X"."""
    for c in scene.children(v, "obl"):
        if scene.lemma(c) in ("side", "company") and scene.case(c) in ("at", "by", "in"):
            yield from (
                r for k in scene.children(c, "nmod") for r in actors(scene, k) if r[1].kind in ("person", "office")
            )


def _who_all(scene: Scene, v: int) -> list[int]:
    """ "X and Y, *who conferred* in Oslo": those who do together what nobody does alone are all those joined before."""
    head = scene.tokens[v].head
    if not scene.tokens[v].deprel.startswith("acl:relcl") or scene.tokens[head].deprel != "conj":
        return []
    return [scene.tokens[head].head] if "who" in [scene.lower(c) for c in scene.children(v, "nsubj")] else []


def _fits(m: Mention, kinds: tuple[MentionKind, ...]) -> bool:
    return not kinds or m.kind in kinds


def once(roles: Iterable[Role]) -> list[Role]:
    """Each actor once, in its first part; who stands inside another's words is no second one, and nobody is nobody."""
    kept: list[Role] = []
    for role in roles:
        m = role.mention
        if not any(_same(k.mention, m) for k in kept):
            kept.append(role)
    known = [r for r in kept if r.mention.country or r.mention.organisation or r.mention.name or _in_office(r.mention)]
    return sorted(known, key=lambda r: r.mention.start)


def _in_office(m: Mention) -> bool:
    """ "*The Prime Minister* met President Biden": one office-holder, of a state that the text takes as known."""
    return m.kind == "office" and m.level in ("head", "minister") and not m.plural


def _same(a: Mention, b: Mention) -> bool:
    inside = a.start <= b.start and b.end <= a.end
    return inside or (a.name is not None and a.actor is not None and (a.actor, a.name) == (b.actor, b.name))
