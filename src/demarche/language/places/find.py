"""A text's names of places, each with the place it stands for."""

from collections.abc import Iterator, Mapping, Sequence

from demarche.language.places.company import Choice, Company, resolved
from demarche.language.places.evidence import Sighting, sightings
from demarche.language.places.home import home
from demarche.language.places.matches import Match, matches
from demarche.language.places.strangers import strangers
from demarche.lexicon.gazetteer import Gazetteer, gazetteer
from demarche.lexicon.spots import SpotKind
from demarche.model import Document, Sentence, Toponym
from demarche.model.values import PlacePrecision

PRECISION: Mapping[SpotKind, PlacePrecision] = {
    "country": "country", "region": "region", "county": "region", "feature": "region", "town": "city", "site": "site",
}  # fmt: skip


def find(document: Document, sentences: Sequence[Sentence], known: Gazetteer | None = None) -> tuple[Toponym, ...]:
    """The names of places of a document, in order; none in its boilerplate.

    `sentences` may be empty: then only names that are large places' are found.
    """
    known = known or gazetteer()
    text, skipped = document.text, [(b.start, b.end) for b in document.boilerplate]
    found = [m for m in matches(text, known) if not any(a < m.end and m.start < b for a, b in skipped)]
    seen = sightings(text, found, sentences)
    company = Company(known.seats, home(document, known))
    for match in _of_title(document, known):
        company.add(match.spots[0], 1)
    places = [_toponym(text, s, choice) for s, choice in zip(seen, resolved(seen, company), strict=True)]
    unknown = strangers(text, sentences, places, company.only, skipped)
    return tuple(sorted((*places, *unknown), key=lambda p: p.start))


def _of_title(document: Document, known: Gazetteer) -> Iterator[Match]:
    """The states and regions that the title names."""
    for match in matches(document.title or "", known):
        if match.spots[0].kind in ("country", "region") and len(match.spots) == 1:
            yield match


def _toponym(text: str, seen: Sighting, choice: Choice) -> Toponym:
    spot, m = choice.spot, seen.match
    return Toponym(
        start=m.start, end=m.end, name=spot.name if spot.id else " ".join(text[m.start : m.end].split()),
        place=spot.id or None, country=spot.country, lat=spot.lat, lon=spot.lon, precision=PRECISION[spot.kind],
        reason=choice.reason, confidence=round(max(0.3, choice.confidence), 2),
    )  # fmt: skip
