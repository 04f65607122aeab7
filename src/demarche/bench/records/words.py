"""The gold's words against the contract's: `words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec


class GoldWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`words.toml`, typed."""

    modes: dict[str, str]
    statuses: dict[str, str]
    kinds: dict[str, str]
    changes: dict[str, list[str]]
    generic: dict[str, str]


@cache
def gold_words() -> GoldWords:
    """The tables of `words.toml`."""
    text = (files("demarche.bench.records") / "words.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), GoldWords)


@cache
def generic() -> frozenset[str]:
    """Words that tell no body from another."""
    return frozenset(gold_words().generic["words"].split())


def accepted(gold: dict[str, Any], field: str) -> set[str]:
    """Every value that counts as right, in the contract's words."""
    listed = [a[field] for a in gold.get("also_accepted") or [] if field in a]
    values = {gold[field], *(gold.get(f"{field}_also_accepted") or []), *listed}
    known = gold_words()
    return {known.modes.get(value, known.statuses.get(value, value)) for value in values}
