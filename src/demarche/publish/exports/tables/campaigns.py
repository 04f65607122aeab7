"""The table of tours and campaigns: engagements of one side that belong together."""

from collections.abc import Iterator

from demarche.publish.exports.tables.table import Row, Table, columns
from demarche.publish.holdings import Holdings


def _campaigns(holdings: Holdings) -> Iterator[Row]:
    for campaign in holdings.campaigns:
        yield {
            "id": campaign.id, "kind": campaign.kind, "initiator": campaign.initiator.name or campaign.side,
            "side": campaign.side, "date_start": campaign.first, "date_end": campaign.last, "aim": campaign.aim,
            "partners": campaign.partners, "members": campaign.members, "told_by": campaign.told_by,
            "reported_size": campaign.reported_size, "told_as_one": campaign.told_as_one,
        }  # fmt: skip


CAMPAIGNS = Table(
    "campaigns",
    "A tour or a campaign: engagements of one side that belong together",
    columns(string="id kind initiator side", date="date_start date_end",
            string_2="aim[] partners[] members[] told_by[] reported_size[]", boolean="told_as_one"),
    _campaigns,
)  # fmt: skip
