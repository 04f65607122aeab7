"""Bad input, as a record: which step refused which item, and why."""

import msgspec


class Reject(msgspec.Struct, frozen=True, order=True):
    """One refused item; the run went on without it."""

    step: str
    item: str
    reason: str
