"""One sentence's dependency tree with the mentions in it: which clauses hold a word, and who is the subject of each."""

from bisect import bisect_left, insort
from collections.abc import Iterator

from demarche.model import Mention, Sentence

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
TOLD = SUBJECTS | {"cop"}
"""Relations of what makes a word the predicate of a clause."""
RELATIVE = frozenset({"who", "which", "that", "whom"})
SHARED = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp"})
"""Relations of a clause that may leave its subject to the clause above it."""


class Clauses:
    """Look-ups over one sentence. Mentions that are found later are put in with `add`."""

    def __init__(self, text: str, sentence: Sentence, mentions: list[Mention]) -> None:
        self.tokens = sentence.tokens
        self._starts = [t.start for t in self.tokens]
        self.low = [text[t.start : t.end].lower() for t in self.tokens]
        self._children: list[list[int]] = [[] for _ in self.tokens]
        self._is_clause = [t.upos == "VERB" for t in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self._children[token.head].append(i)
                if token.deprel in TOLD:
                    self._is_clause[token.head] = True
        self._at: list[Mention | None] = [None] * len(self.tokens)
        self.mentions: list[Mention] = []
        for mention in sorted(mentions, key=lambda m: m.start - m.end):
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """Put a mention in; it takes the place of the same words' mention, and lies over longer ones."""
        start, end = mention.start, mention.end
        same = [m for m in self.mentions if m.start == start and m.end == end]
        if same:
            self.mentions = [m for m in self.mentions if m not in same]
        insort(self.mentions, mention, key=lambda m: (m.start, -m.end))
        for i in range(bisect_left(self._starts, start), len(self.tokens)):
            if self.tokens[i].end > end:
                break
            old = self._at[i]
            if old is None or old in same or old.end - old.start >= end - start:
                self._at[i] = mention

    def drop(self, mention: Mention) -> None:
        """Take a mention out."""
        self.mentions = [m for m in self.mentions if m is not mention]
        self._at = [None if m is mention else m for m in self._at]

    def mention(self, i: int) -> Mention | None:
        """The shortest mention that covers a word."""
        return self._at[i]

    def children(self, i: int, *relations: str) -> list[int]:
        """The dependents of a word; a plain relation takes its subtypes in."""
        if not relations:
            return self._children[i]
        return [c for c in self._children[i] if self.is_a(c, *relations)]

    def is_a(self, i: int, *relations: str) -> bool:
        """Does a word stand in one of the relations?"""
        relation = self.tokens[i].deprel
        return relation in relations or relation.partition(":")[0] in relations

    def head(self, mention: Mention) -> int:
        """The word of a mention that the rest of it hangs on, a subject first."""
        first, last = bisect_left(self._starts, mention.start), bisect_left(self._starts, mention.end)
        own = [i for i in range(first, last) if self.tokens[i].end <= mention.end]
        tops = [i for i in own if self.tokens[i].head not in own]
        return next((i for i in tops if self.tokens[i].deprel in SUBJECTS), (tops or own or [0])[0])

    def above(self, i: int) -> Iterator[int]:
        """The words over a word, nearest first."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def is_clause(self, i: int) -> bool:
        """Is a word the head of a clause: a verb, or a predicate with a subject of its own?"""
        return self._is_clause[i]

    def governing(self, i: int) -> list[int]:
        """The heads of the clauses that hold a word, the nearest first."""
        return [j for j in self.above(i) if self.is_clause(j)]

    def clause(self, i: int) -> int:
        """The head of the clause that a word is part of."""
        return i if self.is_clause(i) else next(iter(self.governing(i)), -1)

    def subject(self, v: int) -> int | None:
        """The word that does what a clause says: its own subject, or the one it shares with the clause above."""
        for u in (v, *self.above(v)):
            own = next((c for c in self._children[u] if self.tokens[c].deprel in SUBJECTS), None)
            head, relation = self.tokens[u].head, self.tokens[u].deprel
            if own is not None:
                return head if self.low[own] in RELATIVE and relation.startswith("acl") else own
            if relation.startswith("acl"):
                return head if self._is_told_of_its_head(u) else None
            if relation == "xcomp" and (objects := self.children(head, "obj", "iobj")):
                return objects[0]
            if relation not in SHARED:
                return None
        return None

    def _is_told_of_its_head(self, u: int) -> bool:
        """*the man sent to Moscow*: a clause that describes a noun, which is its subject."""
        return self.tokens[u].upos == "VERB" and not any(self.low[c] in RELATIVE for c in self._children[u])

    def main(self) -> int:
        """The root of the sentence."""
        return next((i for i, t in enumerate(self.tokens) if t.head < 0), 0)

    def noun_path(self, i: int) -> set[int]:
        """A word and those over it up to the head of its clause: the noun phrases that it lies in."""
        out = {i}
        for j in self.above(i):
            if self.is_clause(j):
                break
            out.add(j)
        return out

    def joined(self, i: int) -> list[int]:
        """A word and those joined to it: *Blinken and Austin*."""
        out, open_ = [i], [i]
        while open_:
            own = self._at[k := open_.pop(0)]
            inside = [j for j, m in enumerate(self._at) if m is own] if own is not None else []
            beside = [c for j in dict.fromkeys([k, *inside]) for c in self.children(j, "conj")]
            new = [c for c in beside if c not in out and (own is None or self._at[c] is not own)]
            out += new
            open_ += new
        return out

    def is_plural(self, i: int) -> bool:
        """Is a word a plural noun?"""
        return "Number=Plur" in self.tokens[i].feats and self.tokens[i].upos in ("NOUN", "PROPN")

    def speaks(self, v: int, verbs: frozenset[str]) -> bool:
        """Is a word one of some verbs?"""
        return self.tokens[v].lemma.lower() in verbs and self.tokens[v].upos == "VERB"
