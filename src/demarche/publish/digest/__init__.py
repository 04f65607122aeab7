"""An edition -> a text that can be sent: Markdown with footnotes, or one HTML page that needs nothing but itself."""

from demarche.publish.digest.html import html
from demarche.publish.digest.markdown import markdown

__all__ = ["html", "markdown"]
