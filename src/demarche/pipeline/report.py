"""What came of a run, as the command line and programs get it."""

import msgspec

from demarche.model import Reject


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a run: what the store holds now, what was new, what was refused, how long each stage took."""

    documents: int = 0
    new: int = 0
    read: int = 0
    families: int = 0
    claims: int = 0
    records: int = 0
    differences: int = 0
    measures: int = 0
    rejects: tuple[Reject, ...] = ()
    seconds: float = 0.0
    stages: dict[str, float] = {}


def together(added: Report, done: Report) -> Report:
    """What an `add` and the run after it did, as one."""
    seconds = round(added.seconds + done.seconds, 3)
    both = (*added.rejects, *done.rejects)
    return msgspec.structs.replace(
        done, new=added.new, rejects=both, seconds=seconds, stages=added.stages | done.stages
    )
