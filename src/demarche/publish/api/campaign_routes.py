"""`/campaigns`: tours and campaigns with their engagements; `/positions/moved`: stances that changed."""

from typing import Any, Literal

import msgspec
import sqlalchemy as sa
from litestar import get

from demarche.model import Position
from demarche.network.turns import turns
from demarche.publish.api.cursors import cursor as written
from demarche.publish.api.cursors import place
from demarche.publish.api.duties import House
from demarche.publish.api.lines import campaign_line, line, source, turn_line
from demarche.publish.api.problems import Missing
from demarche.publish.api.questions import Cursor, Day, Id, Limit, Values
from demarche.publish.api.shapes import CampaignLine, Page, RecordLine, Source, TurnLine
from demarche.publish.names import country as code
from demarche.store import schema

_c = schema.campaigns.c


class CampaignView(msgspec.Struct, frozen=True, kw_only=True):
    """A campaign with its engagements, those that tell of it, and the texts that its words stand in."""

    campaign: CampaignLine
    members: list[RecordLine]
    told_by: list[RecordLine]
    documents: list[Source]


@get("/campaigns", sync_to_thread=True)
def campaigns(
    house: House,
    kind: Literal["tour", "campaign"] | None = None,
    country: Values = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[CampaignLine]:
    """Tours and campaigns that touch a period, the latest first; `country` is whose they are."""
    wanted: list[Any] = [_c.kind == kind] if kind else []
    wanted += [_c.side.in_([code(one) for one in country.split(",") if one])] if country else []
    wanted += [_c.last >= since] if since else []
    wanted += [_c.first <= until] if until else []
    at = place(cursor, 2)
    after = [] if at is None else [sa.or_(_c.first < at[0], sa.and_(_c.first == at[0], _c.id > at[1]))]
    query = sa.select(_c.body).where(*wanted, *after).order_by(_c.first.desc(), _c.id).limit(limit + 1)
    held = house.store.campaigns
    found = [held.decoded(body) for (body,) in house.store.link.rows(query)]
    total = house.store.link.row(sa.select(sa.func.count()).select_from(schema.campaigns).where(*wanted))
    more = written(found[limit - 1].first, found[limit - 1].id) if len(found) > limit else None
    return Page(items=[campaign_line(c) for c in found[:limit]], next=more, total=int(total[0]) if total else 0)


@get("/campaigns/{id:str}", sync_to_thread=True)
def one_campaign(house: House, id: Id) -> CampaignView:
    """One of them with its engagements."""
    found = house.store.campaigns.get(id)
    if found is None:
        raise Missing(f"there is no campaign {id}")
    texts = sorted({e.document for e in found.evidence})
    return CampaignView(
        campaign=campaign_line(found), members=_lines(house, found.members), told_by=_lines(house, found.told_by),
        documents=[source(d) for d in house.store.documents.those("id", texts)],
    )  # fmt: skip


def _lines(house: House, ids: tuple[str, ...]) -> list[RecordLine]:
    held = {r.id: r for r in house.store.records.those("id", ids)}
    return [line(held[id]) for id in ids if id in held]


@get("/positions/moved", sync_to_thread=True)
def moved(
    house: House, country: Values = None, since: Day = None, until: Day = None, limit: Limit = 50
) -> list[TurnLine]:
    """Stances that changed, the latest first, with the words of before and of now."""
    days = house.store.link.pairs(sa.select(schema.documents.c.id, schema.documents.c.published))
    held = house.store.claims.where(schema.claims.c.type == "position")
    every = turns((p for p in held if isinstance(p, Position)), days)
    wanted = {code(one) for one in (country or "").split(",") if one}
    found = [
        t
        for t in reversed(every)
        if (not wanted or wanted & set(t.party))
        and (since is None or t.after_day >= since)
        and (until is None or t.after_day <= until)
    ]
    return [turn_line(t) for t in found[:limit]]


ROUTES = [campaigns, one_campaign, moved]
