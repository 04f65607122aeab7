"""Which bytes are text, in which encoding, and what is said of those that are not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.model import BadInput
from demarche.text import decoded

SENTENCE = "Çavuşoğlu met Széles in Zürich – “a useful exchange”, he said. "
CASES = [
    (SENTENCE.encode(), None, SENTENCE, "utf-8"),
    (b"\xef\xbb\xbf" + SENTENCE.encode(), None, SENTENCE, "utf-8"),
    (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), None, SENTENCE, "utf-16-le"),
    (SENTENCE.encode("utf-16-be"), None, SENTENCE, "utf-16-be"),
    (
        "The café on the Zürich road — closed.".encode("windows-1252"),
        "iso-8859-1",
        "The café on the Zürich road — closed.",
        "windows-1252",
    ),
    ("Встреча прошла в Москве".encode("koi8-r"), "koi8-r", "Встреча прошла в Москве", "koi8-r"),
    (b"plain", "no-such-charset", "plain", "utf-8"),
    (b"plain", "base64", "plain", "utf-8"),
]


@pytest.mark.parametrize(("raw", "declared", "text", "encoding"), CASES)
def test_decoded(raw: bytes, declared: str | None, text: str, encoding: str) -> None:
    found = decoded(raw, declared)
    assert (found.text, found.encoding, found.damaged) == (text, encoding, 0)


def test_a_few_broken_bytes_do_not_turn_utf8_into_something_else() -> None:
    found = decoded((SENTENCE * 3).encode() + b"\xe2\x80 cut")
    assert found.encoding == "utf-8"
    assert found.damaged == 1
    assert "Çavuşoğlu" in found.text


def test_old_western_text_without_a_declaration() -> None:
    words = "Le Président a reçu le ministre à l’Élysée, où il a été décidé de poursuivre. " * 3
    assert "reçu" in decoded(words.encode("windows-1252")).text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "PNG"),
        (b"PK\x03\x04 and so on", "zip"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 1000, "binary"),
        (b"\xff\xfe" + b"\x00\xd8" * 50, "undecodable"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(raw: bytes, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        decoded(raw)


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "koi8-r", "utf-7", "hex", "\x00", "big5"]))
def test_any_bytes_are_text_or_refused(raw: bytes, declared: str | None) -> None:
    with suppress(BadInput):
        assert isinstance(decoded(raw, declared).text, str)
