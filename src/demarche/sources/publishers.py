"""A publisher's name or a page's address -> what kind of source it is, and whose official text it carries.

`lexicon/data/sources/publishers.csv` holds the rows, from general knowledge: a domain stands for its subdomains too.
"""

import re
import unicodedata
from functools import cache
from urllib.parse import urlsplit

from demarche.lexicon.tables import Row, data, load_csv
from demarche.model import BadKnowledge
from demarche.model.values import SourceClass


class Publisher(Row, frozen=True, kw_only=True):
    """One publisher: `official_of` is a country (alpha-3) or an organisation's id, `country` where it is at home."""

    domain: str
    name: str
    aliases: tuple[str, ...] = ()
    source_class: SourceClass
    official_of: str | None = None
    country: str | None = None


_BRACKETED = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_ARCHIVED = re.compile(r"\Ahttps?://(?:web\.archive\.org/web|archive\.(?:ph|today|is))/\d{4,14}[a-z_]*/(?=https?://)")
_DOMAIN = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b")


def publisher(name: str | None = None, url: str | None = None) -> Publisher | None:
    """The publisher of that name (or with that domain in it: "Kremlin (en.kremlin.ru)"), else of that address.

    A site that carries a wire's report says so, and is believed; but nobody is official by saying so: where the
    address is known or belongs to somebody else, only the address makes a text official.
    """
    host = _host(url or "")
    at, said = _by_host(host), _by_name(name or "")
    if said and said.official_of and host and (at is None or at.official_of != said.official_of):
        return at
    return said or at


def _by_name(name: str) -> Publisher | None:
    inside = _BRACKETED.search(name)
    tries = [name, _BRACKETED.sub("", name), inside[1] if inside else ""]
    for words in tries:
        if found := _names().get(_key(words)):
            return found
    hosts = _DOMAIN.findall(name.lower())
    return next((found for host in hosts if (found := _by_host(host))), None)


def _by_host(host: str) -> Publisher | None:
    """By the longest domain that is known: `news.un.org` is `un.org`, `foo.gov.uk` is `gov.uk`."""
    labels = host.lower().strip(".").split(".")
    return next((p for n in range(len(labels) - 1) if (p := _domains().get(".".join(labels[n:])))), None)


def _host(url: str) -> str:
    try:
        return urlsplit(_ARCHIVED.sub("", url)).hostname or ""
    except ValueError:
        return ""


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 2 else words)


@cache
def publishers() -> tuple[Publisher, ...]:
    """Every known publisher, sorted by domain."""
    return load_csv(data("sources", "publishers.csv"), Publisher)


@cache
def _domains() -> dict[str, Publisher]:
    return {p.domain: p for p in publishers()}


@cache
def _names() -> dict[str, Publisher]:
    found: dict[str, Publisher] = {}
    for row in publishers():
        for name in (row.name, *row.aliases):
            other = found.setdefault(_key(name), row)
            if (other.source_class, other.official_of) != (row.source_class, row.official_of):
                raise BadKnowledge("publishers.csv", name, f"stands for both {other.domain} and {row.domain}")
    return found
