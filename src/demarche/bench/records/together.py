"""What several articles give together: families, differences between versions, events merged."""

from itertools import combinations

from demarche.bench.figures import overlap, ratio
from demarche.bench.records.matching import Row
from demarche.bench.records.texts import Texts
from demarche.bench.records.words import gold_words

SLACK = 300
"""A side of a difference may be so many characters longer than the gold's."""


def families(texts: Texts, gold: Row, told: list[Row]) -> Row:
    """Pairs of articles that the gold joins or keeps apart."""
    mine = {frozenset(pair) for family in told for pair in combinations(_names(texts, family), 2)}
    true = [frozenset(pair) for pair in gold["same_family_pairs"]]
    false = [frozenset(pair) for pair in gold["not_same_family_pairs"]]
    joined, wrongly = sum(pair in mine for pair in true), sum(pair in mine for pair in false)
    right = joined + len(false) - wrongly if len(texts.of) > 1 else 0
    return {
        "true_pairs": joined,
        "of": len(true),
        "false_pairs": wrongly,
        "right": right,
        "pairs": len(true) + len(false),
    }


def _names(texts: Texts, family: Row) -> list[str]:
    return sorted({texts.of[id_] for id_ in family["documents"] if id_ in texts.of})


def changes(texts: Texts, golds: list[Row], told: list[Row]) -> Row:
    """Changes between versions that a difference points at, with the fitting kind apart."""
    kinds = gold_words().changes
    asked = [gold for gold in golds if not gold["debatable"] and gold["type"] in kinds]
    got = {gold["id"]: [d for d in told if _points_at(texts, gold, d)] for gold in asked}
    kind_right = [any(d["kind"] in kinds[gold["type"]] for d in got[gold["id"]]) for gold in asked]
    figures: Row = {"gold": len(asked), "differences": len(told)}
    figures["recall"] = ratio(sum(map(bool, got.values())), len(asked))
    figures["with_kind_recall"] = ratio(sum(kind_right), len(asked))
    for kind in kinds:
        mine = [bool(got[gold["id"]]) for gold in asked if gold["type"] == kind]
        figures[kind] = ratio(sum(mine), len(mine))
    return figures


def _points_at(texts: Texts, gold: Row, difference: Row) -> bool:
    """Do both sides of a difference, in either order, touch the gold's two strings?"""
    a, b = gold["pair"]
    orders = ((("a", "a"), ("b", "b")), (("a", "b"), ("b", "a")))
    return any(
        all(
            _touches(texts, doc, gold, mine, difference.get(theirs))
            for doc, (mine, theirs) in zip((a, b), order, strict=True)
        )
        for order in orders
    )


def _touches(texts: Texts, doc: str, gold: Row, mine: str, side: Row | None) -> bool:
    if gold[mine] is None:
        return True
    text = texts.aligned.get(doc)
    found = text.find(gold[mine], gold[f"{mine}_span"][0]) if text else None
    if not side or not found or texts.of.get(side["document"]) != doc:
        return False
    near = overlap(found, (side["start"], side["end"])) > 0
    return near and bool(side["end"] - side["start"] <= len(gold[mine]) + SLACK)


def events(golds: list[Row], found: dict[str, Row], records: list[Row]) -> Row:
    """Pairs of gold mentions of one event in different articles, and how many of those found are in one record."""
    home: dict[str, set[str]] = {}
    for record in records:
        for claim in record.get("claims") or []:
            home.setdefault(claim, set()).add(record["id"])
    every = [pair for event in golds for pair in combinations(event["mentions"], 2)]
    pairs = [(a, b) for a, b in every if a in found and b in found and a[:3] != b[:3]]
    merged = sum(bool(home.get(found[a]["id"], set()) & home.get(found[b]["id"], set())) for a, b in pairs)
    return {"pairs_found": len(pairs), "in_one_record": ratio(merged, len(pairs))}
