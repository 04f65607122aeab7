"""An export into an object store: `s3://bucket/prefix/`, with the credentials and servers that reading from one has."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from demarche.model import StoreError
from demarche.publish.exports.arrow import needed


@contextmanager
def sent(place: str) -> Iterator[Path]:
    """A folder whose files go to the place when the block ends well. Objects that are there already are replaced."""
    fs = needed("pyarrow.fs", "cluster")
    with TemporaryDirectory(prefix="demarche-") as folder:
        yield Path(folder)
        try:
            system, path = fs.FileSystem.from_uri(place)
            fs.copy_files(folder, path, source_filesystem=fs.LocalFileSystem(), destination_filesystem=system)
        except (OSError, ValueError) as e:
            raise StoreError(f"{place} cannot be written: {' '.join(str(e).split())[:200]}") from e
