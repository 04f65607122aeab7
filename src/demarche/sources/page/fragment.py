"""A piece of HTML as feeds and mails carry it -> its text: one paragraph a block, all of it kept."""

import re
from collections.abc import Iterator

from lxml import etree

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
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pieces(tree: Tree) -> Iterator[str]:
    """All text in order, a line feed at both ends of each block, blanks for the line feeds of the source."""
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "\n"
        words = element.text if event == "start" else element.tail
        yield " ".join((words or "").split("\n"))
