"""The bytes of a feed, a sitemap or an index of sitemaps -> the pages they name, each with a mark of its version."""

import hashlib
from typing import Literal

import msgspec
from lxml import etree

from demarche.model import BadInput
from demarche.sources.feed import feed_of, text_of

_MOST = 50_000
"""Entries of one file; sitemaps may not have more (sitemaps.org)."""


class Entry(msgspec.Struct, frozen=True):
    """A page, or a further sitemap. `version` changes when the site says that what is there has changed."""

    address: str
    version: str
    kind: Literal["page", "sitemap"] = "page"


def entries(raw: bytes) -> list[Entry]:
    """What a feed or sitemap names, each address once: the first entry stands."""
    found = _sitemap(raw) if is_sitemap(raw) else _feed(raw)
    return list({entry.address: entry for entry in reversed(found[:_MOST])}.values())[::-1]


def is_sitemap(raw: bytes) -> bool:
    """Is it a sitemap or an index of them, rather than a feed?"""
    head = raw[:2000].lower()
    return b"<urlset" in head or b"<sitemapindex" in head


def _sitemap(raw: bytes) -> list[Entry]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as e:
        raise BadInput(f"no sitemap that can be read: {e}") from e
    index = etree.QName(root).localname == "sitemapindex"
    given = ({etree.QName(x).localname: (x.text or "").strip() for x in node if x.tag is not etree.Comment}
             for node in root if isinstance(node.tag, str))  # fmt: skip
    return [
        Entry(one["loc"], one.get("lastmod", ""), "sitemap" if index else "page")
        for one in given
        if one.get("loc", "").startswith(("http://", "https://"))
    ]


def _feed(raw: bytes) -> list[Entry]:
    """A feed says by its dates that an entry changed, or by other words."""
    found = []
    for entry in feed_of(raw).entries:
        link = entry.get("link")
        if isinstance(link, str) and link.startswith(("http://", "https://")):
            said = "\x1f".join((str(dict.get(entry, "updated") or ""), text_of(entry)))
            found.append(Entry(link, hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]))
    return found
