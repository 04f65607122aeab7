"""The tree of a page -> the article in it, with what the page says about it."""

import copy
import logging
import re
from urllib.parse import urlsplit

import msgspec
from htmldate import find_date

from demarche.model import BadInput
from demarche.model.values import DateBasis
from demarche.sources.boilerplate import marked
from demarche.sources.dates import day
from demarche.sources.page.body import folded, paragraphs
from demarche.sources.page.metadata import Metadata, metadata
from demarche.sources.page.prune import prune
from demarche.sources.page.tree import Tree, words_of

logging.getLogger("htmldate").addHandler(logging.NullHandler())

_DATED_PATH = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")
_NOT_TEXT = frozenset({"teaser", "comment_form", "newsletter", "share", "legal", "advert", "donation", "furniture"})
"""Kinds that extraction leaves out where they fill a paragraph; credits and captions stay, marked."""
_MORE = re.compile(r"more(?: from)? (.{2,40})", re.IGNORECASE)
_BODY = 0.5
"""A list of other articles cuts the text short where it stands in the second half."""
_LEAD_SHORTEST, _LEAD_LONGEST = 30, 600


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The text of an article and the page's own account of it."""

    text: str
    about: Metadata


def article(tree: Tree, url: str | None = None) -> Article:
    """The article of a page."""
    about = metadata(tree)
    published, basis = _published(about, tree, url or about.url)
    body = prune(copy.deepcopy(tree))
    found = _trimmed(paragraphs(body, about.body), about)
    lead = _lead(tree, about, found)
    text = "\n\n".join((*lead, *found))
    if not text.strip():
        raise BadInput("no article text in the page")
    return Article(text=text, about=msgspec.structs.replace(about, published=published, basis=basis))


def _trimmed(found: list[str], about: Metadata) -> list[str]:
    """Without the title above the text and without paragraphs that are page furniture through and through."""
    titles = {folded(t) for t in about.titles}
    while found and folded(found[0]) in titles:
        found = found[1:]
    text = "\n".join(found)
    whole = {(b.start, b.end) for b in marked(text) if b.kind in _NOT_TEXT}
    kept, at = [], 0
    for line in found:
        if at >= _BODY * len(text) and _is_more_of_the_site(line, about):
            break
        if (at, at + len(line)) not in whole:
            kept.append(line)
        at += len(line) + 1
    return kept


def _is_more_of_the_site(line: str, about: Metadata) -> bool:
    """ "More from The Gazette": what follows are other articles, told as prose as often as not."""
    m = _MORE.fullmatch(line)
    if m is None:
        return False
    return line[:10].lower() == "more from " or folded(m[1]) in folded(about.publisher or "")


def _lead(tree: Tree, about: Metadata, found: list[str]) -> list[str]:
    """The standfirst that a page shows above the article, if extraction passed it over."""
    text, titles = folded(" ".join(found)), {folded(t) for t in about.titles}
    for summary in about.about:
        start = folded(summary).rstrip(" .…")
        if folded(summary) in titles or len(start) < _LEAD_SHORTEST or len(summary) > _LEAD_LONGEST:
            continue
        if start[:200] not in text and (shown := _shown(tree, start)):
            return [shown] if folded(shown)[:200] not in text else []
    return []


def _shown(tree: Tree, start: str) -> str | None:
    """The smallest visible element whose words are those of a summary."""
    best = None
    for element in tree.iter("p", "h2", "h3", "h4", "div", "span", "section"):
        words = words_of(element)
        if len(words) <= _LEAD_LONGEST and folded(words).startswith(start) and len(words) <= 1.5 * len(start) + 20:
            best = words
    return best


def _published(about: Metadata, tree: Tree, url: str | None) -> tuple[str | None, DateBasis]:
    """The day of publication: as the page declares it, as its address has it, as its text shows it."""
    if about.published:
        return about.published, "meta"
    if (m := _DATED_PATH.search(_path(url))) and (found := day(f"{m[1]}-{m[2]}-{m[3]}")):
        return found, "url"
    shown = day(find_date(copy.deepcopy(tree), original_date=True, extensive_search=False))
    return (shown, "text") if shown else (None, "unknown")


def _path(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""
