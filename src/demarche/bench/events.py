"""The PLOVER type, quad class and binary class of a marked pair: who is marked is input, not gold."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import macro_f1, ratio
from demarche.bench.rows import Row, by_key, inputs, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.claims.acts.pair import UNKNOWN, Coding, code_pair
from demarche.claims.scene import Scene, scenes
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.lexicon.acts import act_lexicon
from demarche.lexicon.scale import scale
from demarche.model import Stretch

ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""What the labels of the set hold together."""
QUADS = {"YIELD": 2, "SANCTION": 4}
"""What the labels of the set make of the types on which PLOVER's manual disagrees with itself."""
CODES = {"055": "SUPPORT", "163": "COERCE", "176": "ASSAULT", "184": "ASSAULT", "191": "ASSAULT", "192": "ASSAULT"}
"""CAMEO codes that the set, made over its crosswalk of 2021, puts elsewhere than PLOVER's manual 2.0 does."""
ASKED_FOR = {"09": "ACCUSE", "16": "THREATEN", "17": "ACCUSE"}
"""The set has no appeals (CAMEO 02): a call for an inquiry is an accusation there, one for sanctions a threat."""
MARK = re.compile(r"</?[st]>")


def answer(path: Path) -> Iterator[Row]:
    """A code for every pair."""
    reader = Reader(knowledge())
    for row in inputs(path, also=("extra", "source", "target")):
        text, source, target = marked(row)
        read = document({**row, "text": text})
        all_scenes = list(scenes(read, reader.read(read)))
        yield named(row) | told(all_scenes, source, target)


def marked(row: Row) -> tuple[str, list[Stretch], list[Stretch]]:
    """The text without its marks, and the stretches of source and target in it."""
    given = (row.get("extra") or {}).get("marked")
    if not given:
        text = str(row.get("text") or "")
        return text, _found(text, row.get("source")), _found(text, row.get("target"))
    bare, at, opened = "", 0, 0
    spans: dict[str, list[Stretch]] = {"s": [], "t": []}
    for mark in MARK.finditer(given):
        bare += given[at : mark.start()]
        at = mark.end()
        if mark.group()[1] != "/":
            opened = len(bare)
        elif bare[opened:].strip():
            start = opened + len(bare[opened:]) - len(bare[opened:].lstrip())
            spans[mark.group()[2]].append(Stretch(start, opened + len(bare[opened:].rstrip())))
    return bare + given[at:], spans["s"], spans["t"]


def _found(text: str, words: str | None) -> list[Stretch]:
    at = text.find(words) if words else -1
    return [Stretch(at, at + len(words))] if words and at >= 0 else []


def told(all_scenes: Sequence[Scene], sources: list[Stretch], targets: list[Stretch]) -> Row:
    """Root, quad and binary class of a pair, in the labels of the set."""
    best = max(
        (
            code_pair(scene, act_lexicon(), source, target)
            for scene in all_scenes
            for source, target in _pairs(scene, sources, targets)
        ),
        key=lambda c: c.weight,
        default=UNKNOWN,
    )
    root = label(best)
    known = scale("RETREAT" if root == "YIELD" else root)
    quad = QUADS.get(root) or (known.quad if known else None)
    return {"root": root, "quad": quad, "binary": binary(quad)}


def label(coding: Coding) -> str:
    """The set's root for a code."""
    cameo = coding.cameo or ""
    if cameo.startswith("02") and (coding.about or "")[:2] in ASKED_FOR:
        return ASKED_FOR[(coding.about or "")[:2]]
    return CODES.get(cameo[:3]) or ROOTS.get(coding.type, coding.type)


def _pairs(
    scene: Scene, sources: list[Stretch], targets: list[Stretch]
) -> Iterator[tuple[Stretch | None, Stretch | None]]:
    """The marks that lie in a sentence; one that has none of them can still tell of the event."""
    here = Stretch(scene.sentence.start, scene.sentence.end)
    mine: list[Stretch | None] = [s for s in sources if here.holds(s)]
    theirs: list[Stretch | None] = [t for t in targets if here.holds(t)]
    yield from product(mine or [None], theirs or [None])


def binary(quad: int | None) -> str | None:
    """Cooperation or conflict."""
    return ("cooperation" if quad <= 2 else "conflict") if quad else None


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """Macro F1 over the gold's classes; a field that was not given follows from the root."""
    gold, said = rows(path), {key: _whole(row) for key, row in by_key(predictions).items()}
    out: Figures = {"n": len(gold), "answered": sum(g["id"] in said for g in gold)}
    for field in ("root", "quad", "binary"):
        pairs = [(str(g[field]), str(said.get(g["id"], {}).get(field))) for g in gold if g.get(field) is not None]
        if not pairs:
            continue
        out[f"{field}_macro_f1"], each = macro_f1(pairs)
        out[f"{field}_accuracy"] = ratio(sum(a == b for a, b in pairs), len(pairs))
        if field == "root":
            out["by_root"] = each
    return out if len(out) > 2 else {}


def _whole(row: Row) -> Row:
    root = (row.get("root") or "").upper()
    root = ROOTS.get(root, root)
    known = scale("RETREAT" if root == "YIELD" else root)
    quad = row.get("quad") or QUADS.get(root) or (known.quad if known else None)
    return {"root": root or None, "quad": quad, "binary": row.get("binary") or binary(quad)}


TASK = Task("events", answer, score, rate=Rate("items_per_s"))
