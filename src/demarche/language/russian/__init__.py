"""Russian, read by natasha (the extra `demarche[ru]`): sentences and words, then who is mentioned and when."""

from demarche.language.russian.backend import Russian
from demarche.language.russian.mentions import find as mentions
from demarche.language.russian.times import find as times

__all__ = ["Russian", "mentions", "times"]
