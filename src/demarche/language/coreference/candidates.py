"""Everybody a pronoun can mean: each person spoken of so far, with the places where the text tells of them.

Somebody without a name is one of them, by the noun (*the driver*) or by a pronoun that stayed open: a pronoun that
means them must not go to whoever was named before.
"""

from collections.abc import Iterator

from demarche.language.coreference.clauses import SUBJECTS, Clauses
from demarche.language.coreference.course import Candidate, Deed, Form, Role, Told
from demarche.language.coreference.people import Key, is_person, key
from demarche.language.coreference.quotes import speech_verbs
from demarche.language.coreference.story import Story, Where
from demarche.language.coreference.words import words
from demarche.lexicon.actors import Gender
from demarche.model import Mention

FAR = 6
"""So many sentences back is looked for whom a pronoun means."""

DOERS = ("nsubj", "nsubj:outer")


def candidates(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> list[Candidate]:
    """Those whom the pronoun can mean, the nearest last."""
    course, found = story.course, dict[Key, list[Told]]()
    for n in range(len(course.told), at.sentence):
        course.read(list(_told(story, n)))
    before = [t for some in course.told[max(0, at.sentence - FAR) : at.sentence] for t in some]
    here = [t for t in _told(story, at.sentence) if t.token < at.token]
    for told in (*before, *here, *_ahead(story, at)):
        if told.whom not in barred:
            found.setdefault(told.whom, []).append(told)
    everybody = [Candidate(whom, tuple(told), _gender(story, whom, told)) for whom, told in found.items()]
    fit = [c for c in everybody if c.gender in (wanted, "")]
    return sorted(fit, key=lambda c: (c.last.sentence, c.last.token))


def _gender(story: Story, whom: Key, told: list[Told]) -> Gender:
    if known := story.genders.get(whom):
        return known
    return next((g for t in reversed(told) if t.mention is not None and (g := story.gender(t.mention))), "")


def _told(story: Story, n: int) -> Iterator[Told]:
    """The places where a sentence tells of somebody, in their order."""
    clauses, persons, left_open = story.sentences[n], words().persons, story.course.open.get(n, {})
    named: dict[int, list[tuple[Form, Mention]]] = {}
    for m in clauses.mentions:
        for one in story.meant(m):
            if is_person(one):
                named.setdefault(clauses.head(m), []).append((_form(m), one if m.plural else m))
    nouns = [i for i, low in enumerate(clauses.low) if low in persons]
    for i in sorted({*named, *left_open, *nouns}):
        if i in named:
            role, joined, deed = role_of(clauses, i), is_joined(clauses, i), deed_of(clauses, i)
            yield from (Told(key(m), n, i, role, joined, deed, form, m) for form, m in named[i])
        elif i in left_open:
            yield _unnamed(clauses, n, i, left_open[i], "open")
        elif _is_one(clauses, i) and clauses.tokens[i].head not in named:
            yield _unnamed(clauses, n, i, ("noun", clauses.low[i]), "noun")


def _unnamed(clauses: Clauses, n: int, i: int, whom: Key, form: Form) -> Told:
    return Told(whom, n, i, role_of(clauses, i), is_joined(clauses, i), deed_of(clauses, i), form, None)


def _form(m: Mention) -> Form:
    if m.plural:
        return "group"
    if m.antecedents and m.reason.startswith("pronoun"):
        return "pronoun"
    return "name" if m.kind == "person" else "office"


def _is_one(clauses: Clauses, i: int) -> bool:
    """A noun for one person, no part of the words for somebody else, and not what somebody else is called."""
    m = clauses.mention(i)
    alone = m is None or not is_person(m)
    beside = clauses.is_a(i, "compound", "appos", "amod")
    return alone and clauses.tokens[i].upos == "NOUN" and not clauses.is_plural(i) and not beside


def _path(clauses: Clauses, i: int) -> list[int]:
    """A word and those it is joined to or part of, up to the one that stands in the clause."""
    path = [i]
    for j in clauses.above(i):
        whole = clauses.is_a(path[-1], "conj") and clauses.is_clause(path[-1])
        if whole or not clauses.is_a(path[-1], "conj", "appos", "flat", "compound"):
            break
        path.append(j)
    return path


def is_joined(clauses: Clauses, i: int) -> bool:
    """Is somebody one of several: *Blinken and Austin*?"""
    if _is_called(clauses, i):
        return False
    below = any(not clauses.is_clause(c) for c in clauses.children(i, "conj"))
    return below or any(clauses.is_a(j, "conj") for j in _path(clauses, i)[:-1])


def _is_called(clauses: Clauses, i: int) -> bool:
    """*The visitor was X*: the sentence is about X."""
    token = clauses.tokens[i]
    return token.head < 0 and token.upos in ("NOUN", "PROPN") and bool(clauses.children(i, "cop"))


def role_of(clauses: Clauses, i: int) -> Role:
    """The role of a word in its clause."""
    if _is_called(clauses, i):
        return "main"
    token = clauses.tokens[_path(clauses, i)[-1]]
    if token.deprel in SUBJECTS:
        if token.head != clauses.main():
            return "clause"
        return "passive" if token.deprel == "nsubj:pass" else "main"
    if token.deprel == "obl:agent":
        return "agent"
    plain: dict[str, Role] = {"obj": "object", "iobj": "object", "obl": "oblique", "nmod": "noun"}
    return "owner" if token.deprel == "nmod:poss" else plain.get(token.deprel.partition(":")[0], "other")


def deed_of(clauses: Clauses, i: int) -> Deed:
    """Whether somebody goes somewhere, receives somebody or is received, by the verb or by what is theirs."""
    head, relation, list_ = clauses.tokens[i].head, clauses.tokens[i].deprel, words()
    lemma = clauses.tokens[head].lemma.lower() if head >= 0 else ""
    if relation == "nmod:poss":
        return "moves" if lemma in list_.journeys else "hosts" if lemma in list_.homes else ""
    if lemma in list_.receives:
        return "hosts" if relation in ("nsubj", "obl:agent") else "hosted" if relation in ("obj", "nsubj:pass") else ""
    if relation not in DOERS:
        return ""
    return "moves" if lemma in list_.moves else "speaks" if lemma in speech_verbs() else ""


def _ahead(story: Story, at: Where) -> Iterator[Told]:
    """*After his talks with X, Y said …*: the main subject, named right after the words that open the sentence."""
    clauses = story.sentences[at.sentence]
    subject = clauses.subject(clauses.main())
    opening = [j for j in (at.token, *clauses.above(at.token)) if clauses.tokens[j].head == clauses.main()]
    if subject is None or subject < at.token or not opening or not clauses.is_a(opening[0], "obl", "advcl"):
        return
    found = [m for m in story.named(at.sentence, subject) if is_person(m)]
    for m in found:
        yield Told(key(m), at.sentence, subject, "main", len(found) > 1, "", "name", m)
