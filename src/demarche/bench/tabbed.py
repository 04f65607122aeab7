"""Tabbed files of words, a blank line between sentences: CoNLL-U and IOB, read by rows and written back."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec


class Block(msgspec.Struct, frozen=True):
    """A sentence: its comments, without the "# ", and its rows."""

    comments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def comment(self, key: str) -> str | None:
        """What stands behind "key =" in a comment, or None."""
        return next((c.split("=", 1)[1].strip() for c in self.comments if c.split("=", 1)[0].strip() == key), None)

    def opens(self, what: str) -> bool:
        """Whether a comment says that a paragraph or document begins here (`newpar`, `newdoc`)."""
        return any(c.split()[:1] == [what] for c in self.comments)


def blocks(path: Path) -> Iterator[Block]:
    """The sentences of a file."""
    comments: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# "):
            comments.append(line[2:])
        elif line.strip():
            rows.append(tuple(line.rstrip("\r").split("\t")))
        elif rows:
            yield Block(tuple(comments), tuple(rows))
            comments, rows = [], []


def write_blocks(sentences: Iterable[Block], out: Path) -> None:
    """Write sentences back: UTF-8, LF."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for sentence in sentences:
            file.writelines(f"# {c}\n" for c in sentence.comments)
            file.writelines("\t".join(row) + "\n" for row in sentence.rows)
            file.write("\n")


def squeezed(text: str) -> str:
    """The characters of a text that count: all but white space."""
    return "".join(text.split())


def words(block: Block) -> list[tuple[str, ...]]:
    """The rows of CoNLL-U that are words: no multi-word tokens, no empty nodes."""
    return [row for row in block.rows if row[0].isdigit()]


def text(block: Block) -> str:
    """The text of a sentence of CoNLL-U: its `# text`, else its words as they say they are spaced."""
    given = block.comment("text")
    return given if given is not None else "".join(_spaced(block)).strip()


def _spaced(block: Block) -> Iterator[str]:
    covered = 0
    for row in block.rows:
        first, _, last = row[0].partition("-")
        if "." in row[0] or (not last and int(first) <= covered):
            continue
        covered = int(last or first)
        yield row[1] + ("" if len(row) > 9 and "SpaceAfter=No" in row[9] else " ")
