"""*He*, *her*, *himself*: the subject of a clause that holds the pronoun, else the most prominent person before it.

The order is that of J. Hobbs, "Resolving pronoun references" (1978), with the salience of Lappin and Leass (1994); the
bounds on one clause are those of the binding theory: *him* is never the subject of its own clause, *himself* always.
"""

from collections.abc import Iterable

from demarche.language.coreference.clauses import SUBJECTS, Clauses
from demarche.language.coreference.people import Key, distinct, is_person, key
from demarche.language.coreference.story import Link, Story, Where
from demarche.language.coreference.words import words
from demarche.lexicon.actors import Gender
from demarche.model import Mention

FAR = 4
"""So many sentences back is looked for whom a pronoun means."""

SURE = (0.85, 0.8, 0.65, 0.55, 0.5)
"""How sure a link is, by how many sentences it goes back."""


def he(story: Story, at: Where, nobody: Iterable[Key] = ()) -> Link | None:
    """Whom a pronoun of the third person means; `nobody` are those whom it cannot mean for other reasons."""
    clauses = story.sentences[at.sentence]
    wanted = words().gender(clauses.low[at.token])
    barred = {*nobody, *_bound(story, at), *_quoted(story, at)}
    if clauses.low[at.token] in words().reflexive:
        own = _fit(story, story.named(at.sentence, clauses.subject(clauses.clause(at.token))), wanted, set())
        return Link((own[0],), "pronoun: the clause's own subject", 0.9) if len(own) == 1 else None
    for rule in (_thanked, _governing, _ahead, _beside, _earlier):
        found, stop = rule(story, at, wanted, barred)
        if found or stop:
            return found
    return None


Answer = tuple[Link | None, bool]
"""A link; or none, and whether to stop looking."""


def _bound(story: Story, at: Where) -> set[Key]:
    """Whom the pronoun's own clause keeps it from meaning."""
    clauses, n = story.sentences[at.sentence], at.sentence
    i = at.token
    possessive = is_possessive(clauses, i)
    path = clauses.noun_path(i)
    barred = {key(m) for j in path if j != i for m in [clauses.mention(j)] if m is not None and _holds(m, clauses, i)}
    v = clauses.clause(i)
    if v < 0 or possessive:
        return barred
    subject = clauses.subject(v)
    if subject is not None and clauses.tokens[i].deprel not in SUBJECTS:
        barred |= {key(m) for m in story.named(n, subject)}
    else:
        barred |= {key(m) for m in clauses.mentions if clauses.clause(clauses.head(m)) == v and subject is not None
                   and clauses.head(m) not in clauses.joined(subject)}  # fmt: skip
    owners = [c for j in {*path, clauses.tokens[i].head} if j >= 0 for c in clauses.children(j, "nmod:poss") if c != i]
    return barred | {key(m) for c in owners for m in story.named(n, c)}


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
    told = [(story.gender(m), m) for m in distinct(open_)]
    return [m for g, m in told if g in (wanted, "")]


def _surest(story: Story, mentions: list[Mention], wanted: Gender) -> list[Mention]:
    """Of those whom the pronoun can mean the ones known to be of its gender, if there are any."""
    return [m for m in mentions if story.gender(m) == wanted] or mentions


def is_somebody(m: Mention) -> bool:
    """A name of which nothing is known may be that of a place."""
    return bool(m.actor or m.role or len((m.name or "").split()) > 1)


def _thanked(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Answer:
    """*X thanked Y for his help*: Y's."""
    clauses = story.sentences[at.sentence]
    v = clauses.clause(at.token)
    if v < 0 or not is_possessive(clauses, at.token) or not clauses.speaks(v, words().thanked):
        return None, False
    objects = [m for c in clauses.children(v, "obj", "iobj") if c < at.token for m in story.named(at.sentence, c)]
    found = _fit(story, objects, wanted, barred)
    inside = clauses.noun_path(at.token) & {*clauses.children(v, "obl")}
    return (Link((found[0],), "pronoun: the object's", 0.7), True) if len(found) == 1 and inside else (None, False)


def _governing(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Answer:
    """The subject of a clause that holds the pronoun, the innermost first, where it stands before."""
    clauses, start = story.sentences[at.sentence], story.sentences[at.sentence].tokens[at.token].start
    for v in clauses.governing(at.token):
        subject = clauses.subject(v)
        before = [m for m in story.named(at.sentence, subject) if m.end <= start]
        found = _fit(story, before, wanted, barred)
        if len(found) == 1:
            return Link((found[0],), "pronoun: subject of the clause above", 0.85), True
        if found:
            return None, True
    return None, False


def _ahead(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Answer:
    """*After his talks with X, Y said …*: the main subject, named right after the words that open the sentence."""
    clauses = story.sentences[at.sentence]
    subject = clauses.subject(clauses.main())
    opening = [j for j in (at.token, *clauses.above(at.token)) if clauses.tokens[j].head == clauses.main()]
    if subject is None or subject < at.token or not opening or not clauses.is_a(opening[0], "obl", "advcl"):
        return None, False
    found = _fit(story, story.named(at.sentence, subject), wanted, barred)
    return (Link((found[0],), "pronoun: subject of the main clause", 0.75), True) if len(found) == 1 else (None, False)


def _beside(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Answer:
    """The one person named before in the same sentence."""
    start = story.sentences[at.sentence].tokens[at.token].start
    people = [m for m in story.persons(at.sentence, start) if is_somebody(m)]
    found = _surest(story, _fit(story, people, wanted, barred), wanted)
    if len(found) == 1:
        return Link((found[0],), "pronoun: named before in the sentence", 0.65), True
    return None, False


def _earlier(story: Story, at: Where, wanted: Gender, barred: set[Key]) -> Answer:
    """The most prominent person of the nearest sentence before that names one who fits."""
    for n, back in story.before(at, FAR):
        main, others, everybody = (_fit(story, tier, wanted, barred) for tier in story.tiers(n))
        tiers = [main, others, _surest(story, [m for m in everybody if is_somebody(m)], wanted)]
        first = next((tier for tier in tiers if tier), [])
        if len(first) != 1:
            if first:
                return None, True
            continue
        if any(_rivals(first[0], m, story, wanted) for m in tiers[2]):
            return None, True
        rule = "main subject of the sentence before" if first == tiers[0] and back == 1 else "named before"
        return Link((first[0],), f"pronoun: {rule}", round(SURE[back] - (0.1 if first == tiers[2] else 0), 2)), True
    return None, False


def _rivals(m: Mention, other: Mention, story: Story, wanted: Gender) -> bool:
    """Two who fit as well: neither has a name, or only the other is known to be of the gender."""
    if key(m) == key(other):
        return False
    nameless = not m.name and not other.name and m.role == other.role
    return nameless or (story.gender(m) != wanted and story.gender(other) == wanted)
