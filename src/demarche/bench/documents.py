"""An input line of a gold file as the Document that the stages read, and what they find in many of them."""

from collections.abc import Iterable

from demarche.bench.rows import Row, key
from demarche.engine import Each, cores, run
from demarche.model import Claim, Document, document_id, text_sha256
from demarche.pipeline import MANY, Told, reading
from demarche.sources.publishers import publisher


def document(row: Row) -> Document:
    """The document of a line; its `dct` or `date` is its day of publication."""
    text, name = row["text"], str(key(row))
    day = (row.get("dct") or row.get("date") or "")[:10] or None
    digest, known = text_sha256(text), publisher(row.get("publisher"), row.get("url"))
    return Document(
        id=document_id(name, text), source=name, text=text, text_sha256=digest, raw_sha256=digest,
        url=row.get("url"), title=row.get("title"), publisher=row.get("publisher"), published=day,
        published_basis="given" if day else "unknown", language=row.get("lang") or "en",
        source_class=row.get("source_class") or (known.source_class if known else "other"),
        official_of=row.get("official_of") or (known.official_of if known else None),
    )  # fmt: skip


def claims_of(documents: Iterable[Document]) -> dict[str, tuple[Claim, ...]]:
    """What each document says, by its id; many are read by several processes, as the pipeline does."""
    asked = list(documents)
    engine = "pool" if len(asked) >= MANY and cores() > 1 else "local"
    told = run((Each("claims", reading, gives=Told),), asked, engine=engine)
    return {each.document: each.claims for each in told if isinstance(each, Told)}
