"""The page: the built files that the package carries, and the same page for every address that is not the API's."""

import gzip
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from mimetypes import guess_type
from pathlib import Path

from litestar import Response, get

from demarche.publish.api.problems import Asked, Missing

FOREVER = "public, max-age=31536000, immutable"
"""Files whose names carry a digest of their content never change."""


def dist() -> Traversable:
    """Where the built page lies."""
    return files("demarche.publish").joinpath("web", "dist")


@get(["/", "/{path:path}"], sync_to_thread=False, include_in_schema=False)
def page(request: Asked, path: Path | None = None) -> Response[bytes]:
    """A file of the page, or the page itself for an address inside it."""
    parts = [p for p in (path.parts if path else ()) if p != "/"]
    if any(p.startswith(".") for p in parts):
        raise Missing(f"there is no {path}")
    if parts[:1] == ["assets"]:
        return _file(parts, FOREVER, request)
    if parts and "." in parts[-1]:
        return _file(parts, "no-cache", request)
    return _file(["index.html"], "no-cache", request)


def _file(parts: list[str], keep: str, request: Asked) -> Response[bytes]:
    place = dist()
    for part in parts:
        place = place.joinpath(part)
    if not place.is_file():
        raise Missing(f"there is no {'/'.join(parts)}")
    kind = guess_type(parts[-1])[0] or "application/octet-stream"
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    body = place.read_bytes()
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_packed(body), media_type=kind, headers=headers | {"Content-Encoding": "gzip"})
    return Response(body, media_type=kind, headers=headers)


@lru_cache(maxsize=32)
def _packed(body: bytes) -> bytes:
    """Packed once for all who ask."""
    return gzip.compress(body, mtime=0)
