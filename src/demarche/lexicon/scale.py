"""Numbers and letters of other schemes: PLOVER's quad classes and scores, and how they write countries."""

from functools import cache

from demarche.lexicon.tables import Row, data, load_csv


class ScaleRow(Row, frozen=True, kw_only=True):
    """A PLOVER type, or one of its modes, with its quad class (1-4) and its score (-10 to 10)."""

    type: str
    mode: str | None = None
    quad: int
    score: float
    source: str


class CountryRow(Row, frozen=True, kw_only=True):
    """A country in FIPS 10-4 (two letters), Correlates of War (letters and number) and CAMEO (three letters)."""

    alpha3: str
    fips: str | None = None
    cow_abbr: str | None = None
    cow: int | None = None
    cameo: str
    source: str


@cache
def _scale() -> dict[tuple[str, str | None], ScaleRow]:
    return {(r.type, r.mode): r for r in load_csv(data("plover", "scale.csv"), ScaleRow)}


@cache
def _countries() -> dict[str, CountryRow]:
    return {r.alpha3: r for r in load_csv(data("plover", "countries.csv"), CountryRow)}


def scale(type: str, mode: str | None = None) -> ScaleRow | None:
    """The quad class and score of a type, by its mode where that has a score of its own."""
    return _scale().get((type, mode)) or _scale().get((type, None))


def codes(alpha3: str | None) -> CountryRow | None:
    """How the other schemes write a country; null for what is none of theirs."""
    return _countries().get(alpha3) if alpha3 else None
