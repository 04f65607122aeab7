"""Who takes part in an engagement, and as what: the dependents of a trigger, read off its frame."""

from collections.abc import Iterable, Iterator

import msgspec

from demarche.claims.actors import PEOPLE, actors
from demarche.claims.engagements.trigger import Trigger, outer
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse
from demarche.model import Mention
from demarche.model.values import MentionKind, Part

SUBJECT_CASES = frozenset(
    {"during", "in", "at", "after", "following", "before", "ahead of", "on", "upon", "since", "with"}
)


SEATED = frozenset({"person", "office", "group"})
APART = frozenset({"with", "between"})
"""Prepositions that give a partner of an event wherever in its clause they stand."""


class Role(msgspec.Struct, frozen=True):
    """An actor in a part."""

    mention: Mention
    part: Part
    token: int


def cast(scene: Scene, trigger: Trigger) -> list[Role]:
    """Everybody whom the trigger's frame names, each once, in the order of the text."""
    found = list(_verb_roles(scene, trigger) if trigger.verb else _noun_roles(scene, trigger))
    return once(found)


def slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    """The phrases that the trigger's frame gives a part to, whoever they name."""
    for i, part in _verb_slots(scene, trigger) if trigger.verb else _noun_slots(scene, trigger):
        yield from ((j, part) for j in scene.conjuncts(i))


def _verb_slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    frame, v = trigger.verb, trigger.token
    assert frame is not None
    passive = bool(scene.children(v, "nsubj:pass"))
    yield from ((i, frame.subject) for i in subjects(scene, v))
    yield from ((i, frame.object) for i in _objects(scene, v, passive) if frame.object)
    for c in scene.children(v, "obl", "nmod"):
        part = frame.subject if passive and scene.case(c) == "by" else frame.partners.get(scene.case(c))
        if part:
            yield c, part


def _noun_slots(scene: Scene, trigger: Trigger) -> Iterator[tuple[int, Part]]:
    frame, light, n = trigger.noun, trigger.light, trigger.token
    assert frame is not None
    partners = {**frame.partners, **(light.partners if light else {})}
    for top in dict.fromkeys((n, trigger.anchor)):
        for c in scene.children(top, "nmod", "obl"):
            if c != n and (part := partners.get(scene.case(c))):
                yield c, part
    yield from ((c, frame.subject) for c in scene.children(n, "nmod:poss"))
    if scene.children(n, "cop"):
        yield from ((c, frame.subject) for c in scene.children(n, "nsubj"))
    if light and trigger.carried.startswith(("obj", "obl")) and light.effect != "proposed":
        yield from ((i, light.subject or frame.subject) for i in subjects(scene, trigger.anchor))
        if trigger.carried.startswith("obl"):
            yield from ((i, "party") for i in scene.children(trigger.anchor, "obj") if scene.tokens[i].upos != "PRON")


