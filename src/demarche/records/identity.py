"""The id of a record: made from the claim that told of it first, so that no order of reading changes it."""

from collections.abc import Iterable, Mapping

from demarche.model import Document, content_id
from demarche.records.tellings import Telling

NEVER = "9999"
"""Sorts a text of unknown day after all dated ones."""


def identity(tellings: Iterable[Telling], documents: Mapping[str, Document]) -> str:
    """The content id over the first claim: by day of publication, then document, then place in it."""

    def told(t: Telling) -> tuple[str, str, int, int, str]:
        document = documents.get(t.claim.document)
        published = document.published if document and document.published else NEVER
        return (published, t.claim.document, t.claim.start, t.claim.end, t.claim.id)

    return content_id("rec", min(tellings, key=told).claim.id)
