"""The data files of boilerplate -> which rule, if any, a line falls under.

A rule covers a whole line, unless it is `within`, a sentence that web collections glue to its neighbours. Files lie in
`lexicon/data/boilerplate`, one a kind, each rule with lines it finds, each file with lines that all rules must spare.
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from demarche.lexicon.tables import data, load_toml
from demarche.model import BadKnowledge

LONGEST = 700
"""Characters; a longer line is prose, whatever it begins with."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One pattern. `needs`: words the line must hold, a quick test. `heads`: the lines below it may belong to it.

    `head`: only among the first lines of a text.
    """

    name: str
    pattern: str
    finds: tuple[str, ...]
    needs: str = ""
    within: bool = False
    heads: bool = False
    head: bool = False


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file: a kind of boilerplate, what it is, its rules, and prose that no rule may mark."""

    kind: str
    says: str
    rules: tuple[Rule, ...]
    spares: tuple[str, ...]


class Match(msgspec.Struct, frozen=True):
    """A stretch of a line that a rule covers."""

    start: int
    end: int
    kind: str
    rule: Rule


class Rules:
    """All rules, compiled: most lines are settled by one look at all patterns together."""

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        every = [(k.kind, r, _compiled(k, r)) for k in kinds for r in k.rules]
        self._within = [x for x in every if x[1].within]
        self._needing = [x for x in every if x[1].needs and not x[1].within]
        self._plain = [x for x in every if not x[1].needs]
        self._any = re.compile("|".join(f"(?:{r.pattern})" for _, r, _ in self._plain), re.IGNORECASE)

    def of_line(self, line: str, *, at_head: bool) -> Iterator[Match]:
        """What of a line (stripped of blanks at its ends) is boilerplate."""
        low = line.casefold() if len(line) == len(line.casefold()) else line.lower()
        if len(line) <= LONGEST:
            for kind, rule, pattern in self._candidates(line, low):
                if (at_head or not rule.head) and pattern.fullmatch(line):
                    yield Match(0, len(line), kind, rule)
                    return
        for kind, rule, pattern in self._within:
            if rule.needs in low:
                yield from (Match(m.start(), m.end(), kind, rule) for m in pattern.finditer(line) if m.group().strip())

    def _candidates(self, line: str, low: str) -> Iterator[tuple[str, Rule, re.Pattern[str]]]:
        yield from (x for x in self._needing if x[1].needs in low)
        if self._any.fullmatch(line):
            yield from self._plain


def _compiled(kind: Kind, rule: Rule) -> re.Pattern[str]:
    try:
        return re.compile(rule.pattern, re.IGNORECASE)
    except re.error as e:
        raise BadKnowledge(f"{kind.kind}.toml", rule.name, f"no pattern: {e}") from e


@cache
def kinds() -> tuple[Kind, ...]:
    """Every file of rules, by name."""
    held = sorted(data("boilerplate").iterdir(), key=lambda f: f.name)
    return tuple(load_toml(f, Kind) for f in held if f.name.endswith(".toml"))


@cache
def rules() -> Rules:
    """All rules."""
    return Rules(kinds())
