"""Parsed -> Claim: what one document says, each claim with the exact words it came from.

An extractor is a generator over the scenes of a document. To add one, write a module with one generator function and
add a line to `EXTRACTORS`; outside packages use the entry point `demarche.extractors`.
"""

from demarche.claims.extractors import EXTRACTORS, Extractor, claims

__all__ = ["EXTRACTORS", "Extractor", "claims"]
