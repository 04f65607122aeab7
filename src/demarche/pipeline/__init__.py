"""The order of the stages: bytes -> Document -> Family -> Parsed -> Claim -> Record -> Measure, into one store.

Every stage leaves in the store what it made and a mark of what it was made by and from. A run that was stopped goes
on where it stood, and one with nothing new to read does nothing. `stages` holds the order; beside it one module brings
each stage's nouns up to date: `intake` (documents), `families`, `claims` (with `reader`, the work of a worker),
`records`, `accounts`. `log` is the run's entry in the store, `report` what came of it.
"""

from demarche.pipeline.accounts import material
from demarche.pipeline.claims import MANY
from demarche.pipeline.intake import BATCH, add, follow
from demarche.pipeline.log import Tell
from demarche.pipeline.reader import Told, reader_version, reading
from demarche.pipeline.report import Report, together
from demarche.pipeline.stages import judged, process

__all__ = [
    "BATCH", "MANY", "Report", "Tell", "Told", "add", "follow", "judged", "material", "process", "reader_version",
    "reading", "together",
]  # fmt: skip
