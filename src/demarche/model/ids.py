"""Stable ids: made from content at first sight, so that a re-run on another machine gives the same ones."""

import base64
import hashlib


def content_id(prefix: str, *parts: str) -> str:
    """`prefix_` and 16 characters from the SHA-256 of the parts (80 bits: no collision below some 10^11 items)."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    return f"{prefix}_{base64.b32encode(digest[:10]).decode('ascii').lower()}"


def sha256(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def text_sha256(text: str) -> str:
    """The SHA-256 of a text's UTF-8 form, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass"))
