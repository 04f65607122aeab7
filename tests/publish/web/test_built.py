"""The page that the package carries is the one its sources make, and small enough to be read over a slow line."""

import gzip
import json
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "web"
DIST = Path(str(files("demarche.publish").joinpath("web", "dist")))
MOST = 700 * 1024
"""Bytes of the whole page, packed."""


def sources() -> list[str]:
    """What `web/seal.mjs` counts, in its order."""
    own = [p.relative_to(WEB).as_posix() for p in (WEB / "src").rglob("*") if p.is_file()]
    return sorted([*own, "index.html", "package-lock.json", "vite.config.ts"])


@pytest.mark.skipif(not (WEB / "src").is_dir(), reason="the sources of the page are not here")
def test_the_built_page_is_that_of_its_sources() -> None:
    digest = sha256()
    for name in sources():
        digest.update(name.encode() + b"\0" + (WEB / name).read_bytes() + b"\0")
    seal = json.loads((DIST / "seal.json").read_text())["sources"]
    assert seal == digest.hexdigest(), "run `npm run build` in web/ and commit what it writes"


def test_the_page_is_small() -> None:
    built = [p for p in DIST.rglob("*") if p.is_file()]
    assert {p.name for p in built} >= {"index.html", "seal.json", "icon.svg"}
    assert sum(len(gzip.compress(p.read_bytes())) for p in built) < MOST


def test_the_page_loads_nothing_from_elsewhere() -> None:
    page = (DIST / "index.html").read_text()
    assert "http://" not in page
    assert "https://" not in page
    assert "<style" not in page
    assert "<script>" not in page
