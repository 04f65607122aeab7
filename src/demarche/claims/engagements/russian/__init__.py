"""Engagements in Russian: who plays which part is told by cases and prepositions, the parse only helps."""

from demarche.claims.engagements.russian.extract import russian_engagements

__all__ = ["russian_engagements"]
