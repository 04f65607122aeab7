"""The status of an event from the chain of words above it, from the inside out.

Clauses and nouns ask each other: a clause hangs on a noun ("plans *to meet*"), a noun on a clause ("hold *talks*").
"""

from demarche.claims.scene import Scene
from demarche.claims.status.complement import Link, link
from demarche.claims.status.compose import joined, under
from demarche.claims.status.form import is_finite, is_infinitive, is_nobody, is_past, marked
from demarche.claims.status.nouns import by_adjective, by_clause
from demarche.claims.status.own import is_asked, is_predicate, own_status
from demarche.lexicon.status_words import status_words
from demarche.model.values import Status


def event_status(scene: Scene, i: int) -> Status:
    """The status of an event named by any word: a verb, an adjective, a noun, or the copula of one."""
    if scene.tokens[i].deprel == "cop" and scene.tokens[i].head >= 0:
        i = scene.tokens[i].head
    if is_predicate(scene, i):
        return status_at(scene, i)
    return "hypothetical" if is_asked(scene, i) else noun_status(scene, i)


def status_at(scene: Scene, v: int) -> Status:
    """The status of what a predicate says, whatever kind of event it is."""
    return "hypothetical" if is_asked(scene, v) else clause_status(scene, v)


def clause_status(scene: Scene, v: int) -> Status:
    """The status a predicate has in its place: its own form, then whatever governs it."""
    own = own_status(scene, v)
    if scene.tokens[v].deprel == "conj" and scene.tokens[v].head >= 0:
        return _of_second_half(scene, v, own)
    found = link(scene, v)
    return own if found is None else _governed(scene, v, own, found)


def _of_second_half(scene: Scene, v: int, own: Status) -> Status:
    """In "will fly to Ankara and meet", the second verb shares the first's auxiliary, and what governs it."""
    head = scene.tokens[v].head
    if not is_predicate(scene, head):
        return own
    if not scene.children(v, "aux", "nsubj") and scene.feature(v, "VerbForm") in ("Inf", None, "Part"):
        shared = clause_status(scene, head)
        if own == "happened" and shared not in ("happened", "denied"):
            return shared
    first = link(scene, head)
    if first is None or scene.tokens[head].deprel == "conj":
        return own
    return own if is_finite(scene, v) and first.relation != "ccomp" else _governed(scene, v, own, first)


def _governed(scene: Scene, v: int, own: Status, found: Link) -> Status:
    """The status of an event under its governor's signature, or by the kind of clause it is where there is none."""
    if found.embedding is not None:
        above = head_status(scene, found.head)
        return joined(own, under(scene, found, above), _told_past(scene, v))
    if found.relation == "acl" and found.takes == "that" and is_nobody(scene, found.head):
        return "denied"
    if found.relation == "advcl" or found.takes not in ("to", "ing", "bare"):
        return _adverbial(scene, v, own, found)
    if found.relation == "acl":
        return _modifying(scene, v, own, found)
    return joined(own, head_status(scene, found.head), _told_past(scene, v))


def _told_past(scene: Scene, v: int) -> bool:
    return is_finite(scene, v) and is_past(scene, v)


def head_status(scene: Scene, head: int) -> Status:
    """The status of a governor: a clause's, or a noun's own ("*no* plans to meet")."""
    if is_predicate(scene, head):
        return clause_status(scene, head)
    return "denied" if is_nobody(scene, head) else noun_status(scene, head)


def _modifying(scene: Scene, v: int, own: Status, found: Link) -> Status:
    """An infinitive after a noun is still to come ("a treaty *to end* the war"); a participle is a fact."""
    if found.takes == "ing" and scene.feature(v, "Tense") != "Past" and own == "happened":
        return joined(own, head_status(scene, found.head), past=False)
    if found.takes != "to" or own != "happened":
        return own
    ranked = scene.children(found.head, "amod", "advmod", "nummod")
    above = head_status(scene, found.head)
    if any(status_words().embedding("adjective", scene.lower(c), "to") for c in (found.head, *ranked)):
        return joined(own, above, past=False)
    return joined(own, "expected" if above == "happened" else above, past=False)


def _at_the_time(scene: Scene, v: int, own: Status, found: Link) -> Status:
    """ "Will resign *when the talks end*": a clause of time in the present is as far ahead as what it dates."""
    beside = {scene.lower(c) for c in scene.children(v, "mark", "advmod")}
    if own != "happened" or is_past(scene, v) or not beside & status_words().marks.while_:
        return own
    above = clause_status(scene, found.head)
    return above if above in ("planned", "expected") else own


def _adverbial(scene: Scene, v: int, own: Status, found: Link) -> Status:
    introduced = marked(scene, v)
    if introduced & status_words().marks.instead:
        return "denied"
    if is_finite(scene, v):
        return _at_the_time(scene, v, own, found)
    if introduced & status_words().marks.aside:
        return own
    above = head_status(scene, found.head)
    if is_infinitive(scene, v) and found.relation == "advcl":
        if scene.lemma(v) in status_words().marks.outcomes and "order" not in introduced:
            return joined(own, above, past=False)
        return joined(own, "expected" if above == "happened" else above, past=False)
    return own if above == "denied" else joined(own, above, past=False)


def noun_status(scene: Scene, n: int) -> Status:
    """The status of an event noun; a noun without any sign is told as a fact."""
    own = by_adjective(scene, n) or by_clause(scene, n)
    if own:
        return own
    if is_nobody(scene, n):
        return "denied"
    return _in_place(scene, n)


def _in_place(scene: Scene, n: int) -> Status:
    marks = status_words().marks
    first = _preposition(scene, n)
    found = link(scene, n, is_noun=True)
    if found and found.embedding and not (is_predicate(scene, found.head) and found.head > n and first):
        governed = under(scene, found, head_status(scene, found.head))
        if governed != "happened":
            return governed
    if first in marks.before:
        return "planned"
    head = scene.tokens[n].head
    if scene.tokens[n].deprel == "nmod" and scene.tokens[head].upos == "NOUN" and (ahead := by_adjective(scene, head)):
        return ahead
    if first in ("after", "following", "since"):
        return "happened"
    return _in_clause(scene, n, first)


def _in_clause(scene: Scene, n: int, first: str) -> Status:
    """What the clause around a noun says, where nothing nearer does; that something else is denied says nothing."""
    above = next((a for a in scene.ancestors(n) if is_predicate(scene, a)), None)
    if above is None or (scene.tokens[n].deprel.startswith("nmod") and scene.tokens[n].head != above):
        return "happened"
    clause = clause_status(scene, above)
    if first == "for" and clause == "happened" and scene.tokens[scene.tokens[n].head].upos != "NOUN":
        return "expected"
    return "happened" if clause in ("denied", "refused") else clause


def _preposition(scene: Scene, n: int) -> str:
    """The first word before a noun phrase: "ahead" of "ahead of the talks", however the parser hung it."""
    head = scene.tokens[n].head
    beside = scene.lower(head) if head >= 0 and scene.tokens[head].upos == "ADV" else ""
    return beside if beside in status_words().marks.before else scene.case(n).split(" ")[0]
