"""Differences, among the copies of a family or among the accounts of a record."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec

from demarche.model import Difference, content_id
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.shelf import Shelf, column, encoded
from demarche.store.verify import Texts, check_difference

Among = Literal["copies", "accounts"]


class Differences(Shelf[Difference]):
    """`for difference in store.differences`, `store.differences.of(family or record)`."""

    table = schema.differences
    kind = Difference

    def replace(self, among: Among, differences: Iterable[Difference]) -> None:
        """Put these in the place of all that were found among copies, or among accounts."""
        with self.link.writing():
            self.link.delete(schema.differences, schema.differences.c.among == among)
            self._put(among, differences)

    def renew(self, among: Among, scopes: Sequence[str], differences: Iterable[Difference]) -> None:
        """Put these in the place of all that were found inside some families or records."""
        with self.link.writing():
            for start in range(0, len(scopes), CHUNK):
                within = schema.differences.c.scope.in_(scopes[start : start + CHUNK])
                self.link.delete(schema.differences, schema.differences.c.among == among, within)
            self._put(among, differences)

    def _put(self, among: Among, differences: Iterable[Difference]) -> None:
        texts = Texts(self.link)
        self.link.put(schema.differences, (_row(_checked(_named(d), texts), among) for d in differences))

    def of(self, scope: str) -> Iterator[Difference]:
        """Those inside one family or record."""
        return self.where(schema.differences.c.scope == scope)


def _checked(difference: Difference, texts: Texts) -> Difference:
    check_difference(difference, texts)
    return difference


def _named(difference: Difference) -> Difference:
    if difference.id:
        return difference
    return msgspec.structs.replace(difference, id=content_id("dif", encoded(difference)))


def _row(difference: Difference, among: Among) -> dict[str, Any]:
    return {
        "id": difference.id,
        "among": among,
        "scope": difference.scope,
        "kind": difference.kind,
        "field": column(difference.field),
        "a": difference.a.document if difference.a else None,
        "b": difference.b.document if difference.b else None,
        "body": encoded(difference),
    }
