"""Who did what to whom, no actor given: triples of CAMEO codes, or a sentence's class and the words of its sides."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from demarche.bench.documents import document
from demarche.bench.figures import macro_f1, prf, words
from demarche.bench.rows import Row, by_key, inputs, named, rows
from demarche.bench.task import Figures, Rate, Task
from demarche.claims.acts.mentions import told_on, wording
from demarche.claims.acts.triples import Main, main_event
from demarche.claims.scene import Scene, scenes
from demarche.claims.triples import sentence_triples
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.lexicon.acts import act_lexicon

CLASSES = {
    "01": 0, "02": 0, "03": 1, "04": 1, "05": 1, "06": 2, "07": 2, "08": 2, "09": 3, "10": 3, "11": 3, "12": 3, "13": 3,
    "14": 4, "15": 4, "16": 3, "17": 4, "18": 4, "19": 4, "20": 4,
}  # fmt: skip
"""The class of a CAMEO root: statements and appeals are none; reduced relations are verbal conflict, as in PLOVER's
table 7.2, on which the set was made."""

Triples = set[tuple[str, str, str]]


def answer(path: Path) -> Iterator[Row]:
    """Triples, class and mentions of every sentence."""
    reader, lexicon = Reader(knowledge()), act_lexicon()
    for row in inputs(path):
        read = document(row)
        all_scenes = list(scenes(read, reader.read(read)))
        events = [t for scene in all_scenes for t in sentence_triples(scene, lexicon)]
        told = [{"source": t.source, "target": t.target, "code": t.code} for t in dict.fromkeys(events)]
        found = [(scene, main) for scene in all_scenes if (main := main_event(scene, lexicon))]
        yield named(row) | {"events": told} | classed(found)


def classed(found: Sequence[tuple[Scene, Main]]) -> Row:
    """The class of a text by the main event of its first sentence that has one, and the words of its sides."""
    if not found:
        return {"penta": 0, "source": [], "target": []}
    scene, main = found[0]
    kind = CLASSES.get(main.code[:2], 0)
    others = told_on(scene, main.targets, of_force=kind == max(CLASSES.values()))
    return {"penta": kind, "source": wording(scene, main.actors), "target": others}


def score(predictions: Sequence[Any], path: Path) -> Figures:
    """F1 over triples and what is left of them; macro F1 over classes; overlap of the words of mentions."""
    gold, said = rows(path), by_key(predictions)
    coded = [g for g in gold if g.get("events") is not None]
    with_class = [g for g in gold if g.get("penta") is not None]
    out: Figures = {"n": len(gold)}
    if coded:
        out |= _of_triples(coded, said)
    if with_class:
        pairs = [(str(g["penta"]), str(said.get(g["id"], {}).get("penta"))) for g in with_class]
        out["penta_macro_f1"], out["by_class"] = macro_f1(pairs)
        out |= _of_mentions(with_class, said)
    return out if coded or with_class else {}


VIEWS: dict[str, Callable[[tuple[str, str, str]], Any]] = {
    "triple": lambda t: t,
    "root": lambda t: (t[0], t[1], t[2][:2]),
    "dyad": lambda t: t[:2],
    "code": lambda t: t[2],
}


def _of_triples(coded: list[Row], said: dict[Any, Row]) -> Figures:
    out: Figures = {}
    for cut, name in ((None, ""), (3, "country_")):
        pairs = [(_set(g["events"], cut), _set(said.get(g["id"], {}).get("events"), cut)) for g in coded]
        for view, seen in VIEWS.items():
            viewed = [({seen(t) for t in a}, {seen(t) for t in b}) for a, b in pairs]
            right = sum(len(a & b) for a, b in viewed)
            figures = prf(right, sum(len(b) for _, b in viewed), right, sum(len(a) for a, _ in viewed))
            out[f"{name}{view}_f1"] = figures["f1"]
            if view == "triple":
                out[f"{name}triple"] = figures
    whole = [_set(g["events"], None) == _set(said.get(g["id"], {}).get("events"), None) for g in coded]
    return out | {"sentences_right": sum(whole)}


def _set(events: list[Row] | None, cut: int | None) -> Triples:
    return {
        ((e.get("source") or "")[:cut], (e.get("target") or "")[:cut], str(e.get("code") or "")) for e in events or []
    }


def _of_mentions(gold: list[Row], said: dict[Any, Row]) -> Figures:
    """Words of each side's mentions; `annotated`: only of the rows on which somebody marked mentions at all."""
    out = {f"{side}_overlap_f1": _overlap(gold, said, side) for side in ("source", "target")}
    out["actors_overlap_f1"] = round(sum(out.values()) / 2, 4)
    marked = [g for g in gold if g.get("source") is not None]
    out["annotated_overlap_f1"] = round(sum(_overlap(marked, said, side) for side in ("source", "target")) / 2, 4)
    return out


def _overlap(gold: list[Row], said: dict[Any, Row], side: str) -> float:
    right = told = found = wanted = 0
    for g in gold:
        mine = words(" ".join(said.get(g["id"], {}).get(side) or []))
        must = words(" ".join(g[side] or []))
        may = words(" ".join((g[side] or []) + (g.get("reciprocal") or [])))
        right, told = right + sum(w in may for w in mine), told + len(mine)
        found, wanted = found + sum(w in mine for w in must), wanted + len(must)
    return prf(right, told, found, wanted)["f1"]


TASK = Task("coding", answer, score, rate=Rate("items_per_s"))
