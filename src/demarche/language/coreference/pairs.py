"""*The two leaders*, *both sides*, *the pair*, *they*: those of the nearest sentence, as many as the words say."""

from collections.abc import Callable

from demarche.language.coreference.clauses import SUBJECTS, Clauses
from demarche.language.coreference.people import Key, distinct, fits, is_person, key
from demarche.language.coreference.pronouns import is_possessive
from demarche.language.coreference.quotes import speech_verbs
from demarche.language.coreference.story import Link, Story, Where
from demarche.language.coreference.words import Group, words
from demarche.model import Mention, Stretch

NOBODY = "group of nobody named"
"""The reason of a group whose members cannot be told."""

FAR = 3
"""So many sentences back are looked for the members of a group."""


def phrase(clauses: Clauses, i: int) -> tuple[Stretch, Group, int | None] | None:
    """The words of a group by its noun, whom it can mean, and how many; nothing where they say whose it is."""
    before = [c for c in clauses.children(i) if c < i]
    two = [
        c
        for c in before
        if clauses.is_a(c, "compound", "amod") and f"{clauses.low[c]} {clauses.low[i]}" in words().groups
    ]
    group = words().groups.get(f"{clauses.low[two[-1]]} {clauses.low[i]}" if two else clauses.low[i])
    if group is None or clauses.is_a(i, "nummod", "compound", "case"):
        return None
    small = [c for c in before if clauses.low[c] in words().definite or clauses.low[c] in words().counts]
    others = [
        c
        for c in before
        if c not in small and c not in two and not clauses.is_a(c, "case", "advmod", "cc", "mark", "punct")
    ]
    below = clauses.children(i, "nmod", "flat", "appos")
    if not small or others or (below and not _is_told(clauses, i, below)):
        return None
    numbers = [words().counts[clauses.low[c]] for c in (*small, i) if clauses.low[c] in words().counts]
    definite = any(clauses.low[c] in words().definite for c in small)
    if not definite:
        return None
    return Stretch(clauses.tokens[min(small)].start, clauses.tokens[i].end), group, numbers[0] if numbers else None


def _is_told(clauses: Clauses, i: int, below: list[int]) -> bool:
    """Do the words after the noun say nothing of whose it is: *the two leaders in Berlin*?"""
    return all(clauses.low[g] not in ("of", "from") for c in below for g in clauses.children(c, "case")) and all(
        clauses.is_a(c, "nmod") for c in below
    )


def group(story: Story, at: Where, wanted: Group, count: int | None, start: int) -> Link | None:
    """The members of a group; nobody where more of them, or fewer, are named."""
    if wanted.people:
        link = _members(story, at, start, count, lambda m: fits(m, wanted, story.gender(m)), story.persons)
        if link or not wanted.states:
            return link
    states = _members(story, at, start, count, lambda m: True, story.states)
    return states or (None if wanted.people else _of_their_people(story, at, start, count))


def _of_their_people(story: Story, at: Where, start: int, count: int | None) -> Link | None:
    """*The two countries* after two persons are theirs."""
    link = _members(story, at, start, count or 2, lambda m: m.country is not None, story.persons)
    if link is None or len({m.country for m in link.whom}) < len(link.whom):
        return None
    return Link(link.whom, "those whose states they are", 0.55)


def _members(
    story: Story, at: Where, start: int, count: int | None, fit: Callable[[Mention], bool],
    named: Callable[[int, int | None], list[Mention]],
) -> Link | None:  # fmt: skip
    pool: list[Mention] = []
    for back in range(FAR + 1):
        n = at.sentence - back
        if n < 0:
            break
        here = [m for m in named(n, start if back == 0 else None) if fit(m)]
        pool = distinct(here + pool)
        if back > 1 and pool and len(pool) > len(here):
            return None
        if len(pool) >= (count or 2):
            if count is not None and len(pool) > count:
                return None
            return Link(tuple(sorted(pool, key=lambda m: m.start)), _reason(count), 0.85 if back <= 1 else 0.65)
    return None


def _reason(count: int | None) -> str:
    return (
        "those named before" if count is None else "the two named before" if count == 2 else f"the {count} named before"
    )


def they(story: Story, at: Where) -> Link | None:
    """Whom *they*, *them* and *their* mean: several subjects, or the two who met."""
    link, stop = _above(story, at)
    return link if link or stop else _before(story, at)


