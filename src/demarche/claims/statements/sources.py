"""Whose words they are: the subject of a cue, its agent, its owner, or the subject it shares; any noun phrase."""

from demarche.claims.scene import Scene
from demarche.claims.statements.cues import Cue
from demarche.lexicon.speech import SpeechVerb, speech_lexicon
from demarche.model import Stretch

LONGEST = 40
"""Words: a noun phrase that is longer is a mistake of the parser."""
NEAR = 8
"""Words of a noun phrase that may have been hung elsewhere."""
HANGING = ("acl", "advcl", "xcomp", "conj")
STOPS = frozenset('“”"«»;:') | {"''", "``"}
CITING = frozenset({"cite", "quote", "report"})
ENABLE = frozenset({"enable", "allow", "let", "lead", "prompt", "cause", "force", "help", "push", "get", "permit"})
"""Verbs whose object does what the infinitive tells."""
CHAIN = ("conj", "advcl", "xcomp", "ccomp", "parataxis", "acl")


def source_head(scene: Scene, cue: Cue) -> int | None:
    """The head word of whoever says it."""
    i = cue.at
    if not isinstance(cue.entry, SpeechVerb) and cue.entry.pos == "noun":
        return _owner(scene, i)
    if is_passive(scene, i):
        return next((c for c in scene.children(i, "obl:agent", "obl", "nmod") if scene.case(c) == "by"), None)
    if cited := _cited(scene, i):
        return cited
    own = scene.children(i, "nsubj", "nsubj:outer")
    if own:
        return min(own, key=lambda s: (s > i, abs(s - i)))
    return _above(scene, i) if scene.tokens[i].deprel in HANGING else _beside(scene, cue)


def _cited(scene: Scene, i: int) -> int | None:
    """ "The agency quoted *a minister* as saying": it is the minister who says."""
    above = scene.tokens[i].head
    if above < 0 or not cites(scene, above) or not _is_as(scene, i):
        return None
    if is_passive(scene, above):
        return next(iter(scene.children(above, "nsubj:pass")), None)
    return next((c for c in scene.children(above, "obj") if above < c < i), None)


def cites(scene: Scene, i: int) -> bool:
    """ "*Quoted* a minister as saying": a verb that only leads to the cue under it."""
    return scene.lemma(i) in CITING and any(
        _is_as(scene, c) and scene.lemma(c) in speech_lexicon().verbs for c in scene.children(i, "advcl")
    )


def _is_as(scene: Scene, i: int) -> bool:
    return any(scene.lower(m) == "as" for m in scene.children(i, "mark", "case"))


def is_passive(scene: Scene, i: int) -> bool:
    """ "Was criticised by", "the plan proposed by"."""
    if scene.has(i, "aux:pass") or scene.has(i, "nsubj:pass") or scene.has(i, "obl:agent"):
        return True
    token = scene.tokens[i]
    return token.deprel.startswith(("acl", "advcl")) and scene.feature(i, "Voice") == "Pass"


def _owner(scene: Scene, i: int) -> int | None:
    """ "*His* claim", "a statement *by the ministry*", "*Moscow* made the offer"."""
    for c in scene.children(i, "nmod:poss", "nmod", "nmod:desc", "compound"):
        relation = scene.tokens[c].deprel
        if relation == "nmod:poss" or (relation == "nmod" and scene.case(c) in ("by", "from", "among")):
            return c
        if relation == "compound" and scene.mention(c):
            return c
    carrier = scene.tokens[i].head
    if scene.tokens[i].deprel == "obj" and carrier >= 0:
        return next(iter(scene.children(carrier, "nsubj")), None) or _above(scene, carrier)
    return None


def _beside(scene: Scene, cue: Cue) -> int | None:
    """The subject right beside a cue that the parser gave to the words said: "…”, *said the minister*"."""
    i = cue.at
    follows = cue.first > 0 and scene.tokens[cue.first - 1].upos == "PUNCT"
    for k in range(i + 1, len(scene.tokens)):
        token = scene.tokens[k]
        if token.upos in ("PUNCT", "VERB", "SCONJ"):
            break
        if token.deprel.startswith("nsubj") and token.head != i and (follows or token.head < i):
            return k
    return _before(scene, cue)


