"""Bytes into text: which encoding they are in, or why they are no text at all."""

import codecs
import re

import msgspec
from charset_normalizer import from_bytes

from demarche.model.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"Rar!", "a rar archive"), (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"), (b"SQLite format 3", "a database"), (b"RIFF", "a media file"),
    (b"OggS", "a media file"), (b"ID3", "a media file"), (b"BZh", "a bzip2 file"), (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"), (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 16
_NAMES = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "us-ascii": "windows-1252", "ascii": "windows-1252"}
"""What a page calls Latin-1 or ASCII is windows-1252 in fact (WHATWG Encoding Standard)."""


class Decoded(msgspec.Struct, frozen=True):
    """A text and the encoding it was in; `damaged` counts the characters that stand for bytes nobody could read."""

    text: str
    encoding: str
    damaged: int = 0


def decoded(raw: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text: by their mark, as UTF-8, as declared, or as the likeliest; binary data is refused."""
    if not raw:
        raise BadInput("empty")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _lenient(raw[len(mark) :], encoding)
    wide = _wide(raw)
    if wide:
        return _lenient(raw, wide)
    _refuse_binary(raw)
    return _strict(raw, "utf-8") or _by_name(raw, declared) or _guessed(raw)


def _strict(raw: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeError:
        return None


def _lenient(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    if damaged * 20 > len(text) + 20:
        raise BadInput(f"undecodable: {damaged} of {len(text)} characters are broken {encoding}")
    return Decoded(text, encoding, damaged)


def _by_name(raw: bytes, declared: str | None) -> Decoded | None:
    """By the encoding that a header or the page names, if there is such a one and the bytes agree."""
    try:
        name = codecs.lookup((declared or "").strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if name in ("utf-8", "utf-8-sig", "utf-7", "idna", "punycode") or not _is_text_codec(name):
        return None
    return _strict(raw, _NAMES.get({"iso8859-1": "iso-8859-1"}.get(name, name), name))


def _is_text_codec(name: str) -> bool:
    """`base64` and its like are codecs too, but of no text."""
    return getattr(codecs.lookup(name), "_is_text_encoding", True)


def _guessed(raw: bytes) -> Decoded:
    """Broken UTF-8 where most of it still reads as such, else the likeliest old encoding."""
    text = raw.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    sound = sum(1 for c in text if c > "\x7f") - damaged
    if damaged <= sound:
        return Decoded(text, "utf-8", damaged)
    best = from_bytes(raw[:_SAMPLE]).best()
    if best is not None and (found := _strict(raw, best.encoding)):
        return found
    high = len(raw) - len(raw.translate(None, bytes(range(0x80, 0x100))))
    if high * 4 > len(raw):
        raise BadInput("undecodable: neither UTF-8 nor any other known encoding")
    text = raw.decode("windows-1252", "replace")
    return Decoded(text, "windows-1252", text.count("\ufffd"))


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin text is nought."""
    head = raw[:_SAMPLE]
    half = len(head) // 2
    if half < 8 or len(raw) % 2:
        return None
    low, high = head[1::2].count(0), head[0::2].count(0)
    if low > half * 0.7 and high < half * 0.05:
        return "utf-16-le"
    if high > half * 0.7 and low < half * 0.05:
        return "utf-16-be"
    return None


def _refuse_binary(raw: bytes) -> None:
    for magic, name in _BINARY:
        if raw.startswith(magic):
            raise BadInput(f"binary: {name}")
    controls = len(_CONTROLS.findall(raw[:_SAMPLE]))
    if controls * 50 > min(len(raw), _SAMPLE):
        raise BadInput("binary: no text in any known form")
