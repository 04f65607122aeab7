"""The words of quantity: number words, units and currencies, and what is said around a number (`data/quantities`)."""

from functools import cache
from typing import Literal

import msgspec

from demarche.lexicon.tables import Row, data, load_csv, load_toml

NumberSort = Literal["small", "ten", "times", "short", "vague", "share", "part", "group"]
UnitSort = Literal[
    "ratio", "currency", "volume", "rate", "mass", "length", "area", "power", "energy", "temperature", "speed",
]  # fmt: skip


class NumberWord(Row, frozen=True, kw_only=True):
    """A word of a number. `times` multiplies what stands before it (*million*), `short` does so glued to digits
    (*1.2bn*), `vague` is a plural that gives no number (*hundreds*), `part` is a piece of one (*two-thirds*),
    `group` a number of people or things (*a trio of*).
    """

    word: str
    value: float | None = None
    sort: NumberSort


class Unit(Row, frozen=True, kw_only=True):
    """A unit as written, and its one name; `side`: it stands before the number (a sign of currency) or after it."""

    form: str
    unit: str
    sort: UnitSort
    side: Literal["before", "after"]


class Around(Row, frozen=True):
    """The lists of `words.toml` that are sets; the file says what each is for."""

    against: tuple[str, ...]
    times: frozenset[str]
    labels: frozenset[str]
    abstract: frozenset[str]
    compounds: frozenset[str]
    hyphened: frozenset[str]
    streets: frozenset[str]
    measuring: frozenset[str]
    changing: frozenset[str]
    scores: frozenset[str]
    per: frozenset[str]
    containers: frozenset[str]


class _File(Row, frozen=True):
    before: dict[str, str]
    after: dict[str, str]
    words: Around


class Quantities(msgspec.Struct, frozen=True):
    """Look-ups. Phrases are keyed by their words, so that the longest that fits can be taken."""

    numbers: dict[str, NumberWord]
    units: dict[tuple[str, ...], Unit]
    signs: dict[str, Unit]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    words: Around


@cache
def quantities() -> Quantities:
    """Everything under `data/quantities`, checked and indexed."""
    units = load_csv(data("quantities", "units.csv"), Unit)
    file = load_toml(data("quantities", "words.toml"), _File)
    return Quantities(
        numbers={n.word: n for n in load_csv(data("quantities", "numbers.csv"), NumberWord)},
        units={tuple(u.form.split()): u for u in units if u.side == "after"},
        signs={u.form: u for u in units if u.side == "before"},
        before={tuple(phrase.split()): name for phrase, name in file.before.items()},
        after={tuple(phrase.split()): name for phrase, name in file.after.items()},
        words=file.words,
    )
