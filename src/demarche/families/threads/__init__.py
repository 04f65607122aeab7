"""Families -> threads: independent reports of one event, or of one running story, a level above the family."""

from demarche.families.threads.find import threaded

__all__ = ["threaded"]
