"""The front door for programs: what `import demarche` gives. It stands beside the command line, over everything.

read     texts -> what each says, one by one; nothing is kept
run      texts -> a store with the record, and a `Desk` over it
open     a store that is there -> a `Desk`
query    a question to a store -> an `Answer`: nouns, or tables for pandas, polars, Arrow
"""

from demarche.desk.answer import Answer
from demarche.desk.desk import Desk, open, query, run
from demarche.desk.heard import Heard, read

__all__ = ["Answer", "Desk", "Heard", "open", "query", "read", "run"]
