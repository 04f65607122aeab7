"""Who does what a verb says, and to whom: subjects and objects turned round where the verb is passive, shared where
verbs are joined, found above where the clause is relative, reduced or an infinitive.
"""

from demarche.claims.scene import Scene

RELATIVE = frozenset({"who", "which", "that", "whom", "whose", "where"})
OF_OBJECT = frozenset({"of", "for", "from", "into"})
""" "Accused X *of attacking*", "thanked X *for helping*": X does it."""
CARRIED = frozenset({"obj", "xcomp", "root", "nsubj:pass"})
DOERS = ("nsubj", "nsubj:outer", "csubj")
CONTROL_BY_SUBJECT = frozenset({"promise", "vow", "threaten", "agree", "refuse", "pledge", "use", "begin", "start"})
""" "X promised Y to leave": X leaves. After any other verb with an object it is the object that does."""


HURT = frozenset({"injure", "wound"})
""" "Two died and *a hundred injured*": whoever is said so without an object has suffered it."""
STATES_OF = frozenset({"stand", "remain", "get", "go", "lie", "feel", "stay"})
""" "*Stands* accused", "*remain* besieged"."""
MESSAGES = frozenset({
    "statement", "letter", "resolution", "communique", "communiqué", "declaration", "message", "tweet", "petition",
    "note", "report", "post", "appeal", "telegram", "cable", "motion",
})  # fmt: skip
""" "Issued a *statement* calling on them": whoever issued it calls."""
GRANT = frozenset({"give", "grant", "leave", "allow", "offer"})
""" "Gave *the family* until Tuesday to sign": the family signs."""


def is_passive(scene: Scene, v: int) -> bool:
    """Is a verb passive, by its auxiliary or as a bare participle ("the man *arrested* in Rome")?"""
    if scene.has(v, "nsubj:pass") or scene.has(v, "aux:pass") or scene.has(v, "obl:agent"):
        return True
    if scene.lemma(v) in HURT and not scene.children(v, "aux", "obj", "ccomp", "xcomp"):
        return True
    bare = scene.feature(v, "VerbForm") == "Part" and scene.feature(v, "Tense") != "Pres"
    if bare and not scene.children(v, "aux", "obj", "nsubj") and scene.tokens[v].deprel in ("acl", "advcl", "amod"):
        return True
    head = scene.tokens[v].head
    if bare and scene.tokens[v].deprel == "xcomp" and scene.lemma(head) in STATES_OF:
        return not scene.children(v, "aux", "obj")
    joined = bare and scene.tokens[v].deprel == "conj" and not scene.children(v, "aux", "nsubj", "obj")
    return joined and head >= 0 and is_passive(scene, head)


def subjects(scene: Scene, v: int, depth: int = 6) -> list[int]:
    """The head words of those who do what a verb says."""
    if depth == 0 or v < 0:
        return []
    if is_passive(scene, v):
        return _agents(scene, v)
    own = [c for c in scene.children(v) if scene.tokens[c].deprel in DOERS] or _stray(scene, v)
    if own:
        return _resolved(scene, v, own)
    return _shared(scene, v, depth)


def _stray(scene: Scene, v: int) -> list[int]:
    """ "In May *Mexico* recalled its envoy": a name under no preposition that the parser took for a circumstance."""
    if scene.feature(v, "VerbForm") != "Fin":
        return []
    bare = [
        c for c in scene.children(v, "obl", "obl:npmod", "obl:unmarked", "dislocated") if c < v and not scene.case(c)
    ]
    named = [c for c in bare if (m := scene.mention(c)) is not None and m.kind != "place"]
    return named[-1:]


def _agents(scene: Scene, v: int) -> list[int]:
    return [c for c in scene.children(v, "obl") if scene.tokens[c].deprel == "obl:agent" or scene.case(c) == "by"]


def _resolved(scene: Scene, v: int, own: list[int]) -> list[int]:
    """A relative pronoun is what its clause hangs on."""
    plain = [c for c in own if scene.lower(c) not in RELATIVE]
    if plain or not own or not scene.tokens[v].deprel.startswith("acl"):
        return plain or own
    return [scene.tokens[v].head]


