"""Small facts that the store remembers about itself, by key."""

import sqlalchemy as sa

from demarche.store import schema
from demarche.store.link import Link


class Notes:
    """`store.notes["records"]`: for instance, the fingerprint of what the records were made from."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def get(self, key: str) -> str | None:
        """What was noted under the key, or None."""
        found = self.link.row(sa.select(schema.meta.c.value).where(schema.meta.c.key == key))
        return found[0] if found else None

    def put(self, key: str, value: str) -> None:
        """Note it, in the place of what was noted before."""
        self.link.put(schema.meta, [{"key": key, "value": value}])
