"""The accounts of one record, each side's against the other's: the same, a contradiction, an omission, an extra detail.

`accounts` gathers what each side's texts say of the record, `passages` which of their sentences are about it,
`circumstances` compares form, day, place and people, `details` who sought it and how long it lasted, `amounts` the
figures, `themes` what was talked about, `stances` who is said to support or oppose what, `outcomes` what was agreed;
`table` puts it all side by side.

An omission is a theme that one side's text has and the other's has not; it is no denial. Detail that only one side has
is extra. What an excerpt, a translation or a text that nobody read leaves out cannot be told: not comparable.
"""

from collections.abc import Iterable

from demarche.model import Difference, Record
from demarche.records.comparison.accounts import Account, Material, accounts
from demarche.records.comparison.table import Cell, Comparison, Row, compared

__all__ = ["Account", "Cell", "Comparison", "Material", "Row", "compare", "differences"]


def compare(record: Record, material: Material) -> Comparison:
    """The accounts of a record side by side."""
    return compared(record, accounts(record, material), material)


def differences(records: Iterable[Record], material: Material) -> Iterable[Difference]:
    """Everything on which the accounts of some records differ; most records have but one account, and none."""
    for record in records:
        if material.is_told_by_several(record):
            yield from compare(record, material).differences
