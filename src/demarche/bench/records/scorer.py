"""Claims, families, differences and records of an export against the full gold of a folder."""

import json
from pathlib import Path
from typing import Any

from demarche.bench.align import squash
from demarche.bench.figures import ratio
from demarche.bench.records.engagements import engagements
from demarche.bench.records.kept_out import boilerplate, forbidden
from demarche.bench.records.matching import Row
from demarche.bench.records.others import acts, figures, positions
from demarche.bench.records.statements import statements
from demarche.bench.records.texts import Texts
from demarche.bench.records.together import changes, events, families
from demarche.bench.rows import rows
from demarche.bench.task import Figures

Export = dict[str, list[Row]]
"""The rows of an export by the name of their file: documents, claims, records, families, differences."""


def scored(export: Export, gold: Path) -> Figures:
    """Every figure; empty where the folder holds no gold."""
    if not (gold / "gold.jsonl").exists():
        return {}
    golds = rows(gold / "gold.jsonl")
    documents, every = export["documents"], export["claims"]
    texts = Texts(documents, golds)
    claims = [claim for claim in every if texts.doc(claim)]
    asked, told = _by_type(golds), _by_type(claims)
    found, of_engagements = engagements(texts, asked.get("engagement", []), told.get("engagement", []))
    titles = {gold["doc"]: squash(gold["title"] or "")[0] for gold in asked.get("document", [])}
    errors = forbidden(texts, asked.get("must_not", []), claims)
    of_changes = changes(texts, _json(gold / "changes.json", []), export["differences"])
    no_pairs: Row = {"same_family_pairs": [], "not_same_family_pairs": []}
    return {
        "n": len({row["doc"] for row in golds}),
        "documents": len(texts.of),
        "of": len({row["doc"] for row in golds}),
        "engagement": of_engagements,
        "statement": statements(texts, asked.get("statement", []), told.get("statement", [])),
        "position": positions(texts, asked.get("position", []), told.get("position", [])),
        "act": acts(texts, asked.get("act", []), told.get("act", [])),
        "figure": figures(texts, asked.get("figure", []), told.get("figure", [])),
        "boilerplate": boilerplate(texts, asked.get("boilerplate", []), claims, documents, titles),
        "must_not": len(errors),
        "must_not_list": errors,
        "offsets": offsets(documents, every),
        "families": families(texts, _json(gold / "families.json", no_pairs), export["families"]),
        "changes": of_changes,
        "changes_recall": of_changes["recall"],
        "events": events(_json(gold / "events.json", []), found, export["records"]),
    }


def offsets(documents: list[Row], claims: list[Row]) -> float:
    """The share of claims whose quote stands at its offsets in their document."""
    text = {document["id"]: document["text"] for document in documents}
    right = [text.get(c.get("document") or "", "")[c["start"] : c["end"]] == c.get("quote") for c in claims]
    return ratio(sum(right), len(right))


def _by_type(found: list[Row]) -> dict[str, list[Row]]:
    held: dict[str, list[Row]] = {}
    for row in found:
        held.setdefault(row["type"], []).append(row)
    return held


def _json(path: Path, default: Any) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else default
