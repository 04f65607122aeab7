"""Engagements of one initiator that belong together: a tour of several states, or many contacts with one aim."""

from typing import Literal

import msgspec

from demarche.model.claim import Participant
from demarche.model.errors import BadValue
from demarche.model.span import Evidence
from demarche.model.values import check_day

CampaignKind = Literal["tour", "campaign"]


class Campaign(msgspec.Struct, frozen=True, kw_only=True):
    """`members` are the records of its engagements, by day; `told_by` are records that tell of it as one: a visit to
    several states, or contact in general terms (*dozens of calls*).

    `reported_size` are the words in which a text says how many there were: they are shown, and never counted. `aim` are
    the topics that its engagements share, or that are told of it. `told_as_one` is false where no text says that they
    belong together, and only days, people and topics do. Evidence: `members`, `aim`, `reported_size`, `told_by`.
    """

    id: str
    kind: CampaignKind
    initiator: Participant
    first: str
    last: str
    aim: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    told_by: tuple[str, ...] = ()
    reported_size: tuple[str, ...] = ()
    told_as_one: bool = False
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        check_day(self.first, "first")
        check_day(self.last, "last")
        if not (self.members or self.told_by) or not self.evidence:
            raise BadValue(f"campaign {self.id} rests on nothing")

    @property
    def side(self) -> str | None:
        """The party whose it is."""
        return self.initiator.side
