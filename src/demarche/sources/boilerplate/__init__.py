"""Stretches of a text that are no part of the article: marked, never deleted."""

from demarche.sources.boilerplate.marks import marked
from demarche.sources.boilerplate.rules import Rules, rules

__all__ = ["Rules", "marked", "rules"]
