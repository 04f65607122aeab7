"""The page in a real browser, over a store of the demo's texts and some hostile ones, served on loopback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from demarche import pipeline
from demarche.demo import corpus_paths
from demarche.store import Store

CHROMIUM = os.environ.get("DEMARCHE_TEST_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
TOKEN = "a-token-for-the-tests-of-the-page"
HOSTILE = (
    "Norwegian Foreign Minister Espen Barth Eide met German Foreign Minister Annalena Baerbock in Oslo on Monday. "
    "<script>document.title='taken'</script> <img src=x onerror=\"document.title='taken'\"> "
    "<a href=\"javascript:document.title='taken'\">a link</a> \u202eturned around\u202c 😀 乌克兰 وزارة الخارجية "
    "Eide called the talks “useful 👍 and frank”, he said."
)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page; the server is a process of its own."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: apt-get install chromium, or name one in DEMARCHE_TEST_CHROMIUM")
    folder = tmp_path_factory.mktemp("page")
    (folder / "hostile.jsonl").write_bytes(
        msgspec.json.encode({"text": HOSTILE, "title": "<b onclick=alert(1)>Oslo</b>", "date": "2024-03-04",
                             "url": "javascript:alert(1)", "publisher": "<i>Desk</i>"})
    )  # fmt: skip
    with Store(folder / "demarche.db") as store:
        pipeline.add(store, [*corpus_paths(), folder / "hostile.jsonl"])
        pipeline.process(store, workers=1)
    yield from _serving(folder / "demarche.db")


def _serving(store: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "demarche", "serve", "--store", str(store), "--port", "0", "--json"]
    environment = {**os.environ, "DEMARCHE_TOKEN": TOKEN}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            assert process.stdout is not None
            yield str(msgspec.json.decode(process.stdout.readline())["address"]).rstrip("/")
        finally:
            process.terminate()
