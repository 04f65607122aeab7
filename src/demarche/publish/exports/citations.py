"""The documents for a bibliography: CSL-JSON, and BibTeX for those who still write it."""

import json
from pathlib import Path
from typing import Any

from demarche.model import Document
from demarche.publish.exports.files import fresh
from demarche.publish.holdings import Holdings
from demarche.publish.names import file as file_name

_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ", "\r": " ",
})  # fmt: skip


def write(holdings: Holdings, folder: Path) -> list[Path]:
    """`citations.json` (CSL) and `citations.bib`."""
    csl, bib = folder / "citations.json", folder / "citations.bib"
    with (
        fresh(csl, "w", encoding="utf-8", newline="") as as_json,
        fresh(bib, "w", encoding="utf-8", newline="") as as_bib,
    ):
        as_json.write("[")
        for n, document in enumerate(holdings.documents):
            as_json.write(("," if n else "") + "\n" + json.dumps(_csl(document), ensure_ascii=False))
            as_bib.write(_bibtex(document))
        as_json.write("\n]\n")
    return [csl, bib]


def _csl(document: Document) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": document.id,
        "type": "article-newspaper" if document.source_class in ("press", "wire", "state_media") else "webpage",
        "title": document.title or file_name(document.source),
        "container-title": document.publisher,
        "author": [{"literal": document.author}] if document.author else None,
        "issued": {"date-parts": [list(map(int, document.published.split("-")))]} if document.published else None,
        "accessed": _accessed(document),
        "URL": document.url,
        "language": document.language,
    }
    return {key: value for key, value in item.items() if value is not None}


def _accessed(document: Document) -> dict[str, Any] | None:
    day = (document.retrieved_at or "")[:10]
    return {"date-parts": [list(map(int, day.split("-")))]} if day else None


def _bibtex(document: Document) -> str:
    fields = {
        "title": f"{{{(document.title or file_name(document.source)).translate(_TEX)}}}",
        "author": f"{{{document.author.translate(_TEX)}}}" if document.author else None,
        "organization": document.publisher.translate(_TEX) if document.publisher else None,
        "date": document.published,
        "url": document.url,
        "urldate": (document.retrieved_at or "")[:10] or None,
    }
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{document.id},\n{body}}}\n"
