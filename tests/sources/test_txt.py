"""A plain text keeps every character, and says no more than stands in it."""

from pathlib import Path

import pytest

from demarche.model import sha256
from demarche.sources import Raw
from tests.sources.places import NOW, PROSE, all_of, document, wrote

BODY = f"{PROSE}\n\n{PROSE}More will follow."

CASES = [
    ("glued date", f" date 2022-07-30 WASHINGTON - {BODY}", None, "2022-07-30", "header", None),
    ("no date", f"A title without a stop\n\n{BODY}", "A title without a stop", None, "unknown", None),
    ("a question for a title", f"Who met whom?\n\n{BODY}", "Who met whom?", None, "unknown", None),
    ("prose at once", BODY, None, None, "unknown", None),
    ("only a title", "A title and nothing below", None, None, "unknown", None),
    ("no such day", f" date 2022-13-45 WASHINGTON - {BODY}", None, None, "unknown", None),
    ("a date inside prose", f"A title\n\nOn 30 July 2022 they met. {BODY}", "A title", None, "unknown", None),
    (
        "a dateline of its own",
        f"FOR IMMEDIATE RELEASE\nJuly 30, 2022\nReadout of a call\n\n{BODY}",
        "Readout of a call",
        "2022-07-30",
        "text",
        None,
    ),
    ("published", f"A title\nPublished: 30 July 2022\n\n{BODY}", "A title", "2022-07-30", "text", None),
    ("updated is not published", f"A title\nUpdated: 30 July 2022\n\n{BODY}", "A title", None, "unknown", None),
    (
        "byline",
        f"A title\nBy Jan Muster and Ann Other\n\n{BODY}",
        "A title",
        None,
        "unknown",
        "Jan Muster and Ann Other",
    ),
    ("day before byline", f"date 2022-07-30 A title\n\n{BODY}", "A title", "2022-07-30", "header", None),
]


@pytest.mark.parametrize(
    ("text", "title", "published", "basis", "author"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_a_text_says_of_itself(
    tmp_path: Path, text: str, title: str | None, published: str | None, basis: str, author: str | None
) -> None:
    found = document(wrote(tmp_path, "a.txt", text))
    assert (found.title, found.published, found.published_basis, found.author) == (title, published, basis, author)
    assert found.text == text


def test_the_glued_date_is_boilerplate_up_to_the_first_word(tmp_path: Path) -> None:
    found = document(wrote(tmp_path, "a.txt", f" date 2022-07-30 WASHINGTON - {BODY}"))
    (mark,) = found.boilerplate
    assert (mark.kind, found.text[mark.start : mark.end]) == ("metadata_prefix", "date 2022-07-30")


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "soft\u00adhyphen and\u00a0blank", "\u200bzero", "trailing \n\n"])
def test_the_text_is_verbatim(tmp_path: Path, text: str) -> None:
    assert document(wrote(tmp_path, "a.txt", text.encode())).text == text


def test_a_byte_order_mark_is_no_text_but_stays_in_the_raw_bytes(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + BODY.encode()
    (one,) = all_of(wrote(tmp_path, "a.txt", raw))
    assert isinstance(one, Raw)
    assert one.document.text == BODY
    assert one.raw == raw
    assert one.document.raw_sha256 == sha256(raw)
    assert one.document.retrieved_at == NOW.isoformat()


def test_an_id_is_of_name_and_text_not_of_the_folder(tmp_path: Path) -> None:
    here, there = wrote(tmp_path, "x/a.txt", BODY), wrote(tmp_path, "y/a.txt", BODY)
    other = wrote(tmp_path, "b.txt", BODY)
    assert document(here).id == document(there).id != document(other).id
