"""`attribution`: who said what in whole articles, as spans of source, cue and content that belong together.

The gold (PolNeAR) counts thoughts, wishes and gestures of stance too, so the answer is the wide reading; the speech
alone, of which statements are made, is told beside it and scored under `speech`. Figures follow the reference scorer.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import prf, ratio
from demarche.bench.rows import Row, by_key, inputs, key, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.claims.scene import scenes
from demarche.claims.statements import Attributed, attributed
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Stretch

ROLES = ("content", "source", "cue")
ALIKE = 0.5
"""Share of characters from which two contents are one (intersection over union)."""

Spans = frozenset[tuple[int, int]]


def answer(path: Path) -> Iterator[Row]:
    """The attributions of each item in both readings."""
    reader = Reader(knowledge())
    for row in inputs(path):
        read = document(row)
        told = list(scenes(read, reader.read(read)))
        wide, speech = attributed(read, told, "wide"), attributed(read, told, "speech")
        yield named(row) | {"attributions": [_row(a) for a in wide], "speech": [_row(a) for a in speech]}


def _row(a: Attributed) -> Row:
    return {"source": _spans([a.source]), "cue": _spans([a.cue]), "content": _spans(a.parts)}


def _spans(stretches: Sequence[Stretch | None]) -> list[Row]:
    return [{"start": s.start, "end": s.end} for s in stretches if s is not None]


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Roles on their own, and linked; empty where the file has no gold."""
    gold, told = rows(path), by_key(predictions)
    if not any("attributions" in row for row in gold):
        return {}
    found = _figures(gold, {k: row.get("attributions") or [] for k, row in told.items()})
    speech = _figures(gold, {k: row.get("speech") or [] for k, row in told.items()})
    named_so = ("predicted", "content_f1", "linked_overlap", "linked_overlap_f1")
    return found | {"speech": {k: speech[k] for k in named_so}}


def _figures(gold: Sequence[Row], told: dict[Any, list[Row]]) -> Figures:
    pairs = [(row.get("attributions") or [], told.get(key(row), [])) for row in gold]
    n, m = sum(len(g) for g, _ in pairs), sum(len(p) for _, p in pairs)
    figures: Figures = {"gold": n, "predicted": m}
    figures |= {f"{role}_f1": _role(pairs, role) for role in ROLES}
    links = [link for g, p in pairs for link in _linked(g, p)]
    near = sum(_is_near(a, b) for a, b in links)
    exact = sum(all(_of(a, role) == _of(b, role) for role in ROLES) for a, b in links)
    overlap = prf(near, m, near, n)
    return figures | {
        "content_paired_f1": prf(len(links), m, len(links), n)["f1"],
        "linked_overlap": overlap,
        "linked_overlap_f1": overlap["f1"],
        "linked_f1": prf(exact, m, exact, n)["f1"],
        "source_right_of_paired": ratio(near, len(links)),
    }


def _of(a: Row, role: str) -> Spans:
    return frozenset((s["start"], s["end"]) for s in a.get(role) or [])


def _characters(a: Row, role: str) -> set[int]:
    return {i for start, end in _of(a, role) for i in range(start, end)}


def _role(pairs: Sequence[tuple[list[Row], list[Row]]], role: str) -> float:
    """F1 of one role's sets of spans, each of them matched once."""
    right = asked = answered = 0
    for gold, told in pairs:
        want = [_of(a, role) for a in gold if a.get(role)]
        have = [_of(a, role) for a in told if a.get(role)]
        asked, answered = asked + len(want), answered + len(have)
        for spans in want:
            if spans in have:
                right += 1
                have.remove(spans)
    return prf(right, answered, right, asked)["f1"]


def _linked(gold: list[Row], told: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Each gold attribution with the free answer whose content shares most with it."""
    contents, used = [_characters(b, "content") for b in told], set[int]()
    for a in gold:
        mine = _characters(a, "content")
        shared = [(len(mine & c), -k) for k, c in enumerate(contents) if k not in used and _is_alike(mine, c)]
        if shared:
            k = -max(shared)[1]
            used.add(k)
            yield a, told[k]


def _is_alike(a: set[int], b: set[int]) -> bool:
    return bool(a & b) and len(a & b) / len(a | b) >= ALIKE


def _is_near(a: Row, b: Row) -> bool:
    """Do the sources share a character, or has neither one?"""
    return bool(_characters(a, "source") & _characters(b, "source")) or not (a.get("source") or b.get("source"))


TASK = Task("attribution", answer, score, rate=Rate("docs_per_s"))
