"""What claims about the record look like: `data/assertions/assertions.toml`, one table a kind, with its examples."""

import re
from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model import BadKnowledge

AGO = (
    r"(?P<ago>(?:(?:more than|less than|over|nearly|almost|about|at least|the past|the last|some|several|many|a few) )*"
    r"(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty) "
    r"(?:years?|months?|weeks?|days?|decades?|century|centuries)|years|months|decades|weeks|centuries))"
)
"""A length of time counted back from now."""


class Example(Row, frozen=True, kw_only=True):
    """A sentence of our own, whose record it is about (alpha-3), and what it counts from: a day, or the words."""

    text: str
    parties: tuple[str, ...]
    since: str | None = None


class Assertion(Row, frozen=True, kw_only=True):
    """One kind of claim; `parties`: everybody whom the sentence names, or the one named nearest to it.

    `needs`: each passage of the kind holds one of these, in small letters.
    """

    id: str
    gloss: str
    parties: Literal["all", "nearest"]
    needs: tuple[str, ...]
    patterns: tuple[str, ...]
    positive: tuple[Example, ...]
    negative: tuple[str, ...]


class _File(Row, frozen=True, kw_only=True):
    events: tuple[str, ...]
    met: tuple[str, ...]
    ranks: tuple[str, ...]
    since: str
    kind: tuple[Assertion, ...]


class Pattern(msgspec.Struct, frozen=True):
    """A pattern ready for use, and its kind."""

    kind: Assertion
    regex: re.Pattern[str]


class Assertions(msgspec.Struct, frozen=True):
    """All kinds, and their patterns in the order of the file."""

    kinds: tuple[Assertion, ...]
    patterns: tuple[Pattern, ...]

    def patterns_for(self, text: str) -> list[Pattern]:
        """Those of the kinds that need a word of the text: in most sentences none, and patterns are slow to search."""
        here = {kind.id for kind in self._near(text)}
        return [p for p in self.patterns if p.kind.id in here] if here else []

    def kept_for(self, text: str) -> "Assertions":
        """What can be in a text at all, for its sentences to be asked for."""
        return Assertions(self._near(text), tuple(self.patterns_for(text)))

    def _near(self, text: str) -> tuple[Assertion, ...]:
        low = text.lower()
        return tuple([kind for kind in self.kinds if any(need in low for need in kind.needs)])


@cache
def assertions() -> Assertions:
    """The shipped kinds, their patterns filled in; one that is no regular expression is refused."""
    file = load_toml(data("assertions", "assertions.toml"), _File)
    lists = {"event": file.events, "met": file.met, "rank": file.ranks}
    parts = {
        name: "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"
        for name, words in lists.items()
    }
    parts |= {"since": file.since, "ago": AGO}
    patterns = tuple(Pattern(k, _compiled(k.id, p, parts)) for k in file.kind for p in k.patterns)
    return Assertions(file.kind, patterns)


def _compiled(kind: str, pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    """A pattern with its lists; a group that it names twice is numbered anew, since Python forbids two of a name."""
    for name, words in parts.items():
        pattern = pattern.replace("{" + name + "}", words)
    for name in ("since", "ago"):
        head, *rest = pattern.split(f"(?P<{name}>")
        pattern = head + "".join(f"(?P<{name}{n}>{piece}" for n, piece in enumerate(rest))
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as e:
        raise BadKnowledge("assertions.toml", kind, f"{pattern!r}: {e}") from e
