"""Fits what each sign of a sentence adds to the label of an event: `src/demarche/lexicon/data/status/weights.toml`.

Ridge regression on UDS-IH2 (White, Rawlins and Van Durme 2017; Rudinger, White and Van Durme 2018), development half of
this project's split: 2,642 predicates of UD English EWT with labels from -3 to 3, CC BY-SA 4.0. The table is therefore
under CC BY-SA 4.0 as well. Prints Pearson's r and the mean absolute error, each document predicted by the other nine
tenths: the figure to believe, since the bench asks the same file that the weights come from.

    python training/status_weights.py [FILE]
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from demarche.bench.documents import document
from demarche.bench.rows import rows
from demarche.bench.status import found_at
from demarche.claims.scene import scenes
from demarche.claims.status.label import on_scale
from demarche.claims.status.signs import signs
from demarche.language.parse import parse

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared/bench/status/uds_dev.jsonl"
TABLE = ROOT / "src/demarche/lexicon/data/status/weights.toml"
LEAST, RIDGE, FOLDS = 10, 40.0, 10
"""Signs seen less often are left out; ridge 20 to 60 and least 5 to 10 give the same r within .003."""
HEAD = """# What each sign adds to the label of an event (-3 … 3). Written by training/status_weights.py from UDS-IH2
# (White, Rawlins and Van Durme 2017, decomp.io), CC BY-SA 4.0; this table is under CC BY-SA 4.0.

"""


def examples(path: Path) -> tuple[list[frozenset[str]], np.ndarray, list[str]]:
    """The signs, labels and documents of all labelled words."""
    seen, labels, homes = [], [], []
    for row in rows(path):
        read = document(row)
        (parsed,) = parse([read])
        around = list(scenes(read, parsed))
        for event in row["events"]:
            place = found_at(around, event["start"], event["end"])
            if place is not None:
                seen.append(signs(*place))
                labels.append(event["label"])
                homes.append((row.get("ewt_sent_id") or f"{row['id']}-").rsplit("-", 1)[0])
    return seen, np.array(labels), homes


def fitted(seen: Sequence[frozenset[str]], labels: np.ndarray) -> dict[str, float]:
    """The weight of each sign that is seen often enough; the empty sign is what remains without any."""
    counts = Counter(sign for one in seen for sign in one)
    known = sorted(sign for sign, n in counts.items() if n >= LEAST)
    matrix = np.array([[sign in one for sign in known] for one in seen], dtype=float)
    mean = matrix.mean(0)
    matrix -= mean
    found = np.linalg.solve(matrix.T @ matrix + RIDGE * np.eye(len(known)), matrix.T @ (labels - labels.mean()))
    base = float(labels.mean() - mean @ found)
    return {"": round(base, 3)} | {sign: round(float(w), 3) for sign, w in zip(known, found, strict=True)}


def predicted(seen: Sequence[frozenset[str]], table: dict[str, float]) -> np.ndarray:
    return np.array([on_scale(table[""] + sum(table.get(sign, 0.0) for sign in one)) for one in seen])


def held_out(seen: Sequence[frozenset[str]], labels: np.ndarray, homes: Sequence[str]) -> tuple[float, float]:
    """r and mean absolute error where each tenth of the documents is predicted by the others."""
    names = sorted(set(homes))
    random.Random(1).shuffle(names)
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    told = np.zeros(len(labels))
    for k in range(FOLDS):
        rest = [i for i, home in enumerate(homes) if fold[home] != k]
        asked = [i for i, home in enumerate(homes) if fold[home] == k]
        told[asked] = predicted([seen[i] for i in asked], fitted([seen[i] for i in rest], labels[rest]))
    return float(np.corrcoef(told, labels)[0, 1]), float(np.abs(told - labels).mean())


def written(table: dict[str, Any]) -> str:
    lines = [f'"{sign}" = {weight}' for sign, weight in sorted(table.items()) if weight or not sign]
    return HEAD + "[weights]\n" + "\n".join(line.replace("\\", "\\\\") for line in lines) + "\n"


def main(path: Path) -> None:
    """Fit on everything, write the table, print what to expect of it."""
    seen, labels, homes = examples(path)
    r, error = held_out(seen, labels, homes)
    table = fitted(seen, labels)
    TABLE.write_text(written(table), encoding="utf-8")
    print(f"{len(labels)} words, {len(table)} weights; held out: r {r:.4f}, mean absolute error {error:.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD)
