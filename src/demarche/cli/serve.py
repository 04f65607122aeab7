"""`demarche serve`: the page and the API, once they are there."""

from demarche.cli.options import AsJson, StoreAt
from demarche.model import DemarcheError


def serve(store: StoreAt = None, as_json: AsJson = False) -> None:
    """Serve the page and the API (not there yet)."""
    raise DemarcheError("serve is not there yet; `demarche digest -f html -o digest.html PATH…` writes a page to open")
