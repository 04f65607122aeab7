"""Campaigns and tours, replaced as a whole: each is a function of the records."""

from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from demarche.model import Campaign
from demarche.store import schema
from demarche.store.link import CHUNK
from demarche.store.shelf import Shelf, encoded
from demarche.store.verify import Texts, check_evidence


class Campaigns(Shelf[Campaign]):
    """`for campaign in store.campaigns`, by day; `store.campaigns.of(record)`."""

    table = schema.campaigns
    kind = Campaign
    order = ("first", "last", "id")

    def replace(self, campaigns: Iterable[Campaign]) -> None:
        """Put these in the place of all that were there; what is there already is not written again."""
        new = {c.id: c for c in campaigns}
        with self.link.writing():
            held = {c.id: c for c in self}
            changed = [c for id, c in new.items() if held.get(id) != c]
            texts = Texts(self.link)
            for c in changed:
                check_evidence(f"campaign {c.id}", c.evidence, texts)
            gone = sorted({*(held.keys() - new.keys()), *(c.id for c in changed)})
            for start in range(0, len(gone), CHUNK):
                self.link.delete(schema.campaigns, schema.campaigns.c.id.in_(gone[start : start + CHUNK]))
            self.link.put(schema.campaigns, map(_row, changed))
            self.link.put(schema.campaign_records, ({"campaign": c.id, "record": r} for c in changed for r in _all(c)))

    def of(self, record: str) -> Iterator[Campaign]:
        """Those that an engagement belongs to, or that it tells of."""
        table = schema.campaign_records
        return self.where(schema.campaigns.c.id.in_(sa.select(table.c.campaign).where(table.c.record == record)))


def _all(campaign: Campaign) -> list[str]:
    return sorted({*campaign.members, *campaign.told_by})


def _row(c: Campaign) -> dict[str, Any]:
    return {"id": c.id, "kind": c.kind, "side": c.side, "first": c.first, "last": c.last, "body": encoded(c)}
