"""What a format found in an item -> the document, classified and with its boilerplate marked, and its raw bytes."""

import re

from demarche.model import BadInput, Boilerplate, Document, document_id, sha256, text_sha256
from demarche.sources.boilerplate import marked
from demarche.sources.boilerplate.marks import merged
from demarche.sources.items import Found, Item, Raw
from demarche.sources.publishers import publisher

_LONE = re.compile("[\ud800-\udfff]")


def finished(found: Found, item: Item) -> Raw:
    """The document of what was found."""
    if not found.text.strip():
        raise BadInput("no text in it")
    if _LONE.search(found.text):
        raise BadInput("half a surrogate pair in the text: no valid Unicode")
    url = found.url or item.url
    known = publisher(found.publisher, url)
    document = Document(
        id=document_id(_key(found, item), found.text),
        source=item.source + found.mark,
        text=found.text,
        text_sha256=text_sha256(found.text),
        raw_sha256=sha256(found.raw),
        url=url,
        title=found.title,
        publisher=found.publisher or (known.name if known else None),
        author=found.author,
        published=found.published,
        published_basis=found.basis,
        modified=found.modified,
        retrieved_at=found.retrieved_at or item.retrieved_at,
        source_class=found.source_class or (known.source_class if known else "other"),
        official_of=known.official_of if known and found.source_class in (None, "official") else None,
        language=found.language,
        boilerplate=_boilerplate(found),
    )
    return Raw(document, found.raw)


def _key(found: Found, item: Item) -> str:
    """What tells two documents with one text apart: the given id, the address, or the file and what its head says."""
    if key := found.id or found.url or item.url:
        return key
    said = (found.publisher, found.title, found.published) if found.mark else ()
    return "\x1f".join((item.name, *(x or "" for x in said)))


def _boilerplate(found: Found) -> tuple[Boilerplate, ...]:
    start = max((b.end for b in found.boilerplate), default=0)
    return merged((*found.boilerplate, *marked(found.text, start)))
