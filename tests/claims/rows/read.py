"""The files of rows beside this module: a sentence in the first column, under it what it holds, cells parted by `|`."""

from collections.abc import Iterator
from pathlib import Path


def rows(name: str, width: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Each sentence with its answers, every answer as wide as asked; empty cells where nothing was given."""
    text, found = "", list[list[str]]()
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            cells = [cell.strip() for cell in line.split("|")]
            found.append(cells + [""] * (width - len(cells)))
        elif line and not line.startswith("#"):
            if text:
                yield text, found
            text, found = line, []
    yield text, found
