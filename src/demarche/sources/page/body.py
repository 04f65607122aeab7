"""The tree of a page -> the paragraphs of its article.

trafilatura finds them (Barbaresi 2021, https://aclanthology.org/2021.acl-demo.15/). It stops short where a site parts
one article over several boxes; so paragraphs in boxes of the same kind (same element, same class) as those it found
are put back in their places. Where a page builds its article by script only, the text in its JSON-LD serves.
"""

import copy
import logging
import re
from collections import Counter

import trafilatura

from demarche.sources.page.tree import Tree, words_of

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # else every empty page goes to stderr

_OUTSIDE = frozenset({"nav", "footer", "aside", "form", "figure", "figcaption", "button", "template", "noscript"})
_SHORTEST = 60
_EDGE = 6
_COVERED = 0.7
_SCRIPTED = 1000

Kind = tuple[str, str]


def paragraphs(tree: Tree, linked_body: str = "") -> list[str]:
    """The paragraphs of the article, in their order."""
    found = _completed(tree, _by_trafilatura(tree))
    if len(linked_body) > max(_SCRIPTED, 3 * sum(map(len, found))):
        return [line.strip() for line in linked_body.splitlines() if line.strip()]
    return found


def folded(words: str) -> str:
    """Words only, in lower case: for comparing what a page says twice."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _by_trafilatura(tree: Tree) -> list[str]:
    got = trafilatura.bare_extraction(copy.deepcopy(tree), include_comments=False, with_metadata=False)
    text = "" if got is None or isinstance(got, dict) else got.text or ""
    return [line for raw in text.splitlines() if (line := raw.strip())]


def _completed(tree: Tree, found: list[str]) -> list[str]:
    """With the paragraphs that stand in boxes like those of most of the prose found."""
    places = {folded(line): n for n, line in enumerate(found)}
    every = [(p, words_of(p)) for p in tree.iter("p") if not _is_outside(p)]
    alike = _alike([(p, words) for p, words in every if folded(words) in places], every)
    covered = sum(len(w) for _, w in alike if folded(w) in places)
    if covered < _COVERED * sum(map(len, found)):
        return found
    text = folded(" ".join(found))
    after: dict[int, list[str]] = {}
    place = -1
    for _, words in alike:
        place = places.get(folded(words), place)
        if len(words) >= _SHORTEST and words[0] not in "<&" and not _is_told(folded(words).split(), text):
            after.setdefault(place, []).append(words)
    return [*after.get(-1, ()), *(line for n, one in enumerate(found) for line in (one, *after.get(n, ())))]


def _is_told(words: list[str], text: str) -> bool:
    """Does the text have the beginning or the end of a paragraph? Cards over names make the middle differ."""
    return " ".join(words[:_EDGE]) in text or " ".join(words[-_EDGE:]) in text


def _alike(known: list[tuple[Tree, str]], every: list[tuple[Tree, str]]) -> list[tuple[Tree, str]]:
    """The paragraphs whose box is of the commonest kind among the known ones, and inside the same articles."""
    kinds: Counter[Kind] = Counter()
    for paragraph, words in known:
        kinds[_kind(paragraph)] += len(words)
    main = next((kind for kind, _ in kinds.most_common(1) if kind[1]), None)
    articles = {_article(p) for p, _ in known}
    return [(p, w) for p, w in every if _kind(p) == main and _article(p) in articles]


def _kind(paragraph: Tree) -> Kind:
    box = paragraph.getparent()
    return (str(box.tag), box.get("class") or box.get("itemprop") or "") if box is not None else ("", "")


def _article(paragraph: Tree) -> Tree | None:
    return next(paragraph.iterancestors("article"), None)


def _is_outside(element: Tree) -> bool:
    return any(e.tag in _OUTSIDE for e in (element, *element.iterancestors()))
