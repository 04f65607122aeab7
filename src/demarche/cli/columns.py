"""Two texts in two columns of a terminal; in colour, or with the marks of wdiff where there is none.

Into a pipe, or under NO_COLOR, `[-words-]` stand in the first text only and `{+words+}` in the second only.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.box import Box
    from rich.console import Console
    from rich.text import Text

    from demarche.families import Beside
    from demarche.families.beside import Part
    from demarche.model import Document, Evidence

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STYLES = {"a": "red", "b": "green"}
_MARKS = {"a": ("[-", "-]"), "b": ("{+", "+}")}
NARROW = 60
"""Columns below which the texts stand one under the other."""


def show(found: "Beside", a: "Document", b: "Document") -> None:
    """Print the comparison."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=False)
    for line in _opening(found):
        console.print(Text(line))
    if console.is_terminal and console.width >= NARROW:
        table = Table(expand=True, show_lines=True, box=_lines(), header_style="bold")
        for document in (a, b):
            table.add_column(Text(_head(document)), ratio=1)
        for row in found.rows:
            table.add_row(_text(row.a, "a", console), _text(row.b, "b", console))
        console.print(table)
    else:
        _one_below_the_other(found, a, b, console)
    for line in _differences(found):
        console.print(Text(line), soft_wrap=True)


def inert(text: str) -> str:
    """The text without anything that moves a terminal's cursor, changes its colours or turns the order of letters."""
    return _CONTROL.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))


def _lines() -> "Box":
    from rich import box

    return box.HORIZONTALS


def _opening(found: "Beside") -> Iterator[str]:
    if found.a == found.b:
        yield "one and the same document"
    elif found.edge:
        yield f"{found.edge.kind} ({found.edge.score:.2f}): {found.edge.why}"
    else:
        yield f"not taken for versions of one text (likeness {found.score:.2f})"
    stand = "sentence stands" if found.same == 1 else "sentences stand"
    yield f"{found.same} {stand} in both word for word, {len(found.rows)} differ"


def _head(document: "Document") -> str:
    parts = (document.title, document.publisher, document.published or "no date", document.source)
    return inert(" · ".join(p for p in parts if p))


def _text(parts: "Sequence[Part]", side: str, console: "Console") -> "Text":
    from rich.text import Text

    opened, closed = _MARKS[side]
    text = Text()
    for part in parts:
        words = " ".join(inert(part.text).split("\n"))
        if part.differs and (console.no_color or not console.is_terminal):
            text.append(f"{opened}{words}{closed}")
        else:
            text.append(words, style=f"bold {_STYLES[side]}" if part.differs else "")
    return text


def _one_below_the_other(found: "Beside", a: "Document", b: "Document", console: "Console") -> None:
    from rich.text import Text

    console.print(Text(f"--- {_head(a)}\n+++ {_head(b)}"), soft_wrap=True)
    for row in found.rows:
        console.print()
        for mark, side, parts in (("-", "a", row.a), ("+", "b", row.b)):
            if parts:
                console.print(Text(f"{mark} ") + _text(parts, side, console), soft_wrap=True)


def _differences(found: "Beside") -> Iterator[str]:
    if found.differences:
        yield ""
        yield "What differs in substance:"
    for d in found.differences:
        yield f"  {d.kind} ({', '.join(x for x in (d.label, d.field) if x)}): {_quote(d.a)} | {_quote(d.b)}"


def _quote(side: "Evidence | None") -> str:
    return f"“{' '.join(inert(side.quote).split())}”" if side else "nothing"
