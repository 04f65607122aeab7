"""Documents into families: which texts are copies, rewrites or revisions of one, and what was altered between them."""

from demarche.families.beside import Beside, beside
from demarche.families.carried import FOUND_BY, carried
from demarche.families.changes import differences
from demarche.families.find import compared, families, joined, likeness
from demarche.families.kept import unpacked
from demarche.families.signing import MANY, Signed, sign, signed

__all__ = [
    "FOUND_BY", "MANY", "Beside", "Signed", "beside", "carried", "compared", "differences", "families", "joined",
    "likeness", "sign", "signed", "unpacked",
]  # fmt: skip
