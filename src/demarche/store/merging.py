"""Where merging stands: which readings the records follow, and by which blocks claims find each other."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from demarche.store import schema
from demarche.store.link import CHUNK, Link

NEVER = "9999"
"""Sorts a text of unknown day after all dated ones."""


def unmerged(link: Link, documents: Iterable[str]) -> None:
    """The records do not follow any more what these documents say, or what is known of them."""
    _mark(link, documents, merged=False)


def _mark(link: Link, documents: Iterable[str], *, merged: bool) -> None:
    wanted, table = sorted(documents), schema.readings
    with link.writing() as connection:
        for start in range(0, len(wanted), CHUNK):
            some = table.c.document.in_(wanted[start : start + CHUNK])
            connection.execute(sa.update(table).where(some).values(merged=merged))


class Merging:
    """`store.merging.documents()`: what is to be merged; `index` by which blocks it is found, `follow` that it was."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def documents(self) -> list[str]:
        """The ids of the documents that were read, or of which something became known, since the last merging.

        They come by the day of their publication: what tells of one event stands close together.
        """
        table, texts = schema.readings, schema.documents.c
        query = sa.select(table.c.document).join_from(table, schema.documents, texts.id == table.c.document)
        query = query.where(sa.not_(table.c.merged)).order_by(sa.func.coalesce(texts.published, NEVER), texts.id)
        return [id for (id,) in self.link.rows(query)]

    def index(self, blocks: Mapping[str, Iterable[int]]) -> None:
        """The blocks of some claims, in the place of any before."""
        with self.link.writing():
            claims = sorted(blocks)
            for start in range(0, len(claims), CHUNK):
                self.link.delete(schema.blocks, schema.blocks.c.claim.in_(claims[start : start + CHUNK]))
            self.link.put(schema.blocks, ({"block": b, "claim": c} for c in claims for b in sorted(blocks[c])))

    def follow(self, documents: Iterable[str]) -> None:
        """The records follow these documents."""
        _mark(self.link, documents, merged=True)

    def sharing(self, blocks: Iterable[int]) -> set[str]:
        """The ids of the claims in some blocks."""
        table = schema.blocks
        return {claim for (claim,) in self.link.among(sa.select(table.c.claim), table.c.block, blocks)}

    def forget(self) -> None:
        """Nothing is merged, and no record made from anything that is known: the code that merges is another."""
        with self.link.writing() as connection:
            connection.execute(sa.update(schema.readings).values(merged=False))
            connection.execute(sa.update(schema.records).values(basis=None))
            self.link.delete(schema.blocks)
