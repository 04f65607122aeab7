"""What can go wrong, as one tree.

DemarcheError            anything this package raises on purpose
├── BadValue             a noun was given a value that breaks its law (also a ValueError)
├── BadInput             an input cannot be read; at the edge of a run it becomes a Reject
├── BadKnowledge         a shipped or a user's data file is wrong: file, entry, reason
├── BrokenModel          the language model's files are missing or corrupt
├── StoreError           the database cannot be opened, written or understood
├── WorkerLost           a process of a run died; what was finished is kept, and the run can be resumed
└── UsageError           the command was asked for something that does not exist
"""


class DemarcheError(Exception):
    """The root; its text is a sentence for the person at the keyboard."""


class BadValue(DemarcheError, ValueError):
    """A noun was given a value that breaks its law."""


class BadInput(DemarcheError):
    """An input cannot be read; `reason` says why in plain words."""

    def __init__(self, reason: str, item: str = "") -> None:
        super().__init__(f"{item}: {reason}" if item else reason)
        self.reason = reason
        self.item = item

    def __reduce__(self) -> tuple[type["BadInput"], tuple[str, str]]:
        return type(self), (self.reason, self.item)  # an error must survive the way back from a worker process


class BadKnowledge(DemarcheError):
    """A data file breaks its schema."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        super().__init__(f"{file}, {entry}: {reason}")
        self.file = file
        self.entry = entry
        self.reason = reason

    def __reduce__(self) -> tuple[type["BadKnowledge"], tuple[str, str, str]]:
        return type(self), (self.file, self.entry, self.reason)


class BrokenModel(DemarcheError):
    """The language model's files are missing or corrupt."""


class StoreError(DemarcheError):
    """The database cannot be opened, written or understood."""


class WorkerLost(DemarcheError):
    """A process of a run died; what was finished is kept, and the run can be resumed."""


class UsageError(DemarcheError):
    """The command was asked for something that does not exist."""
