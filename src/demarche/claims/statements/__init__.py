"""Who said what: direct, indirect and mixed statements with their cue and source."""

from demarche.claims.statements.continuation import continued
from demarche.claims.statements.extract import statements
from demarche.claims.statements.quotes import Quoted, quoted
from demarche.claims.statements.russian import russian_statements

__all__ = ["Quoted", "continued", "quoted", "russian_statements", "statements"]