def _shared(scene: Scene, v: int, depth: int) -> list[int]:
    """The subject of a verb that has none of its own."""
    head, relation = scene.tokens[v].head, scene.tokens[v].deprel
    base = relation.partition(":")[0]
    if head < 0:
        return []
    if scene.lemma(head) in GRANT and scene.feature(v, "VerbForm") == "Inf" and (given := scene.children(head, "iobj")):
        return given
    if base == "acl":
        if scene.feature(v, "VerbForm") == "Inf":
            return above(scene, head, depth - 1)
        return (above(scene, head, depth - 1) if scene.lemma(head) in MESSAGES else []) or [head]
    if base == "xcomp":
        given = patients(scene, head, depth - 1) if scene.lemma(head) not in CONTROL_BY_SUBJECT else []
        if given and scene.tokens[head].upos in ("VERB", "AUX"):
            return given
        return surface_subjects(scene, head, depth - 1)
    if base in ("advcl", "obl") and scene.case(v) in OF_OBJECT and (given := patients(scene, head, depth - 1)):
        return given
    if base in ("conj", "advcl", "parataxis", "ccomp"):
        return surface_subjects(scene, head, depth - 1)
    return above(scene, v, depth - 1) if base in ("obj", "obl", "nmod") else []


def surface_subjects(scene: Scene, v: int, depth: int = 5) -> list[int]:
    """The grammatical subjects, whoever does it: a participle after a passive is the passive's subject's."""
    if is_passive(scene, v):
        return patients(scene, v, depth)
    return subjects(scene, v, depth)


def above(scene: Scene, i: int, depth: int = 5) -> list[int]:
    """Whose "decision *to leave*" it is: who owns it, else the subject of the verb whose object it is."""
    owner = scene.children(i, "nmod:poss")
    if owner:
        return owner
    verb = scene.tokens[i].head
    carried = verb >= 0 and scene.tokens[verb].upos in ("VERB", "AUX") and scene.tokens[i].deprel in CARRIED
    return subjects(scene, verb, depth) if carried and depth > 0 else []


def patients(scene: Scene, v: int, depth: int = 6) -> list[int]:
    """The head words of those to whom a verb does what it says."""
    if depth == 0 or v < 0:
        return []
    if is_passive(scene, v):
        own = scene.children(v, "nsubj:pass") or scene.children(v, "nsubj")
        return _resolved(scene, v, own) if own else _passed_down(scene, v, depth)
    own = _resolved(scene, v, scene.children(v, "obj") or scene.children(v, "iobj"))
    predicates = scene.children(v, "xcomp")
    named = [c for c in predicates if scene.tokens[c].upos == "PROPN"]
    if len(predicates) > 1 and scene.tokens[predicates[0]].upos == "NOUN":
        named = predicates[:1]  # "called *the step* unjustified", where the parser took both for predicates
    return own or named or _relative_object(scene, v) or _joined_object(scene, v)


def _passed_down(scene: Scene, v: int, depth: int) -> list[int]:
    head, base = scene.tokens[v].head, scene.tokens[v].deprel.partition(":")[0]
    if base in ("acl", "amod"):
        return [head]
    if base == "xcomp":
        return patients(scene, head, depth - 1) or surface_subjects(scene, head, depth - 1)
    return surface_subjects(scene, head, depth - 1) if base in ("conj", "advcl") else []


def _relative_object(scene: Scene, v: int) -> list[int]:
    """ "The man *whom* police arrested", "the man police arrested"."""
    relative = scene.tokens[v].deprel == "acl:relcl"
    own = [c for c in scene.children(v, "nsubj") if scene.lower(c) not in RELATIVE]
    return [scene.tokens[v].head] if relative and own else []


def _joined_object(scene: Scene, v: int) -> list[int]:
    """ "Arrested *and deported the man*": the first of two joined verbs has the object of the second."""
    for c in scene.children(v, "conj"):
        if scene.tokens[c].upos == "VERB" and not scene.children(c, "nsubj", "nsubj:pass"):
            between = [j for j in range(v + 1, c) if scene.tokens[j].upos not in ("CCONJ", "PUNCT", "ADV", "AUX")]
            if not between:
                return scene.children(c, "obj")
    return []
