"""Tables of how tellings differ: status over time, accounts by side, differences with the words of both."""

from collections.abc import Iterator

from demarche.model import Evidence
from demarche.publish.exports.tables.table import Row, Table, Value, columns
from demarche.publish.holdings import Holdings


def _status_history(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        for entry in record.status_history:
            yield {"record": record.id, "as_of": entry.as_of, "status": entry.status, "claim": entry.claim}


def _accounts(holdings: Holdings) -> Iterator[Row]:
    for record in holdings.records:
        for a in record.accounts:
            yield {"record": record.id, "side": a.side, "source_class": a.source_class, "claims": a.claims}


def _differences(holdings: Holdings) -> Iterator[Row]:
    for difference in holdings.differences:
        names = ("id", "scope", "kind", "label", "field", "confidence")
        yield {
            **{name: getattr(difference, name) for name in names},
            **_side("a", difference.a),
            **_side("b", difference.b),
        }


def _side(name: str, words: Evidence | None) -> dict[str, Value]:
    if words is None:
        return {}
    return {
        f"{name}_document": words.document,
        f"{name}_start": words.start,
        f"{name}_end": words.end,
        f"{name}_quote": words.quote,
    }


STATUS_HISTORY = Table(
    "status_history",
    "What a claim said of a record's status on a day",
    columns(string="record", date="as_of", string_2="status claim"),
    _status_history,
)
ACCOUNTS = Table("accounts", "The claims of one side", columns(string="record side source_class claims[]"), _accounts)
DIFFERENCES = Table(
    "differences",
    "Something that two tellings do not share",
    columns(string="id scope kind label field a_document", integer="a_start a_end", string_2="a_quote b_document",
            integer_2="b_start b_end", string_3="b_quote", number="confidence"),
    _differences,
)  # fmt: skip
