"""What the extractors of engagements hand on before a claim is made of it."""

import msgspec

from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.trigger import Trigger
from demarche.model import Participant, Place
from demarche.model.values import Mode


class Found(msgspec.Struct, frozen=True):
    """A trigger with its cast, before the claim is made."""

    trigger: Trigger
    mode: Mode
    roles: list[Role]
    people: list[Participant]
    places: list[Place]
    way: str
