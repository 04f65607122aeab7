"""What a document tells about the mentions in it before one is read: its day, and whose official text it is."""

from dataclasses import dataclass

from demarche.lexicon import Knowledge
from demarche.model import Document


@dataclass(frozen=True, slots=True)
class Setting:
    """`day` is when the text was published, `home` the state or organisation that speaks in it."""

    known: Knowledge
    day: str | None
    home: str | None


def setting(document: Document, known: Knowledge) -> Setting:
    """The setting of a document."""
    return Setting(known, document.published, _home(document, known))


def _home(document: Document, known: Knowledge) -> str | None:
    """Whose official text it is; where nobody said so, a publisher that is an organ of a state, or a body, tells it."""
    if document.official_of:
        found = known.state(document.official_of)
        body = f"org:{document.official_of}"
        return found.id if found else body if body in known.organisations else document.official_of
    for hit in known.surfaces.hits(document.publisher or ""):
        for surface in hit.surfaces:
            if surface.kind == "organ":
                return known.body(surface.target)
            if surface.target.startswith("org:") and document.source_class == "official":
                return surface.target
    return None
