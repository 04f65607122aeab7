"""Positions, acts and figures against the gold."""

from typing import Any

import msgspec

from demarche.bench.figures import plain, words
from demarche.bench.records.matching import Row, matched
from demarche.bench.records.sides import enough
from demarche.bench.records.texts import Texts
from demarche.bench.records.words import accepted, gold_words


def positions(texts: Texts, golds: list[Row], claims: list[Row]) -> Row:
    """One side and an accepted stance."""

    def fits(gold: Row, claim: Row) -> bool:
        return _of_one_side(texts, gold, claim) and claim.get("stance") in accepted(gold, "stance")

    return matched(golds, claims, fits)[1]


def acts(texts: Texts, golds: list[Row], claims: list[Row]) -> Row:
    """One side and loosely the same kind; the kind left out of account apart."""

    def fits(gold: Row, claim: Row) -> bool:
        return _of_one_side(texts, gold, claim) and is_loosely(gold["kind"], claim)

    def any_kind(gold: Row, claim: Row) -> bool:
        return _of_one_side(texts, gold, claim)

    figures = matched(golds, claims, fits)[1]
    return {**figures, "any_kind_recall": matched(golds, claims, any_kind)[1]["recall"]}


def figures(texts: Texts, golds: list[Row], claims: list[Row]) -> Row:
    """The same number, within half a percent."""
    return matched(golds, claims, lambda gold, claim: texts.touch(gold, claim) and is_same_value(gold, claim))[1]


def _of_one_side(texts: Texts, gold: Row, claim: Row) -> bool:
    return texts.touch(gold, claim) and enough(gold["actors"], claim.get("actors") or [], 1)


def is_loosely(kind: str, claim: Row) -> bool:
    """Does a claim's event, code or wording hold a stem of the gold's kind?"""
    told = [claim.get("event"), claim.get("plover"), claim.get("what")]
    said = plain(msgspec.json.encode(told).decode("utf-8"))
    return any(stem in said for stem in gold_words().kinds.get(kind, kind).split())


def is_same_value(gold: Row, claim: Row) -> bool:
    """The same number; where the gold gives none, none told or the gold's wording in the quote."""
    value: Any = claim.get("value")
    if gold["value"] is None:
        return value is None or bool(set(words(gold["surface"])) & set(words(claim.get("quote"))))
    return isinstance(value, int | float) and abs(value - gold["value"]) <= 0.005 * abs(gold["value"])
