"""The bytes of a page -> its tree, within the parser's limits.

libxml2 gives up a page that nests deeper than 256 elements, and lxml recovers what stands before; half an article is
worse than none, so that such a page is refused. External entities are never fetched: the HTML parser has none.
"""

import re
from typing import Any

from lxml import etree, html

from demarche.model import BadInput
from demarche.text import decoded, line_ends, printable

Tree = Any
"""An `lxml.html.HtmlElement`; lxml has no types of its own."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.-]+)")
_CONTROL_REFERENCE = re.compile(r"&#(?:0*(\d{1,3})|[xX]0*([0-9a-fA-F]{1,2}));")
_NO_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")
_HEAD = 4096


def parsed(raw: bytes, charset: str | None = None) -> Tree:
    """The tree of a page; `charset` is what came with it, and is believed before what it says itself."""
    return parsed_text(decoded(raw, charset or _declared(raw)).text)


def parsed_text(page: str) -> Tree:
    """The tree of a page that is text already."""
    clean = _CONTROL_REFERENCE.sub(_legal, _NO_XML.sub("", line_ends(page).then(printable).text))
    if not clean.strip():
        raise BadInput("empty")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as e:
        raise BadInput(f"no page: {e}") from e
    if limit := next((e for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT"), None):
        raise BadInput(f"beyond the parser's limits (nested too deeply, or one text too long): {limit.message}")
    return tree


def _legal(reference: re.Match[str]) -> str:
    """A character reference, unless it stands for a control character, which lxml would take in but not give back."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return "" if code < 32 and code not in (9, 10, 13) else reference[0]


def words_of(element: Tree) -> str:
    """The text inside an element, its white space evened out."""
    return " ".join("".join(element.itertext()).split())


def _declared(raw: bytes) -> str | None:
    found = _CHARSET.search(raw, 0, _HEAD) or _XML_ENCODING.match(raw)
    return found[1].decode("ascii", "replace") if found else None