def _before(scene: Scene, cue: Cue) -> int | None:
    """The subject before a cue that a parser gave to another verb, past names and appositions of its own."""
    for k in range(cue.first - 1, -1, -1):
        token = scene.tokens[k]
        if token.upos in ("VERB", "AUX", "SCONJ") or scene.lower(k) in STOPS:
            break
        if token.deprel.startswith("nsubj") and token.head != cue.at:
            return k
    return _above(scene, cue.at)


def _above(scene: Scene, i: int) -> int | None:
    """The subject of the verb that a cue is joined to or hangs on, or the noun it describes ("a letter *saying*").

    Of several above it, the one that speaks too: in "X stressed that Y would help, *adding* that", it is X who adds.
    """
    above = []
    if scene.tokens[i].deprel == "xcomp" and (does := _does(scene, i)) is not None:
        return does
    while scene.tokens[i].deprel.partition(":")[0] in CHAIN and scene.tokens[i].head >= 0:
        if _describes(scene, i):
            return scene.tokens[i].head
        is_acl, i = scene.tokens[i].deprel == "acl", scene.tokens[i].head
        if is_acl and (owner := scene.children(i, "nmod:poss")):
            return owner[0]
        above.append(i)
    speaking = [a for a in above if scene.lemma(a) in speech_lexicon().verbs]
    return next((found[-1] for a in [*speaking, *above] if (found := scene.children(a, "nsubj", "nsubj:pass"))), None)


def _does(scene: Scene, i: int) -> int | None:
    """Whoever does what an infinitive tells: "enabled *officials* to declare", "*the answer* had to mention"."""
    up = scene.tokens[i].head
    if up < 0 or scene.feature(i, "VerbForm") != "Inf" or scene.lemma(up) in speech_lexicon().verbs:
        return None
    objects = [c for c in scene.children(up, "obj") if c < i]
    if objects and scene.lemma(up) in ENABLE:
        return objects[0]
    own = scene.children(up, "nsubj")
    return own[-1] if own else None


def _describes(scene: Scene, i: int) -> bool:
    """ "A letter *saying*": a participle right on a noun; not "reasons *to say*", not "conditions *for saying*"."""
    token = scene.tokens[i]
    if not token.deprel.startswith("acl") or scene.tokens[token.head].upos not in ("NOUN", "PROPN", "PRON"):
        return False
    return token.deprel == "acl:relcl" or not scene.children(i, "mark", "case")


def source_tokens(scene: Scene, head: int, cue: Cue) -> list[int]:
    """The noun phrase of a source: with what is beside and behind its name, without the cue and what hangs on it."""
    leave = set(range(cue.first, cue.last + 1))
    barred = set(scene.subtree(cue.at)) if cue.at in scene.subtree(head) else set()
    tokens = [t for t in scene.subtree(head) if t not in leave and t not in barred]
    run = _run(tokens, head)
    if scene.tokens[head].head != cue.at and head < cue.first:
        run += _to_cue(scene, run[-1], cue)
    if scene.case(head) in ("by", "from", "according to", "among"):
        run = [t for t in run if scene.tokens[t].head != head or scene.tokens[t].deprel not in ("case", "fixed")]
    while run and scene.tokens[run[0]].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ"):
        run = run[1:]
    while run and scene.tokens[run[-1]].upos == "PUNCT" and scene.lower(run[-1]) not in (")", "."):
        run = run[:-1]
    return run if 0 < len(run) <= LONGEST else [head]


def _to_cue(scene: Scene, last: int, cue: Cue) -> list[int]:
    """The rest of a noun phrase up to its cue, where a parser hung its end on another verb."""
    gap = list(range(last + 1, cue.first))
    is_open = all(scene.tokens[k].upos not in ("VERB", "AUX") and scene.lower(k) not in STOPS for k in gap)
    return gap if is_open and len(gap) <= NEAR else []


def _run(tokens: list[int], head: int) -> list[int]:
    """The unbroken run of words around a head."""
    inside = set(tokens)
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(range(first, last + 1))


def source_words(scene: Scene, head: int, cue: Cue) -> Stretch:
    """The words of a source."""
    return scene.stretch(source_tokens(scene, head, cue))
