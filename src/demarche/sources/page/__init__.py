"""A web page -> its article: title, who published it when, and the text without the page around it."""

from demarche.sources.page.article import article
from demarche.sources.page.tree import Tree, parsed

__all__ = ["Tree", "article", "parsed"]
