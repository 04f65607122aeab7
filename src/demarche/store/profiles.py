"""What is kept of each document for finding its copies: bytes that only their maker understands."""

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from demarche.store.link import Link
from demarche.store.schema import documents, profiles


class Profiles:
    """Profiles by document, each with its maker; a document that changes loses its own."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def __len__(self) -> int:
        found = self.link.row(sa.select(sa.func.count()).select_from(profiles))
        return int(found[0]) if found else 0

    def missing(self, maker: str) -> list[str]:
        """The ids of the documents of which this maker has left nothing."""
        made = sa.select(profiles.c.document).where(profiles.c.maker == maker)
        query = sa.select(documents.c.id).where(documents.c.id.not_in(made))
        return [id for (id,) in self.link.rows(query.order_by(documents.c.id))]

    def put(self, maker: str, made: Iterable[tuple[str, bytes]]) -> None:
        """Keep the profiles of some documents; they count as not yet compared with the others."""
        self.link.put(
            profiles, ({"document": id, "maker": maker, "compared": False, "data": data} for id, data in made)
        )

    def fresh(self) -> set[str]:
        """The ids of the documents that no run has compared with the others."""
        query = sa.select(profiles.c.document).where(sa.not_(profiles.c.compared))
        return {id for (id,) in self.link.rows(query)}

    def settle(self) -> None:
        """All that are kept have been compared."""
        with self.link.writing() as connection:
            connection.execute(sa.update(profiles).where(sa.not_(profiles.c.compared)).values(compared=True))

    def __iter__(self) -> Iterator[bytes]:
        for (data,) in self.link.rows(sa.select(profiles.c.data).order_by(profiles.c.document)):
            yield data
