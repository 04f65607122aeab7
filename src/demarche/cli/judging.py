"""What the commands that judge share: the record that is meant, who judges, why, and keeping what they decide."""

import getpass
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.model import Judgement, Record, StoreError, UsageError

if TYPE_CHECKING:
    from demarche.store import Store

RecordId = Annotated[str, typer.Argument(metavar="ID", help="The id of a record, also one that it had before a merge.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason: kept with the judgement.")]
By = Annotated[
    str | None, typer.Option("--by", envvar="DEMARCHE_USER", metavar="NAME", help="Who judges; by default your login.")
]


def found(store: "Store", id: str) -> Record:
    """The record of an id; of one that is gone, the reason."""
    record = store.records.get(store.current(id))
    if record is None:
        raise StoreError(f"{store.name} holds no record {id}")
    return record


def reason(why: str) -> str:
    """The reason, which must be one."""
    if not why.strip():
        raise UsageError("--why must say why: whoever comes later will want to know")
    return why.strip()


def who(by: str | None) -> str:
    """Who judges."""
    try:
        return by or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def kept(store: "Store", judgements: Iterable[Judgement]) -> list[Judgement]:
    """Keep judgements, and let the records follow."""
    from demarche import pipeline

    with store.transaction():
        told = [store.judgements.add(j) for j in judgements]
    pipeline.judged(store)
    return told
