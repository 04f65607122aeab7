"""A large store out of a small one: `python -m demarche.bench.crowd demo/demarche.db crowd.db 50000`.

The texts, claims and records of the small store are told again under other ids and on other days until there are so
many records: the page then has a list as long as a desk's after years. The words stay those of their texts.
"""

import argparse
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from demarche.store import Store, schema

SEED = 1815
DAYS = 3650
"""The copies are spread over so many days before those of the small store."""
TOLD = (
    "raws", "documents", "readings", "families", "family_documents", "edges", "claims", "claim_countries", "records",
    "record_claims", "record_countries", "campaigns", "campaign_records",
    "differences", "searchable",
)  # fmt: skip
"""What is told again; the bytes (`raws`) are those of the small store's files, and are kept once."""
_ID = re.compile(r"\b(doc|clm|rec|fam|dif|cmp)_[a-z0-9]+\b")
_DAY = re.compile(r'(?<=")\d{4}-\d{2}-\d{2}(?=")|^\d{4}-\d{2}-\d{2}$')
"""A day as a column holds it, or as a value of a body."""


def crowd(source: Store, target: Store, records: int) -> int:
    """Fill an empty store; gives how many records it then has."""
    dice = random.Random(SEED)
    tables = [schema.metadata.tables[name] for name in TOLD]
    held = {table: rows for table in tables if (rows := list(source.link.rows(sa.select(table))))}
    copies = -(-records // len(held[schema.records]))
    with target.link.writing() as connection:
        for copy in range(copies):
            days = timedelta(days=dice.randrange(DAYS)) if copy else timedelta()
            for table, rows in held.items():
                if not copy or table is not schema.raws:
                    connection.execute(sa.insert(table), list(_told(table, rows, copy, days)))
    return len(target.records)


def _told(table: sa.Table, rows: list[Any], copy: int, days: timedelta) -> Iterator[dict[str, Any]]:
    for row in rows:
        told = {c.name: _moved(value, copy, days) for c, value in zip(table.columns, row, strict=True)}
        if table.name == "searchable":
            told.pop("id")
        yield told


def _moved(value: Any, copy: int, days: timedelta) -> Any:
    """A value with other ids, and days so much earlier; the first copy is the small store itself."""
    if not copy or not isinstance(value, str):
        return value
    return _DAY.sub(lambda m: _earlier(m, days), _ID.sub(lambda m: f"{m[0]}{copy:04}", value))


def _earlier(day: re.Match[str], days: timedelta) -> str:
    return (date.fromisoformat(day[0]) - days).isoformat()


def main() -> None:
    """Make the store, and say how large it is."""
    asked = argparse.ArgumentParser(prog="python -m demarche.bench.crowd", description=crowd.__doc__)
    asked.add_argument("source")
    asked.add_argument("target", help="a store that is not there yet, or a PostgreSQL URL")
    asked.add_argument("records", type=int)
    given = asked.parse_args()
    with Store(given.source, create=False) as source, Store(given.target) as target:
        print(f"{crowd(source, target, given.records):,} records, {len(target.documents):,} texts, "
              f"{len(target.claims):,} claims")  # fmt: skip


if __name__ == "__main__":
    main()
