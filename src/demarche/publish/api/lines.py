"""Nouns -> the shapes that lists show."""

from demarche.model import Campaign, Document, Participant, Record
from demarche.network.turns import Turn
from demarche.publish.api.shapes import (
    CampaignLine,
    Day,
    Person,
    RecordLine,
    Side,
    Source,
    Spot,
    TurnLine,
    people,
)
from demarche.publish.editions.acts import worth_telling
from demarche.publish.editions.selection import sides
from demarche.publish.exports.pictures import called, headline
from demarche.publish.names import file, named, person


def line(record: Record) -> RecordLine:
    """A record in a list."""
    date, place = record.date, record.place
    return RecordLine(
        id=record.id, title=headline(record), label=called(record), type=record.type, mode=record.mode,
        event=record.event,
        status=record.status, level=record.level, topics=list(record.topics), what=record.what, generic=record.generic,
        notable=record.type != "act" or worth_telling(record),
        date=Day(start=date.start, end=date.end, precision=date.precision) if date else None,
        place=Spot(name=place.name, country=place.country, lat=place.lat, lon=place.lon, precision=place.precision)
        if place else None,
        sides=[Side(code, named(code)) for code in sides(record)],
        people=[someone(p, named_as) for named_as, p in people(record)],
        documents=record.documents, families=record.families, independent_sources=record.independent_sources,
        first_seen=record.first_seen, last_change=record.last_change,
    )  # fmt: skip


def campaign_line(campaign: Campaign) -> CampaignLine:
    """A tour or campaign in a list."""
    codes = sorted({*campaign.partners, *([campaign.side] if campaign.side else [])})
    told = {name: getattr(campaign, name) for name in Campaign.__struct_fields__}
    return CampaignLine(**told, who=person(campaign.initiator), names={code: named(code) for code in codes})


def turn_line(turn: Turn) -> TurnLine:
    """A stance that changed in a list."""
    told = {name: getattr(turn, name) for name in Turn.__struct_fields__}
    return TurnLine(**told, names={code: named(code) for code in turn.party})


def someone(p: Participant, named_as: str = "participant") -> Person:
    """Somebody who takes part."""
    return Person(
        label=person(p), actor=p.actor, name=p.name, role=p.role, country=p.country, organisation=p.organisation,
        part=p.part, level=p.level, named_as=named_as,
    )  # fmt: skip


def source(document: Document, family: str | None = None) -> Source:
    """A document without its text; a file without its folders."""
    return Source(
        id=document.id, source=file(document.source), title=document.title, url=document.url,
        publisher=document.publisher, published=document.published, source_class=document.source_class,
        official_of=document.official_of, language=document.language, family=family or document.family,
    )  # fmt: skip
