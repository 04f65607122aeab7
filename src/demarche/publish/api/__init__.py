"""The API and the page: the record over HTTP, for programs and for people; see `docs/api.md`.

app(House(store=..., access=Access(...), duties=...))     an ASGI application
"""

from demarche.publish.api.access import Access
from demarche.publish.api.app import app
from demarche.publish.api.duties import Duties, House

__all__ = ["Access", "Duties", "House", "app"]
