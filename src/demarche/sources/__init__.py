"""Files, folders, addresses -> documents, each with the bytes it came from; or refusals with their reasons."""

from demarche.sources.formats import BUILT_IN, Format, format_named, formats
from demarche.sources.items import Found, Item, Raw
from demarche.sources.publishers import Publisher, publisher
from demarche.sources.reading import read
from demarche.sources.settings import DEFAULT, Settings

__all__ = [
    "BUILT_IN", "DEFAULT", "Format", "Found", "Item", "Publisher", "Raw", "Settings", "format_named", "formats",
    "publisher", "read",
]  # fmt: skip