def _verb_roles(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    frame = trigger.verb
    assert frame is not None
    v = trigger.token
    passive = bool(scene.children(v, "nsubj:pass"))
    doers = (_who_all(scene, v) if "plural_subject" in frame.needs else []) or subjects(scene, v)
    for part, words, kinds in (
        (frame.subject, doers, frame.subject_kinds),
        (frame.object, _objects(scene, v, passive), frame.partner_kinds),
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


def _objects(scene: Scene, v: int, passive: bool) -> list[int]:
    """The objects of a verb; a name that the parser took for a complement ("called *Mr Wang*") is one too."""
    if passive or scene.children(v, "aux:pass"):
        return scene.children(v, "nsubj:pass") or _governed(scene, v)
    found = [_antecedent(scene, v, c) for c in scene.children(v, "obj", "iobj")]
    return found or [c for c in scene.children(v, "xcomp") if scene.tokens[c].upos == "PROPN"]


def _governed(scene: Scene, v: int) -> list[int]:
    """ "The first president *to be welcomed* there", "hopes *to be received*": whom an infinitive is about."""
    head, relation = scene.tokens[v].head, scene.tokens[v].deprel
    if head < 0:
        return []
    if relation.startswith("acl"):
        return [head]
    if relation not in ("xcomp", "conj", "advcl"):
        return []
    return scene.children(head, "nsubj:pass") or subjects(scene, head)


def _antecedent(scene: Scene, v: int, c: int) -> int:
    """ "Macron, *whom* Putin had received": whom a relative word stands for."""
    relative = scene.lower(c) in ("whom", "who", "that", "which") and scene.mention(c) is None
    return scene.tokens[v].head if relative and scene.tokens[v].deprel.startswith("acl:relcl") else c


def subjects(scene: Scene, v: int) -> list[int]:
    """The words that do what a verb says: its own subject, or the one it shares with the verb above it."""
    passive = bool(scene.children(v, "nsubj:pass", "aux:pass"))
    own = scene.children(v, "obl:agent") if passive else [c for c in scene.children(v) if _is_subject(scene, c)]
    if own or passive:
        return own
    beside = _right_before(scene, v)
    if beside is not None:
        return [beside]
    head, relation = scene.tokens[v].head, scene.tokens[v].deprel
    if head < 0:
        return []
    if relation.startswith("acl"):
        return [head]
    if relation in ("xcomp", "ccomp") and scene.children(head, "obj") and scene.feature(v, "VerbForm") == "Inf":
        return scene.children(head, "obj")
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp"):
        passive_subject = scene.children(head, "nsubj:pass")
        return passive_subject or subjects(scene, head)
    return []


def _right_before(scene: Scene, v: int) -> int | None:
    """The head word of an actor that stands right before a finite verb, whatever the parser made of it."""
    i = v - 1
    while i >= 0 and scene.tokens[i].upos in ("AUX", "ADV", "PART"):
        i -= 1
    mention = scene.mention(i) if i >= 0 else None
    if mention is None or mention.kind not in PEOPLE or scene.feature(v, "VerbForm") not in ("Fin", None):
        return None
    head = next(j for j, t in enumerate(scene.tokens) if t.start >= mention.head)
    return head if not scene.case(head) and scene.tokens[head].head != v else None


def _is_subject(scene: Scene, c: int) -> bool:
    if scene.tokens[c].deprel not in ("nsubj", "nsubj:outer"):
        return False
    return scene.lower(c) not in ("who", "which", "that") or scene.mention(c) is not None


def _noun_roles(scene: Scene, trigger: Trigger) -> Iterator[Role]:
    frame, light = trigger.noun, trigger.light
    assert frame is not None
    n = trigger.token
    partners = {**frame.partners, **(light.partners if light else {})}
    for c in scene.children(n, "nmod", "obl"):
        part = partners.get(scene.case(c))
        if part:
            yield from (Role(m, part, j) for j, m in _named(scene, c, frame.towns))
    yield from _before_noun(scene, n, frame.subject)
    if frame.written:
        yield from _writers(scene, trigger, partners)
    if light and trigger.carried.startswith(("obj", "obl")):
        yield from _carried(scene, trigger, partners, light.subject if light.subject != "party" else frame.subject)
    elif trigger.carried.startswith("nsubj"):
        yield from _with_partners(scene, trigger.anchor, partners)
    elif scene.tokens[n].deprel.startswith("nsubj") and _is_telling(scene, scene.tokens[n].head):
        yield from _with_partners(scene, scene.tokens[n].head, {k: p for k, p in partners.items() if k in APART})
    else:
        yield from _clause_subject(scene, outer(scene, n), frame.subject)
    yield from _had(scene, n, partners, frame.subject)


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
        yield from _with_partners(scene, v, partners)


def _named(scene: Scene, i: int, towns: bool = False) -> list[tuple[int, Mention]]:
    """The actors of a phrase; with `towns`, a town too stands for the state it lies in."""
    found = actors(scene, i)
    mention = scene.mention(i)
    if found or not towns or mention is None or mention.kind != "place" or not mention.country:
        return found
    return [(i, mention)]


def _writers(scene: Scene, trigger: Trigger, partners: dict[str, Part]) -> Iterator[Role]:
    """ "A letter in which *X* asked *Y*": who writes to whom; and towns that the parser hung on the verb."""
    for c in scene.children(trigger.token, "acl"):
        after = scene.children(c, "obj", "iobj") or [j for j in (c + 1,) if j < len(scene.tokens) and scene.mention(j)]
        for part, words in (("caller", subjects(scene, c)), ("receiver", after)):
            found = [(j, m) for i in words if i != trigger.token for j, m in actors(scene, i)]
            yield from (Role(m, part, j) for j, m in found)  # type: ignore[arg-type]  # parts as above
        to = [k for k in scene.children(c, "obl") if scene.case(k) == "to"]
        yield from (Role(m, "receiver", j) for k in to for j, m in _named(scene, k, towns=True))
    if trigger.light:
        for c in scene.children(trigger.anchor, "obl", "nmod", "obj"):
            part_of = (
                "receiver" if scene.tokens[c].deprel == "obj" and c != trigger.token else partners.get(scene.case(c))
            )
            if part_of and c != trigger.token and (trigger.carried != "obj" or scene.tokens[c].deprel != "obj"):
                yield from (Role(m, part_of, j) for j, m in _named(scene, c, towns=True))


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
    if light and light.brings and _from_somebody(scene, trigger):
        words = []
    for i in words:
        yield from (Role(m, subject or "party", j) for j, m in actors(scene, i))
    if trigger.carried.startswith("obl"):
        yield from (
            Role(m, "party", j) for i in scene.children(v, "obj") for j, m in actors(scene, i) if m.kind in SEATED
        )
    for i in scene.children(v, "iobj"):
        yield from (Role(m, "visitor" if subject == "host" else "receiver", j) for j, m in actors(scene, i))
    yield from _with_partners(scene, v, partners)


def _from_somebody(scene: Scene, trigger: Trigger) -> bool:
    """Is what is brought from somebody else: "a letter *from Paris*", "*his* letter", "a note that *X wrote*"?"""
    n = trigger.token
    if any(scene.case(c) in ("from", "between") for t in (n, trigger.anchor) for c in scene.children(t, "nmod", "obl")):
        return True
    return bool(scene.children(n, "nmod:poss", "acl"))


def _with_partners(scene: Scene, v: int, partners: dict[str, Part]) -> Iterator[Role]:
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
            words = scene.children(above, "nsubj", "nsubj:pass") or subjects(scene, above)
            for i in words:
                yield from (Role(m, subject, j) for j, m in actors(scene, i))
            return


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
