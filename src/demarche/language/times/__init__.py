"""Expressions of time, resolved to calendar days against the day of publication."""

from demarche.language.times.find import find

__all__ = ["find"]
