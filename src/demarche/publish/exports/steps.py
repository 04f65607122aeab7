"""A record's status over time -> one event a step: agreed to meet (AGREE), then met (CONSULT).

PLOVER's manual (2.0, AGREE) codes the promise on the day it is made. Steps that the scheme gives one code (expected,
then planned) are one; a step without a code (disputed) gives none.
"""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from demarche.lexicon.plover import plover
from demarche.model import Record, StatusEntry, When
from demarche.publish.exports.coded import Event, coded
from demarche.publish.holdings import Holdings


def taken(holdings: Holdings) -> Iterator[tuple[str, Event]]:
    """Every event under an id of its own: the record's for what it is today, with a number behind it for before."""
    for record in holdings.records:
        for n, before in enumerate(_before(record), 1):
            if event := coded(before):
                yield f"{record.id}/{n}", event
        if event := coded(record):
            yield record.id, event


def _before(record: Record) -> Iterator[Record]:
    """The record as it stood when each code was first true of it, the code of today left out."""
    if record.mode is None:
        return
    coded_moves = ((*plover(record.mode, entry.status), entry) for entry in record.moves)
    told = [step for step in coded_moves if step[0] is not None]
    runs = [next(run) for _, run in groupby(told, key=lambda step: step[0])]
    for code, cameo, entry in runs[:-1] if runs and runs[-1][0] == record.plover else runs:
        yield msgspec.structs.replace(
            record, status=entry.status, plover=code, cameo=cameo, claims=_said(record, entry), place=None,
            date=When(start=entry.as_of, end=entry.as_of) if entry.as_of else None,
        )  # fmt: skip


def _said(record: Record, entry: StatusEntry) -> tuple[str, ...]:
    """The claims that gave it this status; a step rests on nothing else."""
    return tuple(dict.fromkeys(e.claim for e in record.status_history if e.status == entry.status))
