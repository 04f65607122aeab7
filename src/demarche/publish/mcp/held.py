"""What the tools answer from, and the addresses that open what they answer with."""

from collections.abc import Callable
from urllib.parse import quote

import msgspec

from demarche.model import Document, Record, UsageError
from demarche.publish.digest.links import followable
from demarche.records import Comparison
from demarche.store import Store

AROUND = 24
"""Characters before and after a quote that make its place in a live page unmistakable."""


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A store, the address of the page over it (`demarche serve`), and the comparison of a record's accounts."""

    store: Store
    page: str
    compared: Callable[[Store, Record], Comparison]

    def record(self, id: str) -> Record:
        """A record by its id of today or an older one."""
        found = self.store.records.get(self.store.current(id))
        if found is None:
            raise UsageError(f"there is no record {id}; search_engagements gives ids")
        return found

    def link(self, *parts: str) -> str:
        """An address on the page."""
        return f"{self.page.rstrip('/')}/{'/'.join(quote(p, safe='?=&') for p in parts)}"

    def original(self, document: Document, start: int, end: int) -> str | None:
        """The words in the live page, by a text fragment; null where the text has no address that may be followed."""
        url = followable(document.url)
        if url is None:
            return None
        before, after = document.text[max(0, start - AROUND) : start], document.text[end : end + AROUND]
        prefix, suffix = _part(" ".join(before.split()[1:])), _part(" ".join(after.split()[:-1]))
        words = (f"{prefix}-," if prefix else "") + _part(document.text[start:end]) + (f",-{suffix}" if suffix else "")
        return f"{url.partition('#')[0]}#:~:text={words}"


def _part(text: str) -> str:
    return quote(" ".join(text.split()), safe="").replace("-", "%2D")
