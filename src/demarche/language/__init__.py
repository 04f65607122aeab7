"""Documents read: sentences, words and trees, who is mentioned, and when. `Reader` is the one door."""

from demarche.language.parse import readable, why_unread
from demarche.language.reader import Reader

__all__ = ["Reader", "readable", "why_unread"]
