"""Addresses that may be followed from a digest: http and https, and nothing a hostile text could bring."""

from urllib.parse import quote, urlsplit

SAFE = "%/:=&?~#+!$,;@*'-._[]"
"""What stays as it is in an address; blanks, quotes, angle and round brackets become percent codes."""


def followable(url: str | None) -> str | None:
    """The address in a form that no markup breaks out of; null unless it is http or https with a host."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        known = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return quote(url.strip(), safe=SAFE) if known else None
