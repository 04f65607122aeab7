"""A profile as bytes and back: what a store keeps of a document, so that its text need not be read again."""

from array import array
from typing import Any

import msgspec

from demarche.families.profile import Profile

_ARRAYS = {"words": "I", "bounds": "I", "names": "I", "keys": "Q", "places": "H"}


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """The fields of a profile, numbers packed; little-endian, as every machine that we run on is."""

    id: str
    words: bytes
    bounds: bytes
    names: bytes
    keys: bytes
    places: bytes
    terms: tuple[bytes, bytes]
    quotes: tuple[bytes, ...]
    quoting: tuple[int, ...]
    digest: bytes
    published: str | None
    publisher: str | None
    wire: str | None
    title: str | None
    address: str | None
    source_class: str
    origin: str | None
    fluency: float | None


_PLAIN = ("id", "digest", "published", "publisher", "wire", "title", "address", "source_class", "origin", "fluency")
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Kept)


def packed(profile: Profile) -> bytes:
    """The profile as bytes."""
    numbers = {name: getattr(profile, name).tobytes() for name in _ARRAYS}
    plain = {name: getattr(profile, name) for name in _PLAIN}
    quotes = tuple(quote.tobytes() for quote in profile.quotes)
    codes, weights = profile.terms
    terms = codes.tobytes(), weights.tobytes()
    return _encoder.encode(Kept(**numbers, **plain, terms=terms, quotes=quotes, quoting=tuple(sorted(profile.quoting))))


def unpacked(data: bytes) -> Profile:
    """The profile again."""
    kept = _decoder.decode(data)
    numbers: dict[str, Any] = {name: array(code, getattr(kept, name)) for name, code in _ARRAYS.items()}
    plain: dict[str, Any] = {name: getattr(kept, name) for name in _PLAIN}
    quotes = tuple(array("I", quote) for quote in kept.quotes)
    terms = array("I", kept.terms[0]), array("f", kept.terms[1])
    return Profile(**numbers, **plain, terms=terms, quotes=quotes, quoting=frozenset(kept.quoting))
