"""*He*, *her*, *himself*: who cannot be meant, whom the words alone tell, and of all others the likeliest.

The bounds on one clause are those of the binding theory: *him* is never the subject of its own clause, *himself*
always.
"""

from collections.abc import Iterable, Iterator

from demarche.language.coreference.clauses import SUBJECTS, Clauses
from demarche.language.coreference.people import Key, distinct, is_person, key
from demarche.language.coreference.story import Link, Story, Where
from demarche.language.coreference.weighed import weighed
from demarche.language.coreference.words import words
from demarche.lexicon.actors import Gender
from demarche.model import Mention


def he(story: Story, at: Where, nobody: Iterable[Key] = ()) -> Link | None:
    """Whom a pronoun of the third person means; `nobody` are those whom it cannot mean for other reasons."""
    clauses = story.sentences[at.sentence]
    wanted = words().gender(clauses.low[at.token])
    if clauses.low[at.token] in words().reflexive:
        own = _fit(story, story.named(at.sentence, clauses.subject(clauses.clause(at.token))), wanted, set())
        return Link((own[0],), "pronoun: the clause's own subject", 0.9) if len(own) == 1 else None
    barred = {*nobody, *_bound(story, at), *_quoted(story, at)}
    is_subject = clauses.tokens[at.token].deprel in SUBJECTS
    link = _ahead(story, at, wanted, barred) if is_subject else _thanked(story, at, wanted, barred)
    if link is not None:
        story.course.meant(at.sentence, wanted, key(link.whom[0]), is_subject=is_subject)
        return link
    return weighed(story, at, wanted, barred)


def _bound(story: Story, at: Where) -> set[Key]:
    """Whom the pronoun's own clause keeps it from meaning."""
    clauses, n, i = story.sentences[at.sentence], at.sentence, at.token
    path = clauses.noun_path(i)
    barred = {key(m) for j in path if j != i for m in [clauses.mention(j)] if m is not None and _holds(m, clauses, i)}
    v = clauses.clause(i)
    subject = clauses.subject(v) if v >= 0 else None
    if v < 0 or is_possessive(clauses, i):
        several = story.named(n, subject) if subject is not None and subject < i and subject not in path else []
        return barred | ({key(m) for m in several} if len(several) > 1 else set())
    if subject is not None:
        is_subject = clauses.tokens[i].deprel in SUBJECTS
        barred |= set(_beside(clauses, v, subject)) if is_subject else {key(m) for m in story.named(n, subject)}
    owners = [c for j in {*path, clauses.tokens[i].head} if j >= 0 for c in clauses.children(j, "nmod:poss") if c != i]
    return barred | {key(m) for c in owners for m in story.named(n, c)}


def _beside(clauses: Clauses, v: int, subject: int) -> Iterator[Key]:
    """Who is part of a clause beside its subject. The subject may be an owner, though (*in his speech he*), and is what
    the clause says that it is.
    """
    joined = clauses.joined(subject)
    for m in clauses.mentions:
        head = clauses.head(m)
        owns = any(is_possessive(clauses, j) for j in clauses.noun_path(head))
        if clauses.clause(head) == v and head != v and head not in joined and not owns:
            yield key(m)


def _quoted(story: Story, at: Where) -> set[Key]:
    """Who is named only inside the quotations of a sentence is not who speaks outside them."""
    n = at.sentence
    if story.quote(story.sentences[n].tokens[at.token].start):
        return set()
    inside = {key(m) for m in story.sentences[n].mentions if story.quote(m.start)}
    return inside - {key(m) for m in story.sentences[n].mentions if not story.quote(m.start)}


def _holds(m: Mention, clauses: Clauses, i: int) -> bool:
    return m.start <= clauses.tokens[i].start and clauses.tokens[i].end <= m.end


def is_possessive(clauses: Clauses, i: int) -> bool:
    """*his* and *her* before a noun."""
    return clauses.tokens[i].deprel == "nmod:poss"


def _fit(story: Story, mentions: Iterable[Mention], wanted: Gender, barred: set[Key]) -> list[Mention]:
    """Those whom the pronoun can mean."""
    open_ = [m for m in mentions if is_person(m) and key(m) not in barred]
    return [m for m in distinct(open_) if story.gender(m) in (wanted, "")]


def _ahead(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Link | None:
    """ "*Even as he announced the call*, Blinken insisted": in a clause that opens a sentence, its main subject."""
    clauses = story.sentences[at.sentence]
    main, v = clauses.main(), clauses.clause(at.token)
    subject = clauses.subject(main)
    opens = v >= 0 and v < main and clauses.is_a(v, "advcl") and clauses.tokens[v].head == main
    if not opens or subject is None or not v < subject:
        return None
    found = _fit(story, story.named(at.sentence, subject), wanted, barred)
    sure = len(found) == 1 and found[0].name is not None
    return Link((found[0],), "pronoun: subject of the main clause", 0.8) if sure else None


def _thanked(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Link | None:
    """*X thanked Y for his help*: Y's."""
    clauses = story.sentences[at.sentence]
    v = clauses.clause(at.token)
    if v < 0 or not is_possessive(clauses, at.token) or not clauses.speaks(v, words().thanked):
        return None
    objects = [m for c in clauses.children(v, "obj", "iobj") if c < at.token for m in story.named(at.sentence, c)]
    found = _fit(story, objects, wanted, barred)
    inside = clauses.noun_path(at.token) & {*clauses.children(v, "obl")}
    return Link((found[0],), "pronoun: the object's", 0.7) if len(found) == 1 and inside else None
