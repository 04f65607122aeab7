"""One parsed sentence as the extractors look at it: words with their dependents, and the actors and times among them.

A `Scene` is built once a sentence. Token numbers are good inside it only; whatever leaves is a stretch of the text.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from demarche.model import Document, Mention, Parsed, Sentence, Stretch, Time, Token, Toponym, Words

CASES = frozenset({"ADP", "SCONJ", "ADV", "VERB"})


class Scene:
    """Look-ups over one sentence. `mentions`, `times` and `places` are those that lie in it, in the order of the text;
    `before` is the sentence before it.
    """

    __slots__ = (
        "_all",
        "_below",
        "_cases",
        "_children",
        "_heads",
        "_mention_at",
        "_subtrees",
        "_tagged",
        "before",
        "document",
        "lemma",
        "lower",
        "mentions",
        "places",
        "sentence",
        "times",
        "tokens",
    )

    lower: Callable[[int], str]
    """The word as written, in lower case."""
    lemma: Callable[[int], str]
    """The word's lemma, in lower case."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        mentions: list[Mention],
        times: list[Time],
        everybody: Mapping[tuple[int, int], Mention],
        before: "Scene | None" = None,
        places: Sequence[Toponym] = (),
    ) -> None:
        self.before = before
        self.document = document
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.mentions = mentions
        self.times = times
        self.places = places
        self._all = everybody
        self._children: list[list[int]] = [[] for _ in self.tokens]
        self._below: dict[int, dict[str, list[int]]] = {}
        self._heads: dict[str, set[int]] = defaultdict(set)
        self._tagged: dict[str, list[int]] = defaultdict(list)
        for i, token in enumerate(self.tokens):
            self._tagged[token.upos].append(i)
            if token.head >= 0:
                self._children[token.head].append(i)
                for relation in _taken_as(token.deprel):
                    self._heads[relation].add(token.head)
        self._mention_at = _by_token(self.tokens, mentions)
        self._cases: dict[int, str] = {}
        self._subtrees: dict[int, list[int]] = {}
        text = document.text
        # Asked some twenty times a word: a list's own look-up takes half as long as a method around it.
        self.lower = [text[t.start : t.end].lower() for t in self.tokens].__getitem__
        self.lemma = [t.lemma.lower() for t in self.tokens].__getitem__

    def children(self, i: int, *relations: str) -> list[int]:
        """The dependents of a word; with `relations`, only those (a plain relation takes its subtypes in)."""
        own = self._children[i]
        if not relations or not own:
            return own
        below = self._below.get(i) or self._sorted_out(i)
        if len(relations) == 1:
            return below[relations[0]].copy() if relations[0] in below else []
        if below.keys().isdisjoint(relations):
            return []
        return sorted({c for relation in relations if relation in below for c in below[relation]})

    def _sorted_out(self, i: int) -> dict[str, list[int]]:
        """The dependents of a word by relation: most words are never asked for theirs."""
        below: dict[str, list[int]] = {}
        for c in self._children[i]:
            for relation in _taken_as(self.tokens[c].deprel):
                below.setdefault(relation, []).append(c)
        self._below[i] = below
        return below

    def has(self, i: int, relation: str) -> bool:
        """Has a word a dependent in a relation? Asked of every word, where `children` would make a list for each."""
        return relation in self._heads and i in self._heads[relation]

    def tagged(self, *classes: str) -> list[int]:
        """The words of some parts of speech, in the order of the text."""
        found = [i for upos in classes for i in self._tagged.get(upos, ())]
        return found if len(classes) == 1 else sorted(found)

    def case(self, i: int) -> str:
        """The preposition a word stands under, its parts joined by a blank ("ahead of"), empty where there is none.

        A title before a name may hold it: "with" in "with Foreign Minister Wang".
        """
        if i not in self._cases and not self._children[i]:
            self._cases[i] = self._before_mention(i)
        elif i not in self._cases:
            titles = [i, *(c for c in self.children(i, "nmod:desc", "compound", "appos") if c < i)]
            marks = [c for t in titles for c in self.children(t, "case", "mark") if self.tokens[c].upos in CASES]
            words = [w for c in marks for w in [self.lower(c), *map(self.lower, self.children(c, "fixed"))]]
            self._cases[i] = " ".join(words) or self._before_mention(i)
        return self._cases[i]

    def _before_mention(self, i: int) -> str:
        """The preposition right before the words of an actor, when the parser hung it elsewhere."""
        mention = self.mention(i)
        if mention is None:
            return ""
        first = i
        while first > 0 and self.tokens[first - 1].start >= mention.start:
            first -= 1
        if first > 0 and self.tokens[first - 1].upos == "DET":
            first -= 1
        return self.lower(first - 1) if first > 0 and self.tokens[first - 1].upos == "ADP" else ""

    def feature(self, i: int, name: str) -> str | None:
        """A morphological feature of a word (`Tense` → `Past`), null where it has none."""
        return _features(self.tokens[i].feats).get(name)

    def mention(self, i: int) -> Mention | None:
        """The actor whose words cover a word of the sentence."""
        return self._mention_at[i]

    def place_at(self, start: int, end: int) -> Toponym | None:
        """The name of a place that shares most with a stretch."""
        near = [p for p in self.places if p.start < end and start < p.end]
        return max(near, key=lambda p: min(p.end, end) - max(p.start, start), default=None)

    def meant(self, mention: Mention) -> list[Mention]:
        """Those whom "the two" or "they" stands for, or the mention itself."""
        return [self._all[a.start, a.end] for a in mention.antecedents if (a.start, a.end) in self._all] or [mention]

    def named_at(self, start: int, end: int) -> Mention | None:
        """The mention at a stretch anywhere in the document."""
        return self._all.get((start, end))

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above a word, nearest first."""
        seen = {i}
        while (i := self.tokens[i].head) >= 0 and i not in seen:
            seen.add(i)
            yield i

    def subtree(self, i: int) -> list[int]:
        """A word and everything below it, in the order of the text."""
        found = self._subtrees.get(i)
        if found is None:
            found, queue = [], [i]
            while queue:
                j = queue.pop()
                found.append(j)
                queue += self._children[j]
            found.sort()
            self._subtrees[i] = found
        return list(found)

    def conjuncts(self, i: int) -> list[int]:
        """A word and those joined to it ("Egypt, Uganda and Ethiopia")."""
        out = [i]
        for c in self.children(i, "conj"):
            out.extend(self.conjuncts(c))
        return out

    def listed(self, i: int) -> list[int]:
        """A word and those joined to it, wherever within an actor's words the parser hung them: on "president" or on
        the name beside it, and as an apposition of another actor too ("France, Germany and Italy").
        """
        out = [i]
        own = self.mention(i)
        for j in self.words_of(own) if own else [i]:
            for c in self.children(j, "conj", "appos"):
                if self._is_another(own, c):
                    out.extend(self.listed(c))
        return out

    def _is_another(self, own: Mention | None, c: int) -> bool:
        """Is a word joined to an actor's words another actor?"""
        other = self.mention(c)
        if self.tokens[c].deprel == "conj":
            return own is None or other is not own
        return own is not None and other is not None and other is not own and other.country != own.country

    def head_of(self, mention: Mention) -> int:
        """The head word of an actor of the sentence; 0 for one whose words stand in another."""
        return next((i for i, t in enumerate(self.tokens) if t.start >= mention.head), 0)

    def words_of(self, mention: Mention) -> list[int]:
        """The words of an actor."""
        return [j for j, t in enumerate(self.tokens) if mention.start <= t.start and t.end <= mention.end]

    def stretch(self, tokens: list[int]) -> Stretch:
        """The stretch from the first to the last of some words."""
        return Stretch(self.tokens[min(tokens)].start, self.tokens[max(tokens)].end)

    def words(self, start: int, end: int) -> Words:
        """The words of the document between two offsets."""
        return Words(start, end, self.document.text[start:end])

    def times_in(self, tokens: list[int]) -> list[Time]:
        """The expressions of time whose first word is one of some words."""
        starts = {self.tokens[i].start for i in tokens}
        return [t for t in self.times if t.start in starts]

    @property
    def is_question(self) -> bool:
        """Does the sentence end as a question?"""
        return self.document.text[self.sentence.start : self.sentence.end].rstrip("”\"' ").endswith("?")


