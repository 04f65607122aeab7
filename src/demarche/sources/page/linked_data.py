"""The JSON-LD of a page -> the node that describes its article, and the names and texts in it."""

import html
import json
from collections.abc import Iterator
from typing import Any

from demarche.sources.page.tree import Tree, words_of

Node = dict[str, Any]

_ARTICLE = ("Article", "Posting", "Report")
_WITH_DATES = ("WebPage", "SpeechArticle", "CreativeWork")
_DEEPEST = 12
_LARGEST = 2_000_000


def article_node(tree: Tree) -> Node:
    """The node of the page's article: of several the one whose headline the page shows, else the first; or empty."""
    nodes = [n for script in tree.xpath("//script[contains(@type, 'ld+json')]") for n in _nodes(script.text)]
    articles = [n for n in nodes if _is_a(n, _ARTICLE)]
    shown = {words_of(h).casefold() for h in tree.iter("h1")} | {words_of(t).casefold() for t in tree.iter("title")}
    first = next((n for n in articles if _is_shown(text_of(n, "headline"), shown)), articles[0] if articles else {})
    others = [n for n in nodes if _is_a(n, _WITH_DATES)]
    dated = next((n for n in (*articles, *others) if n.get("datePublished")), {})
    return ({"datePublished": dated["datePublished"]} if dated else {}) | first


def _is_shown(headline: str | None, shown: set[str]) -> bool:
    return bool(headline) and any(headline.casefold() in words for words in shown if headline)


def _is_a(node: Node, endings: tuple[str, ...]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and k.endswith(endings) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _nodes(script: str | None) -> Iterator[Node]:
    if not script or len(script) > _LARGEST:
        return
    try:
        yield from _inside(json.loads(script.strip().removesuffix(";"), strict=False), 0)
    except (ValueError, RecursionError):
        return


def _inside(value: Any, depth: int) -> Iterator[Node]:
    """Every object in a JSON value, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _inside(each, depth + 1)


def text_of(node: Node, key: str) -> str | None:
    """A field that should be a string, its HTML entities resolved; some sites write them even here."""
    value = node.get(key)
    value = value[0] if isinstance(value, list) and value else value
    return html.unescape(value).strip() or None if isinstance(value, str) else None


def name_of(value: Any) -> str | None:
    """The name of a person or organisation, however it is written."""
    return next(names_of(value), None)


def names_of(value: Any) -> Iterator[str]:
    """All names in a field that may hold a string, an object, or several."""
    if isinstance(value, str) and value.strip():
        yield html.unescape(value).strip()
    elif isinstance(value, dict):
        yield from names_of(value.get("name"))
    elif isinstance(value, list):
        for each in value[:20]:
            if not isinstance(each, list):
                yield from names_of(each)
