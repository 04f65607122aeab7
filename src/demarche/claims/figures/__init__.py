"""Figures: the numbers that a text gives, with their unit, what they count, their period and their source."""

from demarche.claims.figures.extract import figures

__all__ = ["figures"]
