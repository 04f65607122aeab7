"""An input line of a gold file as the Document that the stages read."""

from datetime import date

from demarche.bench.rows import Row, key
from demarche.model import BadInput, Document, document_id, text_sha256
from demarche.sources.publishers import publisher


def document(row: Row) -> Document:
    """The document of a line; its `dct` or `date` is its day of publication."""
    text, name = row.get("text"), str(key(row))
    if not isinstance(text, str):
        raise BadInput("has no `text`", f"item {name}")
    day = _day(row.get("dct") or row.get("date") or "")
    digest, known = text_sha256(text), publisher(row.get("publisher"), row.get("url"))
    return Document(
        id=document_id(name, text), source=name, text=text, text_sha256=digest, raw_sha256=digest,
        url=row.get("url"), title=row.get("title"), publisher=row.get("publisher"), published=day,
        published_basis="given" if day else "unknown", language=row.get("lang") or "en",
        source_class=row.get("source_class") or (known.source_class if known else "other"),
        official_of=row.get("official_of") or (known.official_of if known else None),
    )  # fmt: skip


def _day(given: str) -> str | None:
    """The calendar day of an ISO date or moment; anything else is not known rather than wrong."""
    try:
        return date.fromisoformat(given[:10]).isoformat()
    except ValueError:
        return None
