"""The store: every noun on its shelf, in one database."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from demarche.model import Document, StoreError
from demarche.store.address import WAIT_S, connect, url_of
from demarche.store.campaigns import Campaigns
from demarche.store.changes import Change, changes
from demarche.store.claims import Claims
from demarche.store.differences import Differences
from demarche.store.documents import Documents
from demarche.store.editions import Editions
from demarche.store.families import Families
from demarche.store.followed import FollowedShelf
from demarche.store.judgements import Judgements
from demarche.store.link import Link
from demarche.store.measures import Measures
from demarche.store.merging import Merging
from demarche.store.migrate import migrate
from demarche.store.notes import Notes
from demarche.store.profiles import Profiles
from demarche.store.records import Records
from demarche.store.runs import Rejects, Runs
from demarche.store.search import Search
from demarche.store.succession import current
from demarche.store.watches import Watches


class Store:
    """Opened by a file's path or a PostgreSQL URL; a new one is made unless `create` says no.

    Every `put` and `replace` is one transaction, or joins the one of `with store.transaction():`.
    """

    def __init__(self, where: str | Path, *, create: bool = True, wait_s: float = WAIT_S) -> None:
        url = url_of(where)
        self.name = url.render_as_string(hide_password=True) if "://" in str(where) else str(where)
        if not create and url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
            raise StoreError(f"there is no store at {self.name}; `demarche init` makes one")
        engine, readonly = connect(url, wait_s)
        self.link = Link(engine, self.name, readonly=readonly)
        migrate(self.link)
        self.documents = Documents(self.link)
        self.profiles = Profiles(self.link)
        self.families = Families(self.link)
        self.claims = Claims(self.link)
        self.records = Records(self.link)
        self.merging = Merging(self.link)
        self.campaigns = Campaigns(self.link)
        self.differences = Differences(self.link)
        self.measures = Measures(self.link)
        self.judgements = Judgements(self.link)
        self.rejects = Rejects(self.link)
        self.runs = Runs(self.link)
        self.editions = Editions(self.link)
        self.notes = Notes(self.link)
        self.search = Search(self.link)
        self.followed = FollowedShelf(self.link)
        self.watches = Watches(self.link)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything written in the block is kept, or nothing."""
        with self.link.writing():
            yield

    def current(self, id: str) -> str:
        """The id under which something is known today: follows the redirects of merged ids."""
        return current(self.link, id)

    def changed_since(self, moment: str) -> Iterator[Change]:
        """What became of records from a moment on (`2022-08-01`, or to the second in UTC), the earliest first."""
        return changes(self.link, moment)

    def texts(self) -> dict[str, Document]:
        """All documents by id, for a stage that compares them."""
        return {document.id: document for document in self.documents}

    def rest(self) -> None:
        """Let go of what is held of the database between two runs: each connection keeps up to 32 MB of its pages."""
        self.link.engine.dispose()

    def close(self) -> None:
        """Give the connections back."""
        self.rest()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()
