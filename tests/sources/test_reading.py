"""Folders, loops, duplicates, and every kind of bad input: each is listed with a reason, the good ones are done."""

import gzip
import json
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model import Reject
from demarche.sources import Raw, Settings, html, jsonl, read
from demarche.sources.formats import formats
from demarche.sources.items import Found
from demarche.sources.page import Tree
from demarche.sources.page.article import Article
from tests.sources.places import NOW, PROSE, SETTINGS, SMALL, all_of, documents, reasons, wrote


def test_a_folder_is_read_in_order_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "c.txt"):
        wrote(tmp_path, name, f"{name}: {PROSE}")
    found = documents(tmp_path)
    assert [Path(d.source).relative_to(tmp_path).as_posix() for d in found] == ["a/z.txt", "b.txt", "c.txt"]


def test_one_file_under_two_paths_is_read_once(tmp_path: Path) -> None:
    path = wrote(tmp_path, "a.txt", PROSE)
    (tmp_path / "b.txt").symlink_to(path)
    assert reasons(path, tmp_path / "b.txt", tmp_path) == [f"already read as {path}"] * 3


def test_two_files_with_one_text_are_two_documents(tmp_path: Path) -> None:
    wrote(tmp_path, "a.txt", PROSE)
    wrote(tmp_path, "b.txt", PROSE)
    assert len({d.id for d in documents(tmp_path)}) == 2


def bad_input(folder: Path) -> dict[str, str]:
    """A folder of trouble: file name to a word of the reason it must be refused with."""
    wrote(folder, "empty.txt", b"")
    wrote(folder, "blank.txt", b" \n\n ")
    wrote(folder, "junk.txt", bytes(range(256)) * 20)
    wrote(folder, "picture.html", b"\x89PNG\r\n\x1a\n" + bytes(200))
    wrote(folder, "deep.html", b"<div>" * 15_000 + PROSE.encode())
    wrote(folder, "zeros.gz", gzip.compress(bytes(3_000_000)))
    wrote(folder, "zeros.jsonl.gz", gzip.compress(bytes(3_000_000)))
    wrote(folder, "cut.txt.gz", gzip.compress(PROSE.encode() * 50)[:-20])
    wrote(folder, "long.txt", b"word " * 50_000)
    wrote(folder, "office.docx", b"PK\x03\x04" + bytes(100))
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    return {
        "empty.txt": "empty",
        "blank.txt": "no text",
        "junk.txt": "binary",
        "picture.html": "PNG",
        "deep.html": "nested too deeply",
        "zeros.gz": "larger than the limit",
        "zeros.jsonl.gz": "bomb",
        "cut.txt.gz": "damaged gzip",
        "long.txt": "larger than the limit",
        "office.docx": "zip",
        "loop": "already read",
        "self": "loop",
        "gone.txt": "not there",
        "pipe": "neither a file nor a folder",
    }


def test_each_bad_item_is_listed_with_its_reason_and_the_good_ones_are_done(tmp_path: Path) -> None:
    expected = bad_input(tmp_path)
    wrote(tmp_path, "good.txt", PROSE)
    wrote(tmp_path, "latin.txt", PROSE.encode() + b" caf\xe9")
    found = all_of(tmp_path, settings=SMALL)
    refused = {Path(x.item).name.split(":")[0]: x.reason for x in found if isinstance(x, Reject)}
    assert refused.keys() == expected.keys()
    assert [name for name, word in expected.items() if word not in refused[name]] == []
    assert [Path(x.document.source).name for x in found if isinstance(x, Raw)] == ["good.txt", "latin.txt"]


def test_a_page_that_breaks_a_parser_is_refused_by_its_line_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = f"<html><body><article><p>{PROSE}</p></article></body></html>"
    rows = [{"id": n, "html": page.replace("</p>", f" {n}</p>")} for n in "abc"]
    whole = html.article

    def fragile(tree: Tree, url: str | None) -> Article:
        read = whole(tree, url)
        if read.text.endswith("b"):
            raise AttributeError("'NoneType' object has no attribute 'tag'")
        return read

    monkeypatch.setattr(html, "article", fragile)
    path = wrote(tmp_path, "pages.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    first, refused, last = all_of(path)
    assert isinstance(refused, Reject)
    assert (refused.step, refused.item) == ("sources", f"{path}:2")
    assert refused.reason.startswith("AttributeError: 'NoneType' object has no attribute 'tag' (sources/test_read")
    assert [isinstance(x, Raw) for x in (first, last)] == [True, True]


def test_what_stands_before_a_break_is_not_lost_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = jsonl.found_in

    def fragile(raw: bytes, mark: str) -> Found:
        if mark == ":2":
            raise IndexError("list index out of range")
        return whole(raw, mark)

    monkeypatch.setattr(jsonl, "found_in", fragile)
    path = wrote(tmp_path, "a.jsonl", "".join(json.dumps({"id": n, "text": PROSE}) + "\n" for n in "abc"))
    first, refused = all_of(path)
    assert isinstance(first, Raw)
    assert isinstance(refused, Reject)
    assert (refused.item, refused.reason.split(" (")[0]) == (str(path), "IndexError: list index out of range")


def test_what_is_not_there_is_refused() -> None:
    assert reasons("/no/such/place", "nul\x00byte") != []


def test_folders_nested_beyond_the_limit_are_refused(tmp_path: Path) -> None:
    wrote(tmp_path, "a/b/c/d.txt", PROSE)
    assert "folders deep" in reasons(tmp_path, settings=Settings(max_folders=2))[0]


def test_memory_stays_bounded_on_a_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    with path.open("wb") as out:
        for _ in range(50):
            out.write(b"x" * 1_000_000)
        out.write(b'\n{"text": "The end was reached."}\n')
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused, last = all_of(path, settings=Settings(clock=lambda: NOW, max_bytes=2_000_000))
    assert isinstance(refused, Reject)
    assert isinstance(last, Raw)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000


def test_reading_is_lazy(tmp_path: Path) -> None:
    first = wrote(tmp_path, "a.txt", PROSE)

    def places() -> Iterator[Path]:
        yield first
        raise AssertionError("asked for more than was needed")

    assert isinstance(next(read(places(), settings=SETTINGS)), Raw)


EXTENSIONS = sorted(
    {e for f in formats().values() for e in f.extensions} | {"", ".gz", ".xml", ".json", ".html.gz", ".warc.gz"}
)
PIECES = st.sampled_from(
    [
        b"<html>",
        b"<p>",
        b"\xff\xfe",
        b"%PDF-1.4\n",
        b"WARC/1.0\r\n",
        b"\x1f\x8b\x08",
        b'{"text": ',
        b'"',
        b"\r\n\r\n",
        b"<rss>",
        b"<item>",
        b"Content-Type: multipart/mixed; boundary=x\n",
        b"\x00",
        b"stream",
        b"1 0 obj",
        b"&#1;",
        b"<![CDATA[",
        b"--x\n",
        b"Subject: =?x?q?=?=\n",
        b"Content-Length: 99999\r\n",
        b"HTTP/1.1 200 OK\r\n",
        b"<script type='application/ld+json'>{\"@graph\": [[",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    raw=st.one_of(
        st.binary(max_size=400), st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=12).map(b"".join)
    ),
    extension=st.sampled_from(EXTENSIONS),
)
def test_any_bytes_under_any_name_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, extension: str
) -> None:
    path = wrote(tmp_path_factory.mktemp("fuzz"), f"a{extension}", raw)
    found = all_of(path)
    assert found
    for one in found:
        if isinstance(one, Reject):
            assert one.reason
        else:
            assert one.document.text.strip()
