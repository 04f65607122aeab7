"""Calls, meetings, visits, talks: one module for one part of the reading."""

from demarche.claims.engagements.about import carried_on
from demarche.claims.engagements.announced import announced
from demarche.claims.engagements.attendees import with_attendees
from demarche.claims.engagements.captions import captions
from demarche.claims.engagements.company import in_company, way
from demarche.claims.engagements.extract import engagements
from demarche.claims.engagements.gatherings import gatherings, tells_of
from demarche.claims.engagements.russian import russian_engagements
from demarche.claims.engagements.sure import with_confidence
from demarche.claims.engagements.titles import from_title

__all__ = [
    "announced", "captions", "carried_on", "engagements", "from_title", "gatherings", "in_company",
    "russian_engagements", "tells_of", "way", "with_attendees", "with_confidence",
]  # fmt: skip
