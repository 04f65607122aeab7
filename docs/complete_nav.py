"""A hook of mkdocs: every page stands in the menu, decisions by their number, and what nobody placed under *More*."""

from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def on_config(config: Any) -> Any:
    """Add to the menu what `mkdocs.yml` does not name."""
    named = set(pages(config["nav"]))
    rest = sorted(path.relative_to(HERE).as_posix() for path in HERE.rglob("*.md"))
    decisions = [page for page in rest if page.startswith("decisions/")]
    more = [page for page in rest if page not in named and page not in decisions]
    config["nav"] += [{"Decisions": decisions}, *([{"More": more}] if more else [])]
    return config


def pages(nav: Any) -> list[str]:
    """The pages of a menu."""
    if isinstance(nav, str):
        return [nav]
    values = nav.values() if isinstance(nav, dict) else nav
    return [page for each in values for page in pages(each)]
