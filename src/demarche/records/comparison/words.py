"""The words by which accounts are compared: themes and turns of phrase, typed, refused where wrong."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from demarche.lexicon.tables import Row, load_toml
from demarche.model import BadKnowledge


class Theme(Row, frozen=True, kw_only=True):
    """Something that is talked about, and the words that show it."""

    id: str
    words: tuple[str, ...]
    minor: bool = False
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """The words as a regular expression."""
        return "|".join(_pattern(w) for w in sorted(self.words, key=lambda w: (-len(w), w)))


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
    """The themes by id."""
    rows = load_toml(files("demarche.records") / "data" / "themes_en.toml", Themes).theme
    found = {t.id: t for t in rows}
    if len(found) < len(rows):
        raise BadKnowledge("themes_en.toml", "the themes", "an id stands twice")
    return found


@cache
def account_words() -> AccountWords:
    """The turns of phrase."""
    return load_toml(files("demarche.records") / "data" / "accounts_en.toml", AccountWords)


def themed(text: str) -> "Iterator[tuple[Theme, re.Match[str]]]":
    """Every theme that the text touches, with the words that show it."""
    for theme in themes().values():
        for found in _compiled(theme.pattern).finditer(text):
            yield theme, found


@cache
def _compiled(pattern: str) -> "re.Pattern[str]":
    return re.compile(pattern, re.IGNORECASE)


def _pattern(words: str) -> str:
    spaced = re.escape(words.rstrip("*")).replace("\\ ", r"[\s-]+")
    return rf"\b{spaced}\w*" if words.endswith("*") else rf"\b{spaced}\b"


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