def matches(relation: str, wanted: tuple[str, ...]) -> bool:
    """Is a UD relation one of those wanted? `obl` takes `obl:tmod` in, `nsubj:pass` only itself."""
    return relation in wanted or relation.partition(":")[0] in wanted


def _by_token(tokens: tuple[Token, ...], mentions: list[Mention]) -> list[Mention | None]:
    """For each word the mention that covers it; where two do, the shorter."""
    out: list[Mention | None] = [None] * len(tokens)
    starts = [t.start for t in tokens]
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        for i in range(bisect_left(starts, mention.start), len(tokens)):
            if tokens[i].end > mention.end:
                break
            out[i] = mention
    return out


@lru_cache(maxsize=1000)
def _taken_as(relation: str) -> tuple[str, ...]:
    """A relation, and the one that it is a subtype of."""
    return tuple(dict.fromkeys((relation, relation.partition(":")[0])))


@lru_cache(maxsize=10_000)
def _features(written: str) -> dict[str, str]:
    """The morphological features of a word, by their names."""
    pairs = (pair.partition("=") for pair in reversed(written.split("|")))
    return {name: value for name, is_, value in pairs if is_}


def scenes(document: Document, parsed: Parsed) -> Iterator[Scene]:
    """The sentences of a document, each with its mentions, times and places."""
    m = t = p = 0
    before: Scene | None = None
    everybody = {(mention.start, mention.end): mention for mention in parsed.mentions}
    for sentence in parsed.sentences:
        while m < len(parsed.mentions) and parsed.mentions[m].start < sentence.start:
            m += 1
        while t < len(parsed.times) and parsed.times[t].start < sentence.start:
            t += 1
        while p < len(parsed.places) and parsed.places[p].start < sentence.start:
            p += 1
        mentions, times, places = [], [], []
        for place in parsed.places[p:]:
            if place.start >= sentence.end:
                break
            places.append(place)
        for mention in parsed.mentions[m:]:
            if mention.start >= sentence.end:
                break
            mentions.append(mention)
        for time in parsed.times[t:]:
            if time.start >= sentence.end:
                break
            times.append(time)
        before = Scene(document, sentence, mentions, times, everybody, before, places)
        yield before
