"""Treebank files -> sentences with whatever gold they carry: tags, dependencies, names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

UNKNOWN = "?"
"""A name tag nobody has decided: left out of the loss."""


@dataclass(frozen=True)
class Example:
    """One sentence. `None` marks a kind of gold the corpus does not have."""

    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    """1-based, 0 for the root, as in CoNLL-U."""
    deprels: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None
    """IOB2 tags, or UNKNOWN."""
    misc_known: bool = True
    """False where the corpus leaves other names (MISC) unmarked: there O may hide one."""
    document: str = ""
    paragraph: bool = False
    """Whether the sentence opens a paragraph."""

    def without_parse(self) -> "Example":
        return replace(self, upos=None, feats=None, heads=None, deprels=None)


@dataclass(frozen=True)
class Block:
    """A sentence of a tabbed file: its comments and its rows."""

    comments: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def blocks(path: Path, separator: str | None = "\t") -> Iterator[Block]:
    comments: list[str] = []
    rows: list[tuple[str, ...]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("# "):
            comments.append(line)
        elif line.strip():
            rows.append(tuple(line.split(separator)))
        elif rows:
            yield Block(tuple(comments), tuple(rows))
            comments, rows = [], []


def document_of(block: Block, current: str) -> str:
    return next((c.split(" = ", 1)[1] for c in block.comments if c.startswith("# newdoc id")), current)


def words_of(block: Block) -> list[tuple[str, ...]]:
    """The rows that are words: no multi-word tokens, no empty nodes."""
    return [r for r in block.rows if r[0].isdigit()]


DROPPED = frozenset({"Abbr", "ExtPos", "Foreign", "Style", "Typo", "CorrectForm"})


def features(column: str) -> str:
    """The features that rules may lean on, without those about spelling."""
    kept = [f for f in column.split("|") if f.split("=")[0] not in DROPPED]
    return "|".join(kept) or "_"


def conllu(path: Path) -> Iterator[tuple[Example, list[tuple[str, ...]]]]:
    """Parsed sentences and their rows, in order."""
    document = ""
    for block in blocks(path):
        document = document_of(block, document)
        rows = words_of(block)
        yield (
            Example(
                words=tuple(r[1] for r in rows),
                upos=tuple(r[3] for r in rows),
                feats=tuple(features(r[5]) for r in rows),
                heads=tuple(int(r[6]) for r in rows),
                deprels=tuple(r[7] for r in rows),
                document=document,
                paragraph=any(c.startswith(("# newpar", "# newdoc")) for c in block.comments),
            ),
            rows,
        )


def listed(name: str) -> frozenset[str]:
    """The words of `words/NAME.txt`."""
    return frozenset((Path(__file__).parent / "words" / f"{name}.txt").read_text(encoding="utf-8").split())
