"""A text as it is told, sentence by sentence: who has been spoken of, and how near and how prominent they stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from demarche.language.coreference.clauses import Clauses
from demarche.language.coreference.course import Course
from demarche.language.coreference.people import Key, distinct, gender, is_person, key
from demarche.language.mentions.setting import Setting
from demarche.lexicon.actors import Gender
from demarche.model import Mention, Stretch

OF = frozenset({"of", "from"})
"""Prepositions before those whom a plural noun stands for: *delegations from Russia and Ukraine*."""


class Link(NamedTuple):
    """Whom a word means, by which rule, and how sure that is."""

    whom: tuple[Mention, ...]
    reason: str
    confidence: float


class Where(NamedTuple):
    """A word: the number of its sentence, and its own in it."""

    sentence: int
    token: int


@dataclass(slots=True)
class Story:
    """The sentences of a text with the mentions in them."""

    text: str
    at: Setting
    sentences: Sequence[Clauses]
    everybody: dict[tuple[int, int], Mention]
    last: dict[str, Stretch] = field(default_factory=dict)
    genders: dict[Key, Gender] = field(default_factory=dict)
    quotes: Sequence[Stretch] = ()
    course: Course = field(default_factory=Course)

    def add(self, n: int, mention: Mention) -> None:
        """Put a mention into its sentence."""
        self.sentences[n].add(mention)
        self.everybody[mention.start, mention.end] = mention

    def drop(self, n: int, mention: Mention) -> None:
        """Take a mention out of its sentence."""
        self.sentences[n].drop(mention)
        self.everybody.pop((mention.start, mention.end), None)

    def meant(self, m: Mention) -> list[Mention]:
        """Those whom several stand for, or the mention itself."""
        found = [self.everybody.get((a.start, a.end)) for a in m.antecedents] if m.plural else []
        return [f for f in found if f is not None] or [m]

    def quote(self, start: int) -> Stretch | None:
        """The quotation that a place lies in."""
        n = bisect_right(self.quotes, start, key=lambda q: q.start)
        return self.quotes[n - 1] if n and start < self.quotes[n - 1].end else None

    def gender(self, m: Mention) -> Gender:
        """The gender of a person, by the tables, the words, or a pronoun that stood for them before."""
        return gender(m, self.text, self.at.known) or self.genders.get(key(m), "")

    def named(self, n: int, i: int | None) -> list[Mention]:
        """Those whom the noun phrase around a word names: *Blinken and Austin*, *the leaders of France and Italy*, *the
        German and French leaders*.
        """
        if i is None:
            return []
        clauses = self.sentences[n]
        words = clauses.joined(i)
        if clauses.is_plural(i):
            of = [
                c for c in clauses.children(i, "nmod") if any(clauses.low[g] in OF for g in clauses.children(c, "case"))
            ]
            words += [k for c in of for k in clauses.joined(c)]
            beside = [k for c in clauses.children(i, "amod", "compound") for k in clauses.joined(c)]
            words += [k for k in beside if (m := clauses.mention(k)) is not None and is_person(m)]
        found = [clauses.mention(k) for k in sorted(words)]
        return list(dict.fromkeys(each for m in found if m is not None for each in self.meant(m)))

    def before(self, at: Where, far: int) -> Iterator[tuple[int, int]]:
        """The sentences before one, the nearest first, and how many back each is."""
        for back in range(1, min(far, at.sentence) + 1):
            yield at.sentence - back, back

    def persons(self, n: int, until: int | None = None) -> list[Mention]:
        """Each person of a sentence once; `until` a place in the text."""
        ended = [m for m in self.sentences[n].mentions if until is None or m.end <= until]
        return distinct([p for m in ended for p in self.meant(m) if is_person(p)])

    def states(self, n: int, until: int | None = None) -> list[Mention]:
        """Each state of a sentence once."""
        ended = [m for m in self.sentences[n].mentions if until is None or m.end <= until]
        return distinct([s for m in ended for s in self.meant(m) if s.kind == "state" and s.country])

    def tiers(self, n: int) -> list[list[Mention]]:
        """The persons of a sentence by how prominent they are: the main subject, other subjects, all others."""
        clauses = self.sentences[n]
        main = clauses.main()
        heads = [main, *(i for i in range(len(clauses.tokens)) if i != main and clauses.is_clause(i))]
        subjects = [self.named(n, clauses.subject(v)) for v in heads]
        tiers = [subjects[0], [m for some in subjects[1:] for m in some], self.persons(n)]
        return [distinct([m for m in tier if is_person(m)]) for tier in tiers]


def stretch(m: Mention) -> Stretch:
    """Where a mention stands."""
    return Stretch(m.start, m.end)
