"""Write `bench.md` from the cards of the bench's tasks: `python docs/generate_bench.py`. A test holds it current."""

from pathlib import Path

from demarche.bench import TASKS
from demarche.bench.card import Card, DataCard, FigureCard, card

PAGE = Path(__file__).with_name("bench.md")
HEAD = """# The bench

`demarche bench TASK FILE` asks one stage a question and scores the answers against the gold in FILE: a table, or one
JSON object with `--json`. `--predictions P` writes the answers down, so that anybody can score them again. Where FILE
has no gold the answers are the same and the figures are null. An answer is made from the input fields alone.

Floors for the figures stand in `src/demarche/bench/floors.toml`; `python -m demarche.bench.pin` raises them, and
refuses to lower one unless given a reason. This page is generated from the cards in `src/demarche/bench/cards/` by
`python docs/generate_bench.py`.
"""


def page() -> str:
    """Every task, in the order of the data's way through."""
    return HEAD + "".join(section(name, card(name)) for name in TASKS)


def section(name: str, asked: Card) -> str:
    """One task."""
    figures = "\n".join(map(figure, asked.figures))
    data = "\n".join(map(gold, asked.data))
    said = [f"\n## {name}: {asked.question}\n", f"**Input.** {asked.input}\n", f"**Metric.** {asked.metric}\n"]
    said += [f"**Limits.** {asked.limits}\n"] if asked.limits else []
    said += [f"| figure | says | better |\n|---|---|---|\n{figures}\n"]
    said += [f"| gold | holds | origin | licence |\n|---|---|---|---|\n{data}\n"] if data else []
    return "\n".join(said)


def figure(each: FigureCard) -> str:
    """One figure's row."""
    return f"| `{each.key}` | {each.says} | {each.better if each.pinned else '-'} |"


def gold(each: DataCard) -> str:
    """One gold file's row."""
    return f"| `{each.path}` | {each.items} | {each.origin} | {each.licence} |"


def files() -> dict[Path, str]:
    """The generated file and what it should hold."""
    return {PAGE: page()}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
