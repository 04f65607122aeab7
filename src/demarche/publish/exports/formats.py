"""What each export format is called, whom it serves and what it cannot carry, as the page and the docs say it."""

from functools import cache
from importlib.resources import files

import msgspec

from demarche.lexicon.tables import load_toml


class Format(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`name` is what `/exports` and the command line know it by; `lacks`: what of a record does not fit into it."""

    name: str
    title: str
    group: str
    says: str
    lacks: str


class _Formats(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: tuple[Format, ...]


@cache
def _told() -> dict[str, Format]:
    told = load_toml(files("demarche.publish.exports").joinpath("formats.toml"), _Formats)
    return {f.name: f for f in told.format}


def described(names: set[str]) -> list[Format]:
    """These formats in the order of the file; then those of other packages, of which nothing is known here."""
    ours = [f for name, f in _told().items() if name in names]
    others = sorted(names - _told().keys())
    return [*ours, *(Format(name=n, title=n, group="Of other packages", says="", lacks="") for n in others)]
