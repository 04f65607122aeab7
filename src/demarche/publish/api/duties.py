"""What the API needs done by those above it: how the stages follow each other is the pipeline's business."""

from collections.abc import Callable

import msgspec

from demarche.model import Document, Record
from demarche.publish.api.access import Access
from demarche.records import Comparison, Explanation
from demarche.store import Store


class Duties(msgspec.Struct, frozen=True, kw_only=True):
    """`judged` lets the records follow new judgements; `compared` and `explained` look at one record."""

    judged: Callable[[Store], None]
    compared: Callable[[Store, Record], Comparison]
    explained: Callable[[Store, Record], Explanation]


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What every request is answered from."""

    store: Store
    access: Access
    duties: Duties
    version: str = ""

    def document(self, id: str) -> Document | None:
        """A document with the id of its family."""
        found = self.store.documents.get(id)
        return msgspec.structs.replace(found, family=self.store.families.of(id)) if found else None
