"""A report for people (a table) or for programs (one JSON object)."""

from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from demarche.bench.card import Card
from demarche.bench.runner import Report


def as_json(report: Report) -> str:
    """One JSON object on one line."""
    return msgspec.json.encode(report.flat()).decode("utf-8")


def print_table(report: Report, card: Card, console: Console) -> None:
    """A table: each figure and what it says."""
    table = Table(title=f"{report.task}: {card.question}", caption=report.file, title_justify="left")
    table.add_column("figure", no_wrap=True)
    table.add_column("value", justify="right")
    table.add_column("says")
    says = {figure.key: figure.says for figure in card.figures}
    for name, value in _flattened("", report.figures):
        table.add_row(name, _shown(value), says.get(name, ""))
    console.print(table)


def _flattened(prefix: str, figures: dict[str, Any]) -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for name, value in figures.items():
        flat += _flattened(f"{prefix}{name}.", value) if isinstance(value, dict) else [(f"{prefix}{name}", value)]
    return flat


def _shown(value: Any) -> str:
    if value is None:
        return "no gold"
    return str(len(value)) if isinstance(value, list) else str(value)
