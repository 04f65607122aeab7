"""What a database driver complains about, in words that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from demarche.model import StoreError

_PLAIN = (
    ("database is locked", "another program is writing to it; try again when that one has finished"),
    ("readonly database", "it is read-only"),
    ("file is not a database", "this file is no SQLite database"),
    ("file is encrypted", "this file is no SQLite database"),
    ("unable to open database", "it cannot be opened: is this a file, and may you read it?"),
    ("disk image is malformed", "the database is damaged; restore a copy, or run `sqlite3 FILE .recover`"),
    ("disk is full", "the disk is full"),
    ("disk i/o error", "the disk does not take or give its data: it is full, a limit is reached, or it fails"),
    ("foreign key", "something refers to an item that the store does not hold"),
    ("connection refused", "no database server answers there"),
    ("password authentication failed", "the server refuses this user or password"),
)


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn the driver's errors inside the block into one `StoreError` that names the store."""
    try:
        yield
    except DBAPIError as e:
        raise StoreError(f"{name}: {plain(str(e.orig))}") from e
    except UnicodeEncodeError as e:
        raise StoreError(f"{name}: a text holds half of a surrogate pair and cannot be kept ({e.reason})") from e


def plain(complaint: str) -> str:
    """A complaint in plain words, or as it is."""
    low = complaint.lower()
    return next((words for sign, words in _PLAIN if sign in low), complaint)
