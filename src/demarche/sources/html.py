"""A web page -> a document: its article, with what the page declares about it."""

from collections.abc import Iterator
from io import BufferedReader

from demarche.engine import Fault, attempt
from demarche.model import BadInput
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item
from demarche.sources.page import Tree, article, parsed
from demarche.sources.settings import Settings
from demarche.sources.streams import whole


def found_on(tree: Tree, raw: bytes, *, url: str | None = None, mark: str = "") -> Found:
    """What a page holds; its own address counts where no other is known. A page that breaks a parser is refused."""
    read = attempt(lambda page: article(page, url), tree)
    if isinstance(read, Fault):
        raise BadInput(read.reason)
    about = read.about
    return Found(
        text=read.text, raw=raw, mark=mark, url=url or about.url, title=about.title, publisher=about.publisher,
        author=about.author, published=about.published, basis=about.basis, modified=about.modified,
        language=about.language,
    )  # fmt: skip


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found]:
    raw = whole(stream, settings.max_bytes)
    yield found_on(parsed(raw, item.charset), raw, url=item.url)


FORMAT = Format("html", (".html", ".htm", ".xhtml", ".shtml"), ("text/html", "application/xhtml+xml"), _read)
