"""What people judged: append-only. Nothing here is changed or deleted; what is taken back has another row after it."""

from collections.abc import Iterable
from typing import Any

import msgspec

from demarche.model import Judgement, StoreError, content_id
from demarche.store import schema
from demarche.store.shelf import Shelf, encoded


class Judgements(Shelf[Judgement]):
    """`for judgement in store.judgements`: the oldest first."""

    table = schema.judgements
    kind = Judgement
    order = ("at", "id")

    def add(self, judgement: Judgement) -> Judgement:
        """Keep a judgement for good, and give it with its id."""
        named = judgement if judgement.id else msgspec.structs.replace(judgement, id=_id(judgement))
        with self.link.writing():
            if named.id in self:
                raise StoreError(f"{self.link.name} already holds the judgement {named.id}")
            if named.undoes is not None and named.undoes not in self:
                raise StoreError(f"{self.link.name} holds no judgement {named.undoes}")
            self.link.put(schema.judgements, [_row(named)])
        return named

    def take(self, judgements: Iterable[Judgement]) -> int:
        """Take in judgements that another store gave out; say how many were new."""
        with self.link.writing():
            new = [j for j in judgements if j.id not in self]
            self.link.put(schema.judgements, map(_row, new))
        return len(new)


def _id(judgement: Judgement) -> str:
    return content_id("jdg", encoded(judgement))


def _row(judgement: Judgement) -> dict[str, Any]:
    return {"id": judgement.id, "at": judgement.at, "action": judgement.action, "record": judgement.record,
            "body": encoded(judgement)}  # fmt: skip
