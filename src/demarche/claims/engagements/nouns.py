"""Who takes part in what an event noun names: "talks between", "his meeting with", "held a call with"."""

from collections.abc import Iterator

from demarche.claims.actors import PEOPLE, actors
from demarche.claims.engagements.roles import APART, SEATED, Role, subjects
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.engagements.written import from_others, named, writers
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse
from demarche.model.values import Part

FACE_TO_FACE = frozenset({"during", "in", "at"})
"""What is done in the course of an event is done to somebody who is there."""
SUBJECT_CASES = frozenset(
    {"during", "in", "at", "after", "following", "before", "ahead of", "on", "upon", "since", "with"}
)


def noun_roles(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    frame, light = trigger.noun, trigger.light
    assert frame is not None
    n = trigger.token
    partners = {**frame.partners, **(light.partners if light else {})}
    for c in scene.children(n, "nmod", "obl"):
        part = partners.get(scene.case(c))
        if part:
            yield from (Role(m, part, j) for j, m in named(scene, c, frame.towns))
    yield from _before_noun(scene, n, frame.subject)
    if frame.written:
        yield from writers(scene, trigger, partners)
    if light and trigger.carried.startswith(("obj", "obl")):
        yield from _carried(scene, trigger, partners, light.subject if light.subject != "party" else frame.subject)
    elif trigger.carried.startswith("nsubj"):
        yield from with_partners(scene, trigger.anchor, partners)
    elif scene.tokens[n].deprel.startswith("nsubj") and _is_telling(scene, scene.tokens[n].head):
        yield from with_partners(scene, scene.tokens[n].head, {k: p for k, p in partners.items() if k in APART})
    else:
        yield from _clause_subject(scene, outer(scene, n), frame.subject)
    yield from _had(scene, n, partners, frame.subject)
    if trigger.kind.mode != "call":  # a call is told by the verb already
        yield from _spoken_at(scene, outer(scene, n))


def _spoken_at(scene: Scene, n: int) -> Iterator[Role]:
    """ "Was speaking during his meeting *with X*": the partner, where the parser hung it on the verb."""
    v = scene.tokens[n].head
    speaks = v >= 0 and scene.tokens[n].deprel.startswith("obl") and scene.lemma(v) in ("speak", "talk")
    if speaks and scene.case(n) in FACE_TO_FACE and not _names_partner(scene, n):
        yield from with_partners(scene, v, {"with": "party"})


def _is_telling(scene: Scene, i: int) -> bool:
    return i >= 0 and bool({scene.lemma(i), scene.lower(i)} & discourse().telling)


def _had(scene: Scene, n: int, partners: dict[str, Part], subject: Part) -> Iterator[Role]:
    """ "The meeting *that X was to have with Y*", "talks *held by X*": who has it by a clause that hangs on it."""
    for v in scene.children(n, "acl"):
        if scene.lemma(v) not in ("have", "hold", "conduct", "make", "pay", "plan", "undertake"):
            continue
        for i in subjects(scene, v):
            if i != n and scene.lower(i) not in ("that", "which"):
                yield from (Role(m, subject, j) for j, m in actors(scene, i))
        yield from with_partners(scene, v, partners)


def _before_noun(scene: Scene, n: int, subject: Part) -> Iterator[Role]:
    """ "Wednesday's Blinken-Lavrov call", "Russian-Turkish talks", "his meeting": whoever stands before the noun."""
    if not scene.children(n, "nmod:poss"):
        yield from _genitive(scene, n, subject)
    for c in scene.children(n, "nmod:poss", "compound", "amod", "nmod"):
        if c > n or (scene.tokens[c].deprel == "nmod" and scene.case(c)):
            continue
        part: Part = subject if scene.tokens[c].deprel == "nmod:poss" else "party"
        inside = [j for j in scene.subtree(c) if j < n]
        direct = actors(scene, c) if scene.tokens[c].deprel == "nmod:poss" else []
        if scene.tokens[c].upos == "PRON" and not direct:
            yield from _owner(scene, n, part)
            continue
        for j, m in direct or [(j, m) for j in inside if (m := scene.mention(j)) and m.kind in PEOPLE]:
            yield Role(m, part, j)


def _genitive(scene: Scene, n: int, part: Part) -> Iterator[Role]:
    """Whoever ends in 's right before the noun and its adjectives, whatever the parser hung them on."""
    i = n - 1
    while i > 0 and scene.tokens[i].head == n and scene.tokens[i].upos in ("ADJ", "NOUN", "NUM", "ADV"):
        i -= 1
    owner = scene.mention(i - 1) if i > 0 and scene.lower(i) in ("'s", "’s", "'", "’") else None
    if owner is not None and owner.kind in PEOPLE:
        yield Role(owner, part, i - 1)


def _owner(scene: Scene, n: int, part: Part) -> Iterator[Role]:
    """Whose "his meeting" is, when nothing before says so: the subject of the clause it stands in."""
    for above in scene.ancestors(n):
        if scene.tokens[above].upos == "VERB":
            found = [r for i in subjects(scene, above) for r in actors(scene, i)]
            yield from (Role(m, part, j) for j, m in found if m.kind in ("person", "office"))
            return


def _carried(scene: Scene, trigger: Trigger, partners: dict[str, Part], subject: Part | None) -> Iterator[Role]:
    """The subject of the light verb, and partners that the parser hung on the verb ("held talks *with X*")."""
    v = trigger.anchor
    light = trigger.light
    words = [] if light and light.effect == "proposed" and not subject else subjects(scene, v)
    if light and light.brings and from_others(scene, trigger):
        words = []
    for i in words:
        yield from (Role(m, subject or "party", j) for j, m in actors(scene, i))
    if trigger.carried.startswith("obl"):
        yield from (
            Role(m, "party", j) for i in scene.children(v, "obj") for j, m in actors(scene, i) if m.kind in SEATED
        )
    for i in scene.children(v, "iobj"):
        yield from (Role(m, "visitor" if subject == "host" else "receiver", j) for j, m in actors(scene, i))
    yield from with_partners(scene, v, partners)


def with_partners(scene: Scene, v: int, partners: dict[str, Part]) -> Iterator[Role]:
    for c in scene.children(v, "obl", "nmod"):
        part = partners.get(scene.case(c))
        if part and scene.case(c) in ("with", "between", "to", "from", "for"):
            yield from (Role(m, part, j) for j, m in actors(scene, c))


def _clause_subject(scene: Scene, n: int, subject: Part) -> Iterator[Role]:
    """ "In a call with X, *the president* said …": the subject of the clause, when the noun is its circumstance."""
    if scene.children(n, "cop"):
        yield from (Role(m, subject, j) for i in subjects(scene, n) for j, m in actors(scene, i))
        return
    if scene.case(n) not in SUBJECT_CASES or scene.children(n, "nmod:poss"):
        return
    for above in scene.ancestors(n):
        beside = scene.mention(above)
        if beside and beside.kind in PEOPLE and scene.case(n) in ("at", "in", "during") and above < n:
            yield Role(beside, subject, above)
            return
        if scene.tokens[above].upos in ("VERB", "AUX", "ADJ"):
            together = scene.case(n) in FACE_TO_FACE and not _names_partner(scene, n)
            above = _asking(scene, above) if together else above
            words = scene.children(above, "nsubj", "nsubj:pass") or subjects(scene, above)
            for i in words:
                yield from (Role(m, subject, j) for j, m in actors(scene, i))
            yield from _addressed(scene, above) if together else ()
            return


def _names_partner(scene: Scene, n: int) -> bool:
    return any(scene.case(c) in APART for c in scene.children(n, "nmod"))


def _asking(scene: Scene, v: int) -> int:
    """ "*Persuaded* him to sign during talks": there he was persuaded, whatever the parser hung it on."""
    while scene.tokens[v].deprel == "xcomp" and scene.tokens[v].head >= 0 and scene.tokens[v - 1].upos == "PART":
        v = scene.tokens[v].head
    return v


def _addressed(scene: Scene, v: int) -> Iterator[Role]:
    """ "Persuaded *him* during talks", "gave it *to the envoy* at a meeting": to whom a verb's subject does it."""
    given = [c for c in scene.children(v, "obl") if scene.case(c) == "to"]
    for i in (*scene.children(v, "obj", "iobj"), *given):
        yield from (Role(m, "party", j) for j, m in actors(scene, i) if m.kind in ("person", "office"))
