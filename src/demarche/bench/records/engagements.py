"""Engagements against the gold: two sides, an accepted mode, the passage; status and day apart."""

from demarche.bench.figures import ratio
from demarche.bench.records.matching import Fits, Row, matched
from demarche.bench.records.sides import enough
from demarche.bench.records.texts import Texts
from demarche.bench.records.words import accepted


def engagements(texts: Texts, golds: list[Row], claims: list[Row]) -> tuple[dict[str, Row], Row]:
    """The claim that answers each gold engagement found, and the figures."""
    found, figures = matched(golds, claims, *_fits(texts, any_mode=False))
    _, loose = matched(golds, claims, *_fits(texts, any_mode=True))
    return found, {
        **figures,
        "any_mode_recall": loose["recall"],
        "any_mode_precision": loose["precision"],
        "status_right": _status_right(golds, found),
        "date_right": _date_right(golds, found),
    }


def _fits(texts: Texts, *, any_mode: bool) -> tuple[Fits, Fits]:
    def agrees(gold: Row, claim: Row) -> bool:
        mode = any_mode or claim.get("mode") in accepted(gold, "mode")
        return mode and enough(gold["participants"], claim.get("participants") or [], 2)

    def fits(gold: Row, claim: Row) -> bool:
        return texts.touch(gold, claim) and agrees(gold, claim)

    def right(gold: Row, claim: Row) -> bool:
        return texts.touch(gold, claim, mentions=True) and agrees(gold, claim)

    return fits, right


def _status_right(golds: list[Row], found: dict[str, Row]) -> float:
    told = [found[g["id"]].get("status") in accepted(g, "status") for g in golds if g["id"] in found]
    return ratio(sum(told), len(told))


def _date_right(golds: list[Row], found: dict[str, Row]) -> float:
    dated = [g for g in golds if g["id"] in found and g["date"]["start"] and g["date"]["end"]]
    return ratio(sum(_within(g["date"], found[g["id"]].get("date") or {}) for g in dated), len(dated))


def _within(gold: Row, told: Row) -> bool:
    start = told.get("start")
    if not start:
        return False
    return bool(start[:10] <= gold["end"] and (told.get("end") or start)[:10] >= gold["start"])
