"""The tree of a page without what is plainly not its article, before anything tries to find the article.

The tell-tale words of class names are general ones, and an element that holds much of the page's prose, or its
heading, is never taken out by its name: sites put `has-comments` on the body.
"""

import re

from demarche.sources.page.tree import Tree, words_of

_TELLTALE = re.compile(
    r"(?:^|[-_\s])(?:related|recommend(?:ed|ations?)?|recirc(?:ulation)?|popular|most-?(?:read|viewed|popular)|trending"
    r"|newsletters?|promos?|teasers?|read-?more|shar(?:e|ing)|social|comments?|commenting|advert(?:s|isement)?|sponsored"
    r"|outbrain|taboola|more-?(?:from|on|stories)|sign-?up|subscribe|author-?bio|tooltip|popover|hovercard|rollover"
    r"|factbox|breadcrumbs?|cookie-?(?:banner|notice)|paywall-?(?:offer|banner))(?:[-_\s]|$)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text)?|hidden-print)(?:\s|$)", re.IGNORECASE
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_KEPT = frozenset({"html", "body", "head", "article", "main", "script", "link", "meta", "title", "h1", "time"})
_MOST = 0.2
_FULL = 160
_LINK_SHARE = 0.95


def prune(tree: Tree) -> Tree:
    """Take side matter, hidden matter and paragraphs that are one link out of a tree; the tree itself is changed."""
    prose = sum(len(words_of(p)) for p in tree.iter("p")) or 1
    for element in [e for e in tree.iter() if isinstance(e.tag, str) and e.tag not in _KEPT]:
        if _is_beside(element) and (_is_card(element) if _is_inline(element) else _holds_little(element, prose)):
            _drop(element)
    for paragraph in list(tree.iter("p")):
        if _is_pointer(paragraph):
            _drop(paragraph)
    return tree


def _is_beside(element: Tree) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.get("role") == "complementary" or element.tag == "aside" or _TELLTALE.search(named):
        return True
    return bool(_HIDDEN.search(named) or _NOT_SHOWN.search(element.get("style") or "") or "hidden" in element.attrib)


def _holds_little(element: Tree, prose: int) -> bool:
    """Little of the page's prose, no full paragraph of it, and not the heading."""
    inside = [len(words_of(p)) for p in element.iter("p")]
    return sum(inside) <= _MOST * prose and max(inside, default=0) < _FULL and next(element.iter("h1"), None) is None


def _is_inline(element: Tree) -> bool:
    return next(element.iterancestors("p"), None) is not None


def _is_card(element: Tree) -> bool:
    """Inside a sentence: a card that pops up over a name, with several links; the name itself stays."""
    return len(element.findall(".//a")) > 1 and not any(_is_beside(e) and len(e.findall(".//a")) > 1 for e in element)


def _is_pointer(paragraph: Tree) -> bool:
    """A paragraph that is nothing but a link and ends without a stop points to another article."""
    words = words_of(paragraph)
    linked = sum(len(words_of(a)) for a in paragraph.iter("a"))
    return bool(words) and linked >= _LINK_SHARE * len(words) and not words.endswith((".", "”", '"', "?", "!"))


def _drop(element: Tree) -> None:
    """Remove an element but keep the words that follow it."""
    if element.getparent() is not None:
        element.drop_tree()
