"""An edition in the form that was asked for, to a file or to the terminal."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from demarche.cli.output import data
from demarche.model import StoreError, UsageError

if TYPE_CHECKING:
    from demarche.publish import Edition

Form = Literal["md", "html", "docx", "pdf"]

_OF_SUFFIX: dict[str, Form] = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html",
    ".docx": "docx", ".pdf": "pdf",
}  # fmt: skip


def form(asked: Form | None, file: Path | None) -> Form:
    """The form that was named, or else that of the file's name; Markdown if neither says."""
    if asked is not None:
        chosen = asked
    elif file is None:
        chosen = "md"
    elif file.suffix.lower() in _OF_SUFFIX:
        chosen = _OF_SUFFIX[file.suffix.lower()]
    else:
        raise UsageError(f"{file}: its name does not say which form is wanted; add -f md, html, docx or pdf")
    if chosen in ("pdf", "docx") and file is None:
        raise UsageError(f"a {chosen.upper()} is no text for a terminal; say where it goes with -o FILE")
    return chosen


def check(chosen: Form) -> None:
    """Refuse a form whose extra is not installed before the work begins, not after."""
    if chosen == "pdf":
        from demarche.publish.digest import pdf

        pdf.check()


def written(edition: "Edition", chosen: Form) -> bytes:
    """The edition in that form."""
    from demarche.publish import digest
    from demarche.publish.digest import pdf

    match chosen:
        case "md":
            return digest.markdown(edition).encode("utf-8")
        case "html":
            return digest.html(edition).encode("utf-8")
        case "docx":
            from demarche.publish.digest.docx import docx

            return docx(edition)
        case "pdf":
            return pdf.pdf(digest.html(edition))


def save(content: bytes, file: Path) -> None:
    """Put it into a file."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as e:
        raise StoreError(f"{file} cannot be written: {e.strerror or e}") from e


def show(markdown: str) -> None:
    """Print Markdown: laid out on a terminal, as it is into a pipe or a file."""
    if not sys.stdout.isatty():
        data(markdown)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(markdown))
