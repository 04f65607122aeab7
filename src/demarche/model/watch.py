"""A question that is asked again whenever the record has moved, and who is told."""

import re

import msgspec

from demarche.model.errors import UsageError

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}\Z")


class Watch(msgspec.Struct, frozen=True, kw_only=True):
    """A saved search by name. `feed` and `mail` are folders, `webhook` an address."""

    name: str
    query: str
    feed: str | None = None
    mail: str | None = None
    webhook: str | None = None

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            raise UsageError(f"{self.name!r} is no name for a watch: small letters, digits, - and _ only")
