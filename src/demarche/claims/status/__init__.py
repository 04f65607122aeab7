"""Did it happen? One reading of tense, modality, negation and embedding words, for every kind of event.

The status is never raised above what the words support: what is only planned, wanted or held possible stays so.
Inside a sentence the reading goes from the word itself up the chain of words that govern it, and the signature of
each (`lexicon/data/status/embedding.csv`) says what becomes of what it governs. After the factuality profiles of
FactBank (Saurí and Pustejovsky 2009) and the polarity signatures of Nairn, Condoravdi and Karttunen (2006).
"""

from demarche.claims.status.label import factuality
from demarche.claims.status.reading import clause_status, event_status, noun_status, status_at

__all__ = ["clause_status", "event_status", "factuality", "noun_status", "status_at"]
