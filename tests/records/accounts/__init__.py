"""Two-sided cases: documents of each, read end to end, and the differences found held against those that are there."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demarche.model import Difference, Document, content_id, sha256, text_sha256
from demarche.store import Store

HERE = Path(__file__).parent
KINDS = ("contradiction", "omission", "extra", "not_comparable")

Row = dict[str, Any]


def cases(file: str) -> list[Row]:
    """The cases of a file."""
    rows: list[Row] = tomllib.loads((HERE / f"{file}.toml").read_text(encoding="utf-8"))["case"]
    return rows


def documents(case: Row) -> Iterator[tuple[Document, bytes]]:
    """The two accounts and the press report of a case."""
    for name in ("a", "b"):
        side, day, text = case[name]
        yield _document(case["id"], name, text, day, official_of=side, source_class="official", publisher=f"of {side}")
    yield _document(case["id"], "press", case["press"], case["a"][1], source_class="press", publisher="Example Daily")


def _document(case: str, name: str, text: str, day: str, **more: Any) -> tuple[Document, bytes]:
    raw = text.encode()
    return Document(
        id=content_id("doc", case, name), source=f"{case}/{name}", text=text, text_sha256=text_sha256(text),
        raw_sha256=sha256(raw), published=day, published_basis="given", language="en", **more,
    ), raw  # fmt: skip


def fits(gold: Row, told: Difference, case: Row) -> bool:
    """Is it this difference: of the kind, left out by that side, with these words on the side that has them?"""
    if gold["kind"] != told.kind:
        return False
    sides = {told.side_a: told.a, told.side_b: told.b}
    if gold["kind"] == "contradiction":
        quotes = [s.quote for s in (told.a, told.b) if s]
        return all(any(w in quote for quote in quotes) for w in gold["words"])
    if gold.get("by") and sides.get(gold["by"], told.a) is not None:
        return False
    held = [s for side, s in sides.items() if s is not None and gold.get("of") in (None, side)]
    return any(w in s.quote for s in held for w in gold["words"])


class Score:
    """Counts by kind: there, found, told, right."""

    def __init__(self) -> None:
        self.there, self.found, self.told, self.right = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        self.lines: list[str] = []

    def add(self, case: Row, told: list[Difference]) -> None:
        """Judge the differences of one case."""
        asked = [g for g in case["difference"] if not g.get("loose")]
        for gold in asked:
            self.there[gold["kind"]] += 1
            if any(fits(gold, d, case) for d in told):
                self.found[gold["kind"]] += 1
            else:
                self.lines.append(f"missed in {case['id']}: {gold}")
        for d in told:
            loose = any(g.get("loose") and fits(g, d, case) for g in case["difference"])
            if not loose:
                self.told[d.kind] += 1
                if any(fits(g, d, case) for g in asked):
                    self.right[d.kind] += 1
                else:
                    self.lines.append(f"wrong in {case['id']}: {d.kind} {d.field} {d.label}")

    def table(self) -> str:
        """Recall and precision by kind."""
        return "\n".join(
            f"{k:15} found {self.found[k]} of {self.there[k]}, right {self.right[k]} of {self.told[k]}" for k in KINDS
        )


def scored(file: str, folder: Path) -> Score:
    """Read the cases of a file end to end, and score the differences between the accounts."""
    from demarche import pipeline

    score, every = Score(), cases(file)
    with Store(folder / f"{file}.db") as store:
        store.documents.put(pair for case in every for pair in documents(case))
        pipeline.process(store, workers=1)
        by_case: dict[str, list[Difference]] = {case["id"]: [] for case in every}
        source = {d.id: d.source.rpartition("/")[0] for d in store.documents}
        for d in store.differences:
            if d.side_a:
                side = d.a or d.b
                by_case[source[side.document] if side else ""].append(d)
        for case in every:
            score.add(case, by_case[case["id"]])
    return score
