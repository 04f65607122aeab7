"""What was talked about, by two accounts: themes in both, themes that one has and the other leaves out.

A theme is found by the words of the theme list, or as another state or body that is named; a sentence that touches
none is compared by its own words. The whole of a side's texts is searched before anything is called left out.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec

from demarche.lexicon.knowing import Knowledge
from demarche.records.comparison.accounts import Account
from demarche.records.comparison.details import sides_of
from demarche.records.comparison.finding import Finding, Verdict, contrast, one_sided
from demarche.records.comparison.passages import Sentence
from demarche.records.comparison.words import account_words, content, themed, themes

NAMES = frozenset({"state", "adjective", "organisation"})
FEW = 2
"""Content words below which a sentence is too short to be compared by them."""
TOLD_ELSEWHERE = 0.34
"""Share of a sentence's words in the other account from which it may be told there in other words."""


class Touched(msgspec.Struct, frozen=True):
    """A theme and the sentence of an account that touches it first; `minor` is courtesy and routine."""

    item: str
    sentence: Sentence
    minor: bool
    name: bool


class Topics:
    """The themes of one account, and all the words of its texts."""

    def __init__(self, account: Account, known: Knowledge) -> None:
        self.account = account
        self.known = known
        silent = {(c.document, c.start) for c in account.silences}
        self.remarks = [
            s
            for s in account.sentences
            if is_remark(s.text) or any(d == s.document and s.start <= start < s.end for d, start in silent)
        ]
        self.told = [s for s in account.sentences if s not in self.remarks]
        self.touched = {t.item: t for s in reversed(self.told) for t in self._of(s)}
        texts = [f"{d.title or ''}\n{d.text}" for d in account.documents] if account.official else []
        everything = "\n".join((*texts, *(s.text for s in self.told)))
        self.items = {t.id for t, _ in themed(everything)} | set(names(everything, known))
        self.content = content(everything)

    def _of(self, s: Sentence) -> Iterator[Touched]:
        for theme, _ in themed(s.text):
            yield Touched(theme.id, s, theme.minor, False)
        home = self.account.record.place.country if self.account.record.place else None
        aside = sides_of(self.account.record) | {home}
        for name in names(s.text, self.known):
            if name not in aside:
                yield Touched(name, s, False, True)


def names(text: str, known: Knowledge) -> tuple[str, ...]:
    """The states and organisations that a text names, states as alpha-3."""
    return _names(text, known)


@lru_cache(maxsize=4096)
def _names(text: str, known: Knowledge) -> tuple[str, ...]:
    hits = sorted(known.surfaces.hits(text), key=lambda h: (h.start, -h.end))
    found: list[str] = []
    upto = 0
    for hit in hits:
        targets = {known.country(s.target) or s.target for s in hit.surfaces if s.kind in NAMES and not s.doubtful}
        if hit.start >= upto and len(targets) == 1:
            found += targets
            upto = hit.end
    return tuple(dict.fromkeys(found))


def is_remark(text: str) -> bool:
    """Does a sentence tell of an account, that it leaves something out?"""
    return account_words().unmentioned.stand_in(text) and account_words().account.stand_in(text)


def topics(a: Topics, b: Topics) -> Iterator[Finding]:
    """The themes of both accounts, and of one of them."""
    for item in sorted(set(a.touched) & set(b.touched)):
        x, y = a.touched[item].sentence, b.touched[item].sentence
        yield contrast("topics", True, (item, x.evidence("topics")), (item, y.evidence("topics")), item=item)
    for one, other, is_a in ((a, b, True), (b, a, False)):
        if not other.account.official:
            continue
        if not other.account.whole:
            yield from _untold(one, other, is_a)
            continue
        missing = list(_missing(one, other))
        kind: Verdict = "omission" if one.account.official else "extra"
        for t in missing:
            words = t.sentence.evidence("topics")
            yield one_sided("topics", "extra" if t.minor else kind, is_a, words, t.item, item=t.item,
                            sure=0.6 if t.name else 0.8)  # fmt: skip
        for s in _unthemed(one, other, {t.sentence for t in missing}):
            yield one_sided("statements", kind, is_a, s.evidence("statements"), s.text, item=s.text, sure=0.5)


def _missing(one: Topics, other: Topics) -> Iterator[Touched]:
    """What the other side's texts nowhere touch; a name only where no theme of its sentence is missing anyway."""
    gone = [t for item, t in one.touched.items() if item not in other.items]
    themed_there = {t.sentence for t in gone if not t.name and not t.minor}
    taken: set[Sentence] = set()
    for t in gone:
        if t.name and (t.sentence in themed_there or t.sentence in taken):
            continue
        if t.name:
            taken.add(t.sentence)
        yield t


def _untold(one: Topics, other: Topics, is_a: bool) -> Iterator[Finding]:
    """Of a text that is not whole, or not read, one finding says so, and none says what it leaves out."""
    gone = [t for item, t in one.touched.items() if item not in other.items and not t.minor]
    if gone:
        first = min(gone, key=lambda t: (t.sentence.document, t.sentence.start))
        yield one_sided("topics", "not_comparable", is_a, first.sentence.evidence("topics"), first.item)


def _unthemed(one: Topics, other: Topics, done: Iterable[Sentence]) -> Iterator[Sentence]:
    """Sentences that touch no theme, and of whose words the other account has next to none."""
    said = {*done, *(t.sentence for t in one.touched.values())}
    words = account_words()
    for s in one.told:
        aside = s in said or s.reports or any(themed(s.text)) or names_only(s, one)
        circumstance = words.initiator.stand_in(s.text) or words.duration.stand_in(s.text)
        own = content(s.text)
        if aside or circumstance or len(own) < FEW or s.text.rstrip()[-1:] not in '.!?”"':
            continue
        if len(own & other.content) / len(own) < TOLD_ELSEWHERE:
            yield s


def names_only(s: Sentence, one: Topics) -> bool:
    """Does a sentence touch a name that counts as a theme?"""
    return any(t.sentence == s for t in one.touched.values() if t.name)


def is_minor(item: str) -> bool:
    """Is a theme courtesy or routine?"""
    return item in themes() and themes()[item].minor
