"""`demarche diff`: two documents side by side, word by word, only where they differ."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.editions import save
from demarche.cli.named import documents
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data_json, note
from demarche.model import UsageError

if TYPE_CHECKING:
    from demarche.families import Beside
    from demarche.model import Document

One = Annotated[str, typer.Argument(metavar="A", help="A document: its id, its source, or a file.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another one.")]
Page = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Write an HTML page: diff.html.")]


def diff(a: One, b: Other, out: Page = None, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Show two documents side by side where they differ, and say whether they are one text."""
    if out is not None and out.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"{out}: the comparison is written as a page; name it .html")
    left, right = documents((a, b), store)
    from demarche.families import beside

    found = beside(left, right)
    if out is not None:
        from demarche.publish.digest.compared import compared

        save(compared(found, left, right).encode("utf-8"), out)
        note(f"wrote {out}")
    if as_json:
        data_json({"a": _told(left), "b": _told(right), **_fields(found)})
    elif out is None:
        from demarche.cli.columns import show

        show(found, left, right)


def _told(document: "Document") -> dict[str, str | None]:
    names = ("id", "source", "title", "publisher", "published")
    return {name: getattr(document, name) for name in names}


def _fields(found: "Beside") -> dict[str, object]:
    return {name: getattr(found, name) for name in ("edge", "score", "same", "rows", "differences")}
