"""Claims -> records: what many texts say of one engagement or act becomes one record, with all its witnesses.

`tellings` reduces each claim to what can be compared, `blocking` finds the pairs worth comparing, `compatibility` says
what speaks for and against a pair, `clusters` groups, `merge` writes the record (`parties`, `status`, `origins`,
`accounts`, `identity`, `evidence` its parts). `earlier` keeps what did not change, `judged` sets what people corrected,
`parts` links what took place inside something larger; `comparison` holds the accounts of two sides against each other.
"""

from demarche.records.blocking import blocks
from demarche.records.comparison import Comparison, Material, compare, differences
from demarche.records.earlier import NOTHING, Earlier
from demarche.records.explanation import Explanation, explain
from demarche.records.judged import FIELDS, evidence_digest, field_json, judged_value
from demarche.records.parts import linked
from demarche.records.questions import Question, questions
from demarche.records.relinking import relinked, spots
from demarche.records.renewal import Renewed, renewed
from demarche.records.tellings import Telling, tellings
from demarche.records.update import Updated, records, updated
from demarche.records.world import Memory, World, meant

__all__ = [
    "FIELDS", "NOTHING", "Comparison", "Earlier", "Explanation", "Material", "Memory", "Question", "Renewed", "Telling",
    "Updated", "World", "blocks", "compare", "differences", "evidence_digest", "explain", "field_json", "judged_value",
    "linked", "meant", "questions", "records", "relinked", "renewed", "spots", "tellings", "updated",
]  # fmt: skip
