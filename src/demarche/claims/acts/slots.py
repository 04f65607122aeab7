"""The slots of a frame filled: "subj", "obj", "poss", "clause" or a preposition -> the words that stand there."""

from collections.abc import Iterable

from demarche.claims.actors import PEOPLE
from demarche.claims.acts.clause import patients, subjects
from demarche.claims.acts.hit import Hit
from demarche.claims.acts.phrasing import wrapped
from demarche.claims.scene import Scene
from demarche.claims.status.form import is_infinitive
from demarche.lexicon.acts import classed

HUMAN = frozenset({"his", "her", "my"})
PHRASES = ("obl", "nmod", "advcl", "acl", "xcomp", "ccomp")
CLAUSES = ("xcomp", "ccomp", "acl", "advcl")


def filled(scene: Scene, hit: Hit, slots: Iterable[str]) -> list[int]:
    """The head words of whatever stands in some slots, each once, in the order of the text."""
    found = {w for slot in slots for w in _slot(scene, hit, slot)}
    return [w for w in sorted(found - {hit.token, hit.anchor}) if not _is_time(scene, w)]


def _is_time(scene: Scene, w: int) -> bool:
    """A day is nobody: "called them *on Tuesday*"."""
    return scene.mention(w) is None and any(t.start <= scene.tokens[w].start < t.end for t in scene.times)


def first_filled(scene: Scene, hit: Hit, slots: Iterable[str]) -> list[int]:
    """The head words of the first of some slots in which anything stands."""
    return next((found for slot in slots if (found := filled(scene, hit, (slot,)))), [])


def _slot(scene: Scene, hit: Hit, slot: str) -> list[int]:
    match slot:
        case "subj":
            return _subject(scene, hit)
        case "obj":
            return patients(scene, hit.token) if hit.is_verb else []
        case "iobj":
            return scene.children(hit.anchor, "iobj")
        case "poss":
            own = owners(scene, hit.token)
            return own or ([] if scene.children(hit.token, "det") else owners(scene, hit.carrier))
        case "clause":
            return clauses(scene, hit)
        case "infinitive":
            return [c for c in clauses(scene, hit) if is_infinitive(scene, c)]
    return phrases(scene, hit, slot)


def _subject(scene: Scene, hit: Hit) -> list[int]:
    """Whoever does it: of a noun, the subject of the light verb, where that is the actor's place."""
    if hit.is_verb:
        return subjects(scene, hit.token)
    if hit.light is not None and hit.light.subject == "actor" and hit.relation != "subj":
        return subjects(scene, hit.anchor)
    return []


def owners(scene: Scene, n: int) -> list[int]:
    """Who stands before a noun as whose it is: a genitive, a pronoun, a nationality, a name ("a *UN*-backed deal")."""
    own = [j for c in scene.children(n, "nmod:poss") for j in _meant(scene, c, n)]
    before = [c for c in scene.children(n, "compound", "amod", "nmod") if c < n and not _is_under(scene, c)]
    words = [j for c in before for j in scene.subtree(c)]
    named = [j for j in words if (m := scene.mention(j)) and m.kind in PEOPLE]
    return own or named or _genitive(scene, n)


def _is_under(scene: Scene, c: int) -> bool:
    """Has a word before a noun a preposition of its own? An adjective has not, though one stands before both."""
    return bool(scene.children(c, "case") if scene.tokens[c].deprel == "amod" else scene.case(c))


def _meant(scene: Scene, owner: int, n: int) -> list[int]:
    """ "*Its* invasion", where nothing before says whose: the subject's of the clause it stands in."""
    if scene.tokens[owner].upos != "PRON" or scene.mention(owner) is not None:
        return [owner]
    verb = next((a for a in scene.ancestors(n) if scene.tokens[a].upos in ("VERB", "AUX")), None)
    meant = subjects(scene, verb) if verb is not None else []
    if scene.lower(owner) in HUMAN:
        meant = [j for j in meant if (m := scene.mention(j)) is None or m.kind in ("person", "office", "group")]
    return meant or [owner]


def _genitive(scene: Scene, n: int) -> list[int]:
    """Whoever ends in 's right before the noun and its adjectives, whatever the parser hung them on."""
    i = n - 1
    while i > 0 and scene.tokens[i].head == n and scene.tokens[i].upos in ("ADJ", "NOUN", "NUM", "ADV"):
        i -= 1
    return [i - 1] if i > 0 and scene.lower(i) in ("'s", "’s", "'", "’") else []


def clauses(scene: Scene, hit: Hit) -> list[int]:
    """The clauses under a word: "refused *to go*", "said that they *would*", "the decision *to leave*"."""
    out = []
    for top in hit.tops(scene):
        for c in scene.children(top, *CLAUSES):
            if scene.tokens[c].deprel in ("acl:relcl", "advcl:relcl") or not _is_complement(scene, c):
                continue
            out.append(c)
    return out


def _is_complement(scene: Scene, c: int) -> bool:
    """An infinitive or a that-clause; a clause of time, cause or condition is a circumstance."""
    base = scene.tokens[c].deprel.partition(":")[0]
    if base in ("xcomp", "ccomp"):
        return True
    marks = {scene.lower(m) for m in scene.children(c, "mark")}
    return bool(marks & {"to", "that"}) and not marks & {"order", "so", "as"}


def phrases(scene: Scene, hit: Hit, preposition: str) -> list[int]:
    """The phrases under a preposition, on the word, on what carries it, on its object, or on "in assistance"."""
    tops = hit.tops(scene)
    inner = [
        o for top in tops if scene.tokens[top].upos != "NOUN" for o in scene.children(top, "obj", "iobj", "nsubj:pass")
    ]
    inner += [o for top in tops for o in scene.children(top, "obl") if scene.lemma(o) in classed(("@aid",))]
    found = _under(scene, [*tops, *wrapped(scene, inner)], preposition)
    if found or hit.is_verb or preposition == "of":
        return found
    return _under(scene, scene.children(hit.token, "nmod"), preposition) or _beside(scene, hit, preposition)


def _beside(scene: Scene, hit: Hit, preposition: str) -> list[int]:
    """A phrase right after the noun's own that hangs on the verb: "condemned the supply of shells *to X*"."""
    head = scene.tokens[hit.token].head
    if head < 0 or scene.tokens[hit.token].deprel != "obj":
        return []
    last = max(scene.subtree(hit.token))
    after = (c for c in scene.children(head, "obl") if scene.case(c) == preposition)
    return [c for c in after if min(scene.subtree(c)) == last + 1]


def _under(scene: Scene, tops: Iterable[int], preposition: str) -> list[int]:
    """The phrases under a preposition that hang on some words. The last resort of a noun are the words that hang on it
    ("the release of the sailors *by Iran*").
    """
    phrases = [c for top in dict.fromkeys(tops) for c in scene.children(top, *PHRASES)]
    return [
        c
        for c in phrases
        if scene.case(c) == preposition and (scene.tokens[c].deprel != "obl:agent" or preposition == "by")
    ]
