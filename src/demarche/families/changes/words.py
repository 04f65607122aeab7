"""The words by which two versions tell a different state of affairs: `data/changes_en.toml`, checked and in sets."""

import tomllib
from functools import cache
from importlib.resources import files

import msgspec


class Cues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lower-case words and runs of words; the file says what each list is for."""

    ahead: frozenset[str]
    merely: frozenset[str]
    awaited: frozenset[str]
    fallen: frozenset[str]
    no: frozenset[str]
    done: frozenset[str]
    events: frozenset[str]
    took_place: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    units: frozenset[str]
    shifts: frozenset[str]
    small: frozenset[str]
    numbers: dict[str, int]


@cache
def cues() -> Cues:
    """The English list."""
    text = (files("demarche.families") / "data" / "changes_en.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Cues)
