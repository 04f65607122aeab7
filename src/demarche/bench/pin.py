"""Pin the floors anew: `python -m demarche.bench.pin [TASK…] [--allow-lower REASON]`.

A floor only rises. Where a figure fell, nothing is written and the command ends with 1, unless a reason is given; the
reason and its day are kept beside the floor.
"""

import argparse
import math
import sys
from datetime import UTC, datetime
from pathlib import Path

from demarche.bench import TASKS, task
from demarche.bench.card import Card
from demarche.bench.floors import FILE, MARGIN, Floor, Floors, floors, gold_digest, gold_root, measured, under
from demarche.bench.task import Figures


def pinned(card: Card, gold: str, found: Figures, old: Floor | None, reason: str | None) -> tuple[Floor, list[str]]:
    """The new floor of a gold file, and what fell under the old one (empty where a reason allows it)."""
    same_gold = old is not None and old.gold == gold
    fallen = under(card, old, found) if old and same_gold else []
    if fallen and reason is None:
        return old or Floor(gold=gold, figures={}), fallen
    lower = {figure.key for figure in card.figures if figure.better == "lower"}
    exact = {figure.key for figure in card.figures if figure.exact}
    bounds = {key: value if key in exact else bound(value, less_is_better=key in lower) for key, value in found.items()}
    lowered = old.lowered if old and same_gold else None
    if old and same_gold and not fallen:
        bounds |= {key: (min if key in lower else max)(b, old.figures.get(key, b)) for key, b in bounds.items()}
    elif fallen:
        lowered = f"{datetime.now(UTC).date()}: {reason}"
    return Floor(gold=gold, figures=bounds, lowered=lowered), []


def bound(value: float, *, less_is_better: bool) -> float:
    """A bound a margin worse than the figure, to three decimals; counts, and nought, are held as they are."""
    if value == int(value) != 1:
        return value
    return (
        math.ceil(round((value + MARGIN) * 1000, 6)) / 1000
        if less_is_better
        else math.floor(round((value - MARGIN) * 1000, 6)) / 1000
    )


def as_toml(held: Floors) -> str:
    """The floors as a file."""
    out = ["# Written by `python -m demarche.bench.pin`; a floor only rises, unless a reason is given.\n"]
    for name in sorted(held):
        for path, floor in sorted(held[name].items()):
            out.append(f'\n[{name}."{path}"]\ngold = "{floor.gold}"\n')
            if floor.lowered:
                out.append(f'lowered = "{_escaped(floor.lowered)}"\n')
            out.append(f'\n[{name}."{path}".figures]\n')
            out += [f'"{key}" = {value:g}\n' for key, value in floor.figures.items()]
    return "".join(out)


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def pin(names: list[str], root: Path, reason: str | None, file: Path = FILE) -> list[str]:
    """Measure, and write the floors where nothing fell; what fell is returned."""
    held, fallen = floors(file), []
    for asked in map(task, names):
        for gold in asked.card.data:
            found = measured(asked, gold, root)
            print(f"{asked.name} {gold.path}: {found}", file=sys.stderr)
            known = held.setdefault(asked.name, {})
            digest = gold_digest(root / gold.path)
            known[gold.path], lower = pinned(asked.card, digest, found, known.get(gold.path), reason)
            fallen += [f"{asked.name} {gold.path}: {words}" for words in lower]
    if not fallen:
        file.write_text(as_toml(held), encoding="utf-8")
    return fallen


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m demarche.bench.pin", description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help="which tasks; all where none is named")
    parser.add_argument("--allow-lower", metavar="REASON", help="let floors go down, and keep the reason")
    asked = parser.parse_args()
    root = gold_root()
    if root is None:
        print("no gold data: set DEMARCHE_SHARED to the folder that holds bench/", file=sys.stderr)
        return 1
    fallen = pin(asked.tasks or list(TASKS), root, asked.allow_lower)
    for words in fallen:
        print(words, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
