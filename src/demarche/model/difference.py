"""Something that two tellings do not share: between copies of a text, or between the accounts of two sides."""

import msgspec

from demarche.model.errors import BadValue
from demarche.model.span import Evidence
from demarche.model.values import DifferenceKind, check_share


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """`a` and `b` are the words of either side; one of them is null where a side says nothing.

    `scope` is the family or the record inside which the two are compared. `label` is what a reader is shown. Between
    the accounts of a record `side_a` and `side_b` say whose they are (a country, an organisation, or `press`);
    `witnesses` are the words of others who remark on the difference.
    """

    id: str = ""
    scope: str
    kind: DifferenceKind
    label: str
    field: str = ""
    a: Evidence | None = None
    b: Evidence | None = None
    side_a: str | None = None
    side_b: str | None = None
    witnesses: tuple[Evidence, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_share(self.confidence, "confidence")
        if self.a is None and self.b is None:
            raise BadValue("a difference needs the words of at least one side")
