"""Positions: who is for what, against it, or keeps out of it."""

from demarche.claims.positions.extract import positions

__all__ = ["positions"]
