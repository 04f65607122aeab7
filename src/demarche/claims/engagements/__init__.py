"""Calls, meetings, visits, talks: one module for one part of the reading."""

from demarche.claims.engagements.extract import engagements

__all__ = ["engagements"]
