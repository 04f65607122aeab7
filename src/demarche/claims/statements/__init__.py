"""Who said what: direct, indirect and mixed statements with their cue and source."""

from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.extract import statements
from demarche.claims.statements.omissions import silences
from demarche.claims.statements.quotes import Quoted, quoted
from demarche.claims.statements.russian import russian_statements
from demarche.claims.statements.wide import Reading, attributed

__all__ = ["Attributed", "Quoted", "Reading", "attributed", "quoted", "russian_statements", "silences", "statements"]
