"""A file that is written beside its place and then put there: nobody ever reads half an export."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


@contextmanager
def fresh(path: Path, mode: str = "wb", **options: Any) -> Iterator[IO[Any]]:
    """A new file that takes the place of `path` when the block ends well; otherwise nothing is changed."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open(mode, **options) as file:
            yield file
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
