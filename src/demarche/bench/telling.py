"""What the stages find in many documents, for the tasks that ask the whole pipeline."""

from collections.abc import Iterable

from demarche.engine import Each, cores, run
from demarche.model import Claim, Document
from demarche.pipeline import MANY, Told, reading


def claims_of(documents: Iterable[Document]) -> dict[str, tuple[Claim, ...]]:
    """What each document says, by its id; many are read by several processes, as the pipeline does."""
    asked = list(documents)
    engine = "pool" if len(asked) >= MANY and cores() > 1 else "local"
    told = run((Each("claims", reading, gives=Told),), asked, engine=engine)
    return {each.document: each.claims for each in told if isinstance(each, Told)}
