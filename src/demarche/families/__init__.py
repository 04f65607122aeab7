"""Documents into families: which texts are copies, rewrites or revisions of one, and what was altered between them."""

from demarche.families.beside import Beside, beside
from demarche.families.changes import differences
from demarche.families.find import compared, families, likeness

__all__ = ["Beside", "beside", "compared", "differences", "families", "likeness"]
