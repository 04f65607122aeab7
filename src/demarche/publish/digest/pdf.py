"""A page -> PDF, by WeasyPrint: an extra, because it brings a layout engine with libraries of the system's."""

from importlib.util import find_spec

from demarche.model import DemarcheError

HOW = "a PDF needs an extra: pip install 'demarche[pdf]'"


def check() -> None:
    """Refuse at once where the extra is not installed."""
    if find_spec("weasyprint") is None:
        raise DemarcheError(HOW)


def pdf(page: str) -> bytes:
    """The page, laid out for print. Nothing is fetched: a page of ours is whole in itself."""
    check()
    try:
        from weasyprint import HTML, URLFetcher
    except OSError as e:  # the package is there, a library of the system (Pango) is not
        raise DemarcheError(f"a PDF needs a library that this system lacks: {e}") from e
    made: bytes = HTML(string=page, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf()
    return made
