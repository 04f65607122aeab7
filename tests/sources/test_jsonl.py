"""JSON lines: the given fields stand as given, a broken line costs itself only."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from demarche.model import Reject, document_id
from demarche.sources import Raw
from tests.sources.places import PAGE, PROSE, SMALL, all_of, document, documents, reasons, wrote


def lines(*rows: dict[str, Any] | str) -> str:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows) + "\n"


def test_every_field_of_the_contract(tmp_path: Path) -> None:
    row = {
        "id": "a-1",
        "text": PROSE,
        "url": "https://example.org/1",
        "title": "A title",
        "publisher": "The Gazette",
        "date": "2022-07-29",
        "language": "en",
        "source_class": "analysis",
        "author": ["Jan Muster", "Ann Other"],
        "anything": {"else": 1},
    }
    path = wrote(tmp_path, "a.jsonl", lines(row))
    found = document(path)
    assert found.id == document_id("a-1", PROSE)
    assert (found.source, found.text, found.url) == (f"{path}:1", PROSE, "https://example.org/1")
    assert (found.title, found.publisher, found.author) == ("A title", "The Gazette", "Jan Muster, Ann Other")
    assert (found.published, found.published_basis) == ("2022-07-29", "given")
    assert (found.language, found.source_class, found.official_of) == ("en", "analysis", None)


def test_html_is_read_and_given_fields_are_believed_before_the_page(tmp_path: Path) -> None:
    found = document(wrote(tmp_path, "a.jsonl", lines({"html": PAGE, "title": "Given title", "dct": "2022-07-29"})))
    assert found.title == "Given title"
    assert found.published == "2022-07-29"
    assert PROSE.strip() in found.text


def test_broken_lines_are_refused_by_number_and_the_others_go_on(tmp_path: Path) -> None:
    path = wrote(
        tmp_path,
        "a.jsonl",
        lines(
            {"text": "One. " + PROSE},
            "{broken",
            "",
            {"title": "no text"},
            {"text": 7},
            "[1]",
            "\x00\x01\x02\x03",
            {"text": PROSE, "date": "someday"},
            {"text": PROSE, "source_class": "rumour"},
            "[" * 100_000,
            {"text": "Two. " + PROSE},
        ),
    )
    found = all_of(path)
    assert [x.document.source for x in found if isinstance(x, Raw)] == [f"{path}:1", f"{path}:11"]
    assert [x.item for x in found if isinstance(x, Reject)] == [f"{path}:{n}" for n in (2, 4, 5, 6, 7, 8, 9, 10)]
    assert all(x.reason for x in found if isinstance(x, Reject))


def test_a_line_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    raw = b'{"text": "A meeting in Z\xfcrich, caf\xe9 and all. ' + PROSE.encode() + b'"}\n'
    assert "Zürich, café" in document(wrote(tmp_path, "a.jsonl", raw)).text


def test_gzip_gives_the_same_documents(tmp_path: Path) -> None:
    content = lines({"id": 1, "text": PROSE}, {"id": 2, "text": PROSE}).encode()
    plain = documents(wrote(tmp_path, "a.jsonl", content))
    packed = documents(wrote(tmp_path, "b.jsonl.gz", gzip.compress(content)))
    assert [d.id for d in plain] == [d.id for d in packed]


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    path = wrote(tmp_path, "a.jsonl", lines({"text": "x" * 150_000}, {"text": PROSE}))
    refused, read = all_of(path, settings=SMALL)
    assert isinstance(refused, Reject)
    assert refused.item == f"{path}:1"
    assert "longer than the limit" in refused.reason
    assert isinstance(read, Raw)
    assert read.document.source == f"{path}:2"


@pytest.mark.parametrize(("second", "read"), [({}, 1), ({"publisher": "B"}, 2), ({"date": "2022-01-01"}, 2)])
def test_lines_with_one_text_are_told_apart_by_what_they_say(tmp_path: Path, second: dict[str, str], read: int) -> None:
    found = all_of(wrote(tmp_path, "a.jsonl", lines({"text": PROSE}, {"text": PROSE} | second)))
    assert sum(isinstance(x, Raw) for x in found) == read


def test_the_same_id_and_text_twice_is_read_once(tmp_path: Path) -> None:
    path = wrote(tmp_path, "a.jsonl", lines({"id": "x", "text": PROSE}, {"id": "x", "text": PROSE}))
    assert reasons(path) == [f"already read as {path}:1"]


def test_half_a_surrogate_pair_is_no_text(tmp_path: Path) -> None:
    assert reasons(wrote(tmp_path, "a.jsonl", '{"text": "half \\ud83d of it"}\n'))
