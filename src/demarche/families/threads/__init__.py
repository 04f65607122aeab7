"""Families -> threads: independent reports of one event, or of one running story, a level above the family."""

from demarche.families.threads.find import threaded
from demarche.families.threads.wording import with_shared_origins

__all__ = ["threaded", "with_shared_origins"]
