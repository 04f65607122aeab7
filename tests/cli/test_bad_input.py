"""Bad input is a record: exit code 3, each bad item listed with a reason, and the good ones done."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from demarche.cli.output import REFUSED
from demarche.demo import corpus_paths
from tests.cli.conftest import Cli

GOOD = next(path for path in corpus_paths() if "2022-07-29-blinken" in path.name)
TEXT = GOOD.read_text(encoding="utf-8")


def long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"word " * 200_000)


def zeros(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(100):
            file.write(bytes(1_000_000))


def loop(path: Path) -> None:
    os.symlink(path.name, path)


def holder(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


BAD: dict[str, Callable[[Path], object]] = {
    "empty.txt": holder(b""),
    "junk.txt": holder(bytes(range(256)) * 64),
    "junk.html": holder(os.urandom(5000)),
    "long.jsonl": long_line,
    "broken.jsonl": holder(b'{"text": "A call was'),
    "no-text.jsonl": holder(b'{"title": "A call"}\n'),
    "zeros.jsonl.gz": zeros,
    "loop.txt": loop,
    "nested.html": holder(b"<html><body>" + b"<div>" * 5000 + TEXT.encode() + b"</div>" * 5000 + b"</body></html>"),
    "damaged.pdf": holder(b"%PDF-1.4\nnothing more"),
    "damaged.warc": holder(b"WARC/1.0\r\n\r\n"),
}

FINE: dict[str, Callable[[Path], object]] = {
    "good.txt": holder(TEXT.encode()),
    "same.txt": holder(TEXT.encode()),
    "latin.txt": holder("Le président a reçu le ministre à Genève. Talks were held on Monday.".encode("latin-1")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for name, write in (BAD | FINE).items():
        write(mixed / name)
    return mixed


def test_a_mixed_folder(folder: Path, cli: Cli, tmp_path: Path) -> None:
    code, _, err = cli("digest", folder, "-o", "out.md", "--json")
    assert code == REFUSED
    listed = [line for line in err.splitlines() if line.startswith("  ")]
    for name in BAD:
        assert any(name in line and ": " in line for line in listed), f"{name} was not listed\n{err}"
    for name in ("good.txt", "same.txt"):
        assert not any(f"/{name}" in line for line in listed), err
    assert "Blinken" in (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "Traceback" not in err


def test_all_rejects_are_exported(folder: Path, cli: Cli, tmp_path: Path) -> None:
    assert cli("add", folder, "--store", "a.db").code == REFUSED
    assert cli("export", "--store", "a.db", "--to", "out").code == 0
    rejects = (tmp_path / "out" / "rejects.jsonl").read_text(encoding="utf-8")
    assert all(name in rejects for name in BAD)


def test_nothing_good_at_all_is_still_an_answer(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, out, err = cli("digest", "empty.txt")
    assert code == REFUSED
    assert out
    assert "empty.txt" in err
