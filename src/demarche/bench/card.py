"""A task's card: `cards/NAME.toml`, what a reader must know before believing its figures."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from demarche.model import BadKnowledge


class FigureCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One figure: its key, what it says, which way is better, and whether a floor holds it; `exact`, without margin."""

    key: str
    says: str
    better: Literal["higher", "lower"] = "higher"
    pinned: bool = True
    exact: bool = False


class DataCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One gold file: its place under the folder of gold data, what it holds, whose it is."""

    path: str
    items: str
    origin: str
    licence: str
    sample: int | None = None
    """Floors are measured on so many of its lines, evenly spread; null = on all."""


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a task asks (`question`), what the system sees (`input`), how it is scored (`metric`)."""

    question: str
    input: str
    metric: str
    figures: tuple[FigureCard, ...]
    data: tuple[DataCard, ...] = ()
    limits: str = ""


@cache
def card(name: str) -> Card:
    """The card of a task."""
    file = files("demarche.bench") / "cards" / f"{name}.toml"
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Card)
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as e:
        raise BadKnowledge(f"bench/cards/{name}.toml", "card", str(e)) from e
