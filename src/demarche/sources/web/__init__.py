"""An address on the web -> an item that waits to be read, fetched politely and never from inside the house."""

from demarche.sources.web.fetch import is_address, pages

__all__ = ["is_address", "pages"]
