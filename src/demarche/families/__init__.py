"""Documents into families: which texts are copies, rewrites or revisions of one, and what was altered between them."""

from demarche.families.changes import differences
from demarche.families.find import families, likeness

__all__ = ["differences", "families", "likeness"]
