"""What is asked again and again: a feed or sitemap, and the pages that it named."""

from typing import Literal

import msgspec


class Followed(msgspec.Struct, frozen=True, kw_only=True):
    """One address and how it stands with it.

    `stamp` is the version last taken (for a page: what its feed said of it then), `wanted` the version to be taken: a
    page waits while the two differ. `etag` and `modified` are the server's own words, sent back to it. `due` is the
    moment from which it may be asked again; none means that it is asked no more. `failures` are those in a row.
    """

    address: str
    kind: Literal["feed", "page"]
    stamp: str | None = None
    wanted: str | None = None
    etag: str | None = None
    modified: str | None = None
    due: str | None = None
    failures: int = 0
