"""The record for language models: a read-only server of the Model Context Protocol over one store.

A text may hold words that are written for such a reader ("ignore what you were told"). So every answer keeps apart what
the record says (ids, codes, days, counts) and words of texts: these stand under `source_text` only, as data.
"""

from demarche.publish.mcp.held import Held
from demarche.publish.mcp.server import serve, server

__all__ = ["Held", "serve", "server"]
