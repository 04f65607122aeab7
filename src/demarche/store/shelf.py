"""A shelf holds one noun: iterate it, ask for an id, count it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar, Generic, TypeVar

import msgspec
import sqlalchemy as sa

from demarche.model import StoreError
from demarche.store.link import CHUNK, Link

Noun = TypeVar("Noun")

_encoder = msgspec.json.Encoder(order="deterministic")


def encoded(noun: object) -> str:
    """A noun as canonical JSON: the same value gives the same characters."""
    return _encoder.encode(noun).decode("utf-8")


@lru_cache(maxsize=32)
def _decoder(kind: Any) -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(kind)


class Shelf(Generic[Noun]):
    """The nouns of one kind, streamed in a stated order."""

    table: ClassVar[sa.Table]
    kind: ClassVar[Any]
    order: ClassVar[tuple[str, ...]] = ("id",)
    """The columns whose order the nouns come in; the id is always the last of them."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def __iter__(self) -> Iterator[Noun]:
        return self.where()

    def where(self, *conditions: "sa.ColumnElement[bool]") -> Iterator[Noun]:
        """Those that meet all the conditions on the shelf's columns."""
        query = sa.select(self.table.c.body).where(*conditions).order_by(*(self.table.c[name] for name in self.order))
        for (body,) in self.link.rows(query):
            yield self.decoded(body)

    def those(self, name: str, values: Iterable[str], *conditions: "sa.ColumnElement[bool]") -> Iterator[Noun]:
        """Those whose column of that name holds any of some values, each once."""
        wanted = sorted(set(values))
        for start in range(0, len(wanted), CHUNK):
            yield from self.where(self.table.c[name].in_(wanted[start : start + CHUNK]), *conditions)

    def __len__(self) -> int:
        found = self.link.row(sa.select(sa.func.count()).select_from(self.table))
        return int(found[0]) if found else 0

    def __contains__(self, id: object) -> bool:
        return self.link.row(sa.select(self.table.c.id).where(self.table.c.id == id)) is not None

    def __getitem__(self, id: str) -> Noun:
        found = self.get(id)
        if found is None:
            raise StoreError(f"{self.link.name} holds no {self.table.name.rstrip('s')} {id}")
        return found

    def get(self, id: str) -> Noun | None:
        """The noun of that id, or None."""
        found = self.link.row(sa.select(self.table.c.body).where(self.table.c.id == id))
        return self.decoded(found[0]) if found else None

    def ids(self) -> list[str]:
        """All ids, sorted."""
        return [id for (id,) in self.link.rows(sa.select(self.table.c.id).order_by(self.table.c.id))]

    def decoded(self, body: str) -> Noun:
        """The noun of a row; a damaged one is refused by the store's name."""
        try:
            noun: Noun = _decoder(self.kind).decode(body)
        except msgspec.DecodeError as e:
            raise StoreError(f"{self.link.name}: a row of {self.table.name} is damaged: {e}") from e
        return noun


def column(value: str | None) -> str | None:
    """A value as a column holds it: PostgreSQL keeps no NUL in a text (in a body it is an escape)."""
    return value.replace("\x00", "�") if value else value
