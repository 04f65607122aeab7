"""`s3://bucket/key` -> an item, `s3://bucket/prefix/` -> all items under it, in the order of their keys.

Credentials and another server than Amazon's come from where every S3 client looks (AWS_ACCESS_KEY_ID,
AWS_ENDPOINT_URL, ~/.aws), or from the address: `?endpoint_override=127.0.0.1:9000&scheme=http`. It goes through
pyarrow, which the Parquet format needs anyway; with it come Google's `gs://` and local `file://`.
"""

import io
import re
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from typing import Any

from demarche.model import Reject
from demarche.sources.items import Item, refused
from demarche.sources.settings import Settings

_BUCKET = re.compile(r"(?:s3|gs|gcs|file)://", re.IGNORECASE)


def is_bucket(place: str) -> bool:
    """Is it an address in an object store?"""
    return _BUCKET.match(place) is not None


def objects(place: str, settings: Settings) -> Iterator[Item | Reject]:
    """The object at an address, or all objects under it; a listing that breaks off is told and ends there."""
    if find_spec("pyarrow") is None:
        yield refused(place, "object stores need pyarrow: pip install 'demarche[cluster]'")
        return
    from pyarrow import ArrowInvalid

    try:
        system, infos = _listed(place)
    except (OSError, ArrowInvalid) as e:
        yield refused(place, f"cannot be listed: {_why(e)}")
        return
    if not infos:
        yield refused(place, "not there")
    base = place.partition("://")[0]
    for info in infos:
        yield Item(
            source=f"{base}://{info.path.lstrip('/')}" if base != "file" else f"file://{info.path}",
            name=info.base_name,
            open=partial(_opened, system, info.path),
            retrieved_at=settings.clock().isoformat(timespec="seconds"),
        )


def _listed(place: str) -> tuple[Any, list[Any]]:
    from pyarrow import fs

    system, path = fs.FileSystem.from_uri(place)
    found = system.get_file_info(path)
    if found.type == fs.FileType.File:
        return system, [found]
    under = system.get_file_info(fs.FileSelector(path, recursive=True, allow_not_found=True))
    files = (info for info in under if info.type == fs.FileType.File and info.size)
    return system, sorted((f for f in files if not f.base_name.startswith((".", "_"))), key=lambda f: str(f.path))


def _opened(system: Any, path: str) -> io.BufferedReader:
    """A reader that can also go back and forth, as Parquet's must; read ahead by the megabyte, for each ask costs."""
    return io.BufferedReader(system.open_input_file(path), 1 << 20)


def _why(error: Exception) -> str:
    return re.sub(r"\s+", " ", str(error))[:200]
