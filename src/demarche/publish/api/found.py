"""An id -> the noun of it, or where it went: on to another id, or out of the record."""

from typing import Any

import sqlalchemy as sa
from litestar.response import Redirect
from litestar.status_codes import HTTP_308_PERMANENT_REDIRECT

from demarche.model import Family, Record
from demarche.publish.api.problems import Gone, Missing
from demarche.store import Store, schema

Led = Redirect | None


def record(store: Store, id: str) -> Record:
    """The record of exactly this id."""
    found = store.records.get(id)
    if found is None:
        raise _lost(store, id, "record")
    return found


def family(store: Store, id: str) -> Family:
    """The family of exactly this id."""
    found = store.families.get(id)
    if found is None:
        raise _lost(store, id, "family")
    return found


def led_on(store: Store, id: str, path: str) -> Led:
    """Where an older id leads: the same address with the id of today; null where the id is today's or unknown."""
    today = store.current(id)
    if today == id:
        return None
    return Redirect(path.replace(id, today), status_code=HTTP_308_PERMANENT_REDIRECT)


def _lost(store: Store, id: str, noun: str) -> Missing | Gone:
    table = schema.tombstones
    row: Any = store.link.row(sa.select(table.c.reason, table.c.at).where(table.c.id == id))
    if row is not None:
        return Gone(f"{noun} {id} was taken out on {row[1]}: {row[0]}")
    return Missing(f"there is no {noun} {id}")
