"""A piece of HTML as feeds and mails carry it -> its text: one paragraph a block, all of it kept."""

import re

from lxml import etree, html

from demarche.model import BadInput
from demarche.sources.page.tree import Tree, parsed_text

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
        "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_UNSEEN = ("script", "style", "head", "template", "noscript", "title")
_TAG = re.compile(r"<\w[^>]*>|</\w+>|&\w+;|&#\d+;")


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML; what holds no markup stays as it is."""
    if not _TAG.search(fragment):
        return fragment.strip()
    try:
        tree = parsed_text(f"<div>{fragment}</div>")
    except BadInput:
        return ""
    return tree_text(tree)


def tree_text(tree: Tree) -> str:
    """The words of a tree, its blocks parted by blank lines."""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    for element in tree.iter(*_BLOCKS):
        element.text = f"\n{element.text or ''}"
        element.tail = f"\n{element.tail or ''}"
    lines = (" ".join(line.split()) for line in str(html.tostring(tree, method="text", encoding="unicode")).split("\n"))
    return "\n\n".join(line for line in lines if line)
