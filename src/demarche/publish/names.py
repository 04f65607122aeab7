"""Codes -> the names a reader knows: *RUS* is Russia, *org:nato* is NATO. An unknown code stands for itself."""

from functools import cache
from importlib.resources import files

import msgspec

from demarche.lexicon.actors import Organisation, State
from demarche.lexicon.tables import data, load_csv, load_toml
from demarche.model import Participant, UsageError


class Usage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How names are used in sentences."""

    article: frozenset[str]


@cache
def _usage() -> Usage:
    return load_toml(files("demarche.publish").joinpath("names.toml"), Usage)


@cache
def _states() -> dict[str, State]:
    return {s.alpha3: s for s in load_csv(data("actors", "states.csv"), State)}


@cache
def _organisations() -> dict[str, Organisation]:
    return {o.id: o for o in load_csv(data("actors", "organisations.csv"), Organisation)}


def named(side: str) -> str:
    """The name of a state or an organisation."""
    if side in _states():
        return _states()[side].name
    known = _organisations().get(side) or _organisations().get(f"org:{side.lower()}")
    if known:
        return known.acronym or known.name
    return side.partition(":")[2].replace("_", " ") or side if ":" in side else side


def within(side: str) -> str:
    """The name as it stands in a sentence: *the United States*, *the EU*, *Russia*, *NATO*."""
    name = named(side)
    article = name in _usage().article or name.startswith("United ") or name.endswith("Islands")
    return f"the {name}" if article else name


def country(code: str) -> str:
    """A country's alpha-3 code from its alpha-2 or alpha-3 one, in any case."""
    asked = code.strip().upper()
    if asked in _states():
        return asked
    for state in _states().values():
        if state.alpha2 == asked:
            return state.alpha3
    raise UsageError(f"{code!r} is no country's code; give ISO 3166 codes of two or three letters, such as UA or UKR")


def alpha3(id: str) -> str:
    """The alpha-3 code of a state's id: `iso:RU` is RUS."""
    return country(id.removeprefix("iso:"))


def known_as(typed: str) -> str | None:
    """The id of an organisation by its id, acronym or name, in any case; null where there is none."""
    asked = typed.strip().casefold()
    every = _organisations().values()
    found = (o.id for o in every if asked in (o.id, o.id[4:], o.acronym.casefold(), o.name.casefold()))
    return min(found, default=None)


def person(p: Participant) -> str:
    """As a line names them: *Sergei Lavrov (RUS, foreign minister)*, *the foreign minister of China*, *Russia*."""
    role = (p.role or "").replace("_", " ").strip()
    party = side(p)
    if p.name and not _is_side(p):
        about = ", ".join(x for x in (p.country or (named(party) if party else None), role) if x)
        return f"{p.name} ({about})" if about else p.name
    if role and party:
        return f"representatives of {within(party)}" if role == "official" else f"the {role} of {within(party)}"
    return role or (within(p.side) if p.side else "unnamed parties")


def _is_side(p: Participant) -> bool:
    """Is the name that of the state or body itself, and not of a person?"""
    return bool(p.actor and p.actor.startswith(("iso:", "org:", "organ:")))


def side(p: Participant) -> str | None:
    """The state or organisation somebody stands for."""
    return p.country or p.organisation


def file(source: str) -> str:
    """A file without its folders, which are nobody's business; an address as it is."""
    return source if "://" in source else source.replace("\\", "/").rpartition("/")[2]


def together(names: list[str], most: int = 6) -> str:
    """*A*, *A and B*, *A, B and C*; beyond `most`, *A, B, C and 5 others*."""
    shown = names if len(names) <= most else [*names[: most - 1], f"{len(names) - most + 1} others"]
    return " and ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else "".join(shown)


def alpha2(alpha3: str) -> str | None:
    """The two letters of a country."""
    state = _states().get(alpha3)
    return state.alpha2 if state else None
