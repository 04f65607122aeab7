"""The words by which accounts are compared: themes and turns of phrase, typed, refused where wrong."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from demarche.lexicon.tables import Row, load_toml
from demarche.lexicon.topics import Topic, topics
from demarche.model import BadKnowledge


class Theme(Row, frozen=True, kw_only=True):
    """Something that is talked about, and the words that show it; `takes`: topics that are not held apart from it."""

    id: str
    words: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    minor: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class Themes(Row, frozen=True, kw_only=True):
    """The file of themes."""

    theme: tuple[Theme, ...]


class Turns(Row, frozen=True, kw_only=True):
    """Turns of phrase that say one thing."""

    patterns: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    def finds(self, text: str) -> "Iterator[re.Match[str]]":
        """Where they stand."""
        for pattern in self.patterns:
            yield from _compiled(pattern).finditer(text)

    def stand_in(self, text: str) -> bool:
        """Do they stand there at all?"""
        return next(self.finds(text), None) is not None


class AccountWords(Row, frozen=True, kw_only=True):
    """The file of turns of phrase."""

    initiator: Turns
    duration: Turns
    agreed: Turns
    not_agreed: Turns
    excerpt: Turns
    translated: Turns
    unmentioned: Turns
    account: Turns


@cache
def themes() -> dict[str, Theme]:
    """The themes by id: the topics of the lexicon with what the file adds to them, and what is no topic."""
    rows = load_toml(files("demarche.records") / "data" / "themes_en.toml", Themes).theme
    every = topics().by_id
    if len({row.id for row in rows}) < len(rows):
        raise BadKnowledge("themes_en.toml", "the themes", "an id stands twice")
    moved = {words for row in rows for words in row.words}
    found: dict[str, Theme] = {}
    for row in rows:
        if unknown := next((t for t in row.takes if t not in every), None):
            raise BadKnowledge("themes_en.toml", row.id, f"takes {unknown!r}, which is no topic")
        found[row.id] = _with_topics(row, [every[t] for t in (row.id, *row.takes) if t in every], moved)
    taken = {t for row in rows for t in (row.id, *row.takes)}
    alone = [topic for id, topic in every.items() if id not in taken]
    return found | {topic.id: _with_topics(Theme(id=topic.id), [topic], moved) for topic in alone}


def _with_topics(row: Theme, own: Iterable[Topic], moved: Collection[str]) -> Theme:
    """A theme with the phrases of topics, but for those that the file gives to another theme."""
    phrases = (p for topic in own for p in topic.phrases if p not in moved)
    yes = (p for topic in own for p in topic.positive)
    return msgspec.structs.replace(row, words=(*row.words, *phrases), yes=(*row.yes, *yes))


@cache
def account_words() -> AccountWords:
    """The turns of phrase."""
    return load_toml(files("demarche.records") / "data" / "accounts_en.toml", AccountWords)


def themed(text: str) -> "Iterator[tuple[Theme, re.Match[str]]]":
    """Every theme that the text touches, with the words that show it; at each place the longest words win."""
    upto = 0
    for word in _WORD.finditer(text):
        if word.start() < upto:
            continue
        for pattern, theme in _beginning_with(word[0].lower()):
            if found := pattern.match(text, word.start()):
                yield theme, found
                upto = found.end()
                break


@lru_cache(maxsize=65536)
def _beginning_with(word: str) -> "tuple[tuple[re.Pattern[str], Theme], ...]":
    """The words of themes that may begin with a word, the longest first."""
    whole, stems = _openings()
    fit = {*whole.get(word, ()), *whole.get(word.removesuffix("s"), ())}
    fit |= {w for end in range(1, len(word) + 1) for w in stems.get(word[:end], ())}
    by_words = {w: theme for theme in themes().values() for w in theme.words} if fit else {}
    return tuple((_compiled(_pattern(w)), by_words[w]) for w in sorted(fit, key=lambda w: (-len(w), w)))


@cache
def _openings() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The words of themes by their first word, and those whose only word is a stem by that stem."""
    whole: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for words in (w for theme in themes().values() for w in theme.words):
        first = _WORD.match(words)
        if first is not None:
            by = stems if words == f"{first[0]}*" else whole
            by.setdefault(first[0].lower(), set()).add(words)
    return whole, stems


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.IGNORECASE)


def _pattern(words: str) -> str:
    spaced = re.escape(words.rstrip("*")).replace("\\ ", r"[\s-]+")
    return rf"\b{spaced}\w*" if words.endswith("*") else rf"\b{spaced}s?\b"


_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W\d_]{4,}")
_EMPTY_WORDS = (
    "that this with from have been were will would their they them there which about also said told says more than "
    "into over both sides side countries country president minister prime foreign secretary leader leaders state "
    "discussed exchanged views meeting call conversation telephone phone spoke talks held took place between during "
    "other after before under when where what your ours issues issue matters including particular noted stressed "
    "emphasized underlined added made make parties party head heads government made federation republic united states "
    "importance expressed pointed reaffirmed confirmed drew attention welcomed touched upon raised"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())


def content(text: str) -> frozenset[str]:
    """The stems of the words that carry a sentence; crude, and the same for both sides."""
    return frozenset(_stem(w) for w in _TOKEN.findall(text.lower()) if w not in _EMPTY)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s", "ly", "al"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
