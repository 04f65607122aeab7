"""Calls, meetings, visits, talks: one module for one part of the reading."""

from demarche.claims.engagements.extract import engagements
from demarche.claims.engagements.titles import from_title

__all__ = ["engagements", "from_title"]
