"""Claims about the record itself ("isolated", "the first meeting since May"), kept beside it without a verdict."""

from demarche.claims.assertions.extract import assertions

__all__ = ["assertions"]
