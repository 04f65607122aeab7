"""The tree of a page -> what it says about itself: title, author, publisher, dates, address.

JSON-LD first, then the `meta` elements of OpenGraph, Dublin Core and their kin, then marked-up elements of the page.
"""

import re
from collections.abc import Iterator

import msgspec

from demarche.model.values import DateBasis
from demarche.sources.dates import day, moment
from demarche.sources.page.linked_data import Node, article_node, name_of, names_of, text_of
from demarche.sources.page.tree import Tree, words_of

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date",
    "publication_date", "published_time", "parsely-pub-date", "sailthru.date", "article.published", "date",
    "cxenseparse:recs:publishtime", "citation_publication_date", "bt:pubdate", "shareaholic:article_published_time",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_AUTHOR = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "byl")
_PUBLISHER = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "article:publisher")
_ABOUT = ("og:description", "description", "twitter:description", "dc.description", "dcterms.description")
_SPACED = re.compile(r"\s+")
_URL = re.compile(r"https?://", re.IGNORECASE)


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says about itself; `body` is the article's text where JSON-LD carries it, `about` its summaries."""

    title: str | None = None
    titles: tuple[str, ...] = ()
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    basis: DateBasis = "unknown"
    modified: str | None = None
    url: str | None = None
    language: str | None = None
    about: tuple[str, ...] = ()
    body: str = ""


def metadata(tree: Tree) -> Metadata:
    """Everything the page says about itself."""
    node, metas = article_node(tree), _metas(tree)
    titles = tuple(_titles(tree, node, metas))
    published = _first(day, (text_of(node, "datePublished"), *_of(metas, _PUBLISHED), *_times(tree)))
    return Metadata(
        title=titles[0] if titles else None,
        titles=titles,
        author=_author(node, metas),
        publisher=_clean(name_of(node.get("publisher"))) or _first(_no_url, _of(metas, _PUBLISHER)),
        published=published,
        basis="meta" if published else "unknown",
        modified=_first(moment, (text_of(node, "dateModified"), *_of(metas, _MODIFIED))),
        url=_address(tree, metas),
        language=_language(tree, node, metas),
        about=tuple(dict.fromkeys(x for x in _abouts(tree, node, metas) if x)),
        body=text_of(node, "articleBody") or "",
    )


def _metas(tree: Tree) -> dict[str, list[str]]:
    """The contents of all `meta` elements by lower-case name."""
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if value := _clean(meta.get("content")):
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _of(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    return (value for name in names for value in metas.get(name, ()))


def _times(tree: Tree) -> Iterator[str]:
    """Dates of elements that are marked as the publication date."""
    marked = "//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')] | //time[@pubdate]"
    for element in tree.xpath(marked):
        yield element.get("datetime") or element.get("content") or words_of(element)


def _titles(tree: Tree, node: Node, metas: dict[str, list[str]]) -> Iterator[str]:
    """Every wording of the title, the best first: what a reader sees above the article, or its shorter siblings."""
    headings = [words for h in tree.iter("h1") if (words := words_of(h))]
    headline = _clean(text_of(node, "headline"))
    named = [headline, *(_clean(x) for x in _of(metas, _TITLE))]
    seen = [h for h in headings if any(n and (n in h or h in n) for n in named)]
    pages = [words for t in tree.iter("title") if (words := words_of(t))]
    for title in (*seen, *named, *headings[:1], *pages[:1]):
        if title:
            yield title


def _author(node: Node, metas: dict[str, list[str]]) -> str | None:
    named = [n for n in names_of(node.get("author")) if _no_url(n)]
    found = ", ".join(dict.fromkeys(named)) or _first(_no_url, _of(metas, _AUTHOR))
    return re.sub(r"\A[Bb]y\s+", "", found) if found else None


def _abouts(tree: Tree, node: Node, metas: dict[str, list[str]]) -> Iterator[str | None]:
    for element in tree.xpath("//body//*[@itemprop='description' or @itemprop='alternativeHeadline']"):
        yield words_of(element)
    yield _clean(text_of(node, "description"))
    yield _clean(text_of(node, "alternativeHeadline"))
    yield from _of(metas, _ABOUT)


def _address(tree: Tree, metas: dict[str, list[str]]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    every = (*links, *metas.get("og:url", ()))
    return next((url.strip() for url in every if url and _URL.match(url.strip())), None)


def _language(tree: Tree, node: Node, metas: dict[str, list[str]]) -> str | None:
    for code in (
        tree.get("lang"),
        text_of(node, "inLanguage"),
        *metas.get("og:locale", ()),
        *metas.get("language", ()),
    ):
        if m := re.match(r"([A-Za-z]{2,3})(?:[-_]|\Z)", (code or "").strip()):
            return m[1].lower()
    return None


def _no_url(value: str | None) -> str | None:
    return value if value and not _URL.match(value) and value[0] != "@" and len(value) <= 200 else None


def _clean(value: str | None) -> str | None:
    return _SPACED.sub(" ", value).strip() or None if value else None


def _first(read: object, values: object) -> str | None:
    return next((found for v in values if (found := read(v))), None)  # type: ignore[attr-defined,operator]