def _above(story: Story, at: Where) -> tuple[Link | None, bool]:
    """Several who are the subject of a clause that holds the pronoun; or that others are, of whom nothing is known."""
    clauses = story.sentences[at.sentence]
    start = clauses.tokens[at.token].start
    own = clauses.clause(at.token)
    for v in clauses.governing(at.token):
        subject = clauses.subject(v)
        if subject is None or subject >= at.token or (v == own and not is_possessive(clauses, at.token)):
            continue
        found = [m for m in story.named(at.sentence, subject) if m.end <= start]
        if several(found):
            return Link(tuple(found), "pronoun: subjects of the clause above", 0.85), True
        if _are_things(clauses, subject) and subject not in clauses.noun_path(at.token):
            return None, True
    return None, False


def _are_things(clauses: Clauses, i: int) -> bool:
    """Is a word a plural noun for things, or for people of whom nothing is known?"""
    return clauses.is_plural(i) and clauses.tokens[i].lemma.lower() not in _event_lemmas()


def several(found: list[Mention]) -> bool:
    """Two or more, or one mention of many."""
    return len(distinct(found)) > 1 or any(m.plural and m.reason != NOBODY for m in found)


def _before(story: Story, at: Where) -> Link | None:
    clauses = story.sentences[at.sentence]
    start = clauses.tokens[at.token].start
    if story.quote(start) or _is_said(story, at):
        return None
    barred = _own_subject(story, at)
    crowded = any(_are_things(clauses, j) and j not in clauses.noun_path(at.token) for j in range(at.token))
    here = story.persons(at.sentence, start)
    if not crowded and _is_pair(here, barred):
        return Link(tuple(here), "pronoun: the two named before", 0.65)
    for n, back in story.before(at, 2):
        found = _in_sentence(story, n, barred)
        if found:
            return Link(tuple(found), "pronoun: several of the sentence before", 0.8 if back == 1 else 0.6)
        pair, things = story.persons(n), _has_things(story.sentences[n])
        if not crowded and not things and _is_pair(pair, barred):
            return Link(tuple(pair), "pronoun: the two named before", 0.7)
        if pair or things:
            return None
    return None


def _in_sentence(story: Story, n: int, barred: set[Key]) -> list[Mention]:
    """Several who are the main subject of a sentence, or, where that one does it to them, its objects."""
    clauses = story.sentences[n]
    subjects = [m for m in story.named(n, clauses.subject(clauses.main())) if key(m) not in barred]
    if several(subjects):
        return subjects
    below = clauses.children(clauses.main(), "obj", "iobj", "obl") if barred else []
    objects = [m for c in below for m in story.named(n, c) if key(m) not in barred]
    return objects if several(objects) else []


def _is_said(story: Story, at: Where) -> bool:
    """Are the words somebody's, named after them: *They will talk, said the envoy*?"""
    clauses = story.sentences[at.sentence]
    above = [v for v in clauses.governing(at.token) if v > at.token and clauses.speaks(v, speech_verbs())]
    beside = [v for v in clauses.children(clauses.main(), "parataxis") if clauses.speaks(v, speech_verbs())]
    return any((clauses.subject(v) or 0) > at.token for v in (*above, *beside))


def _own_subject(story: Story, at: Where) -> set[Key]:
    """Who does what is done to *them*."""
    clauses = story.sentences[at.sentence]
    v = clauses.clause(at.token)
    if v < 0 or clauses.tokens[at.token].deprel in SUBJECTS or is_possessive(clauses, at.token):
        return set()
    return {key(m) for m in story.named(at.sentence, clauses.subject(v))}


def _is_pair(two: list[Mention], barred: set[Key]) -> bool:
    """Two office-holders of two sides, both of whom can be meant."""
    sides = {m.country or m.organisation for m in two}
    people = all(is_person(m) for m in two) and not barred & {key(m) for m in two}
    return people and len(two) == len(sides) == 2 and None not in sides


def _has_things(clauses: Clauses) -> bool:
    """Does a sentence speak of several things that *they* may mean?"""
    main = clauses.main()
    nouns = [c for c in clauses.children(main, "nsubj", "nsubj:pass", "obj") if clauses.is_plural(c)]
    return any(clauses.mention(c) is None and clauses.tokens[c].lemma.lower() not in _event_lemmas() for c in nouns)


def _event_lemmas() -> frozenset[str]:
    return words().meetings | {w.removesuffix("s") for w in words().meetings}
