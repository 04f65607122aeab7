"""Where a list goes on: the place of the last item given, as a short opaque word that an address can carry."""

import base64
import binascii

import msgspec

from demarche.model import UsageError

DIGITS = 12
_decoder = msgspec.json.Decoder(tuple[str, ...])


def cursor(*place: str) -> str:
    """The word for a place in an order."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def counted(word: str | None) -> tuple[int, str] | None:
    """The place in an order whose first part is a number."""
    found = place(word, 2)
    if found is None:
        return None
    if not found[0].isdecimal() or len(found[0]) > DIGITS:
        raise UsageError(f"{word!r} is the cursor of another list")
    return int(found[0]), found[1]


def place(word: str | None, parts: int) -> tuple[str, ...] | None:
    """The place that a word stands for."""
    if not word:
        return None
    try:
        found = _decoder.decode(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)))
    except (binascii.Error, ValueError, msgspec.MsgspecError) as e:
        raise UsageError(f"{word!r} is no cursor; take `next` of the page before as it is") from e
    if len(found) != parts or "\x00" in "".join(found):
        raise UsageError(f"{word!r} is the cursor of another list")
    return found
