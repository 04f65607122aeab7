"""A fingerprint is another as soon as any file of the package is, and only then."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from demarche.engine.fingerprint import fingerprint


@pytest.fixture
def package(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "fingerprinted"
    (folder / "data").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "data" / "words.csv").write_text("call\n")
    sys.path.insert(0, str(tmp_path))
    yield folder
    sys.path.remove(str(tmp_path))
    sys.modules.pop("fingerprinted", None)


def again() -> str:
    fingerprint.cache_clear()
    return fingerprint("fingerprinted")


def test_it_follows_code_and_data(package: Path) -> None:
    first = again()
    assert again() == first
    (package / "data" / "words.csv").write_text("calls\n")
    second = again()
    assert second != first
    (package / "more.py").write_text("")
    third = again()
    assert third not in (first, second)
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "more.pyc").write_bytes(b"1")
    (package / "data" / "model.onnx").write_bytes(b"1")
    assert again() == third


def test_one_module_will_do() -> None:
    assert fingerprint("demarche.engine.plan") != fingerprint("demarche.engine.marks")
