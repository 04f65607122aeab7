"""Where words stand: half-open stretches of a document's text, in Unicode code points."""

import msgspec

from demarche.model.errors import BadValue


def check_stretch(start: int, end: int) -> None:
    """Refuse a stretch that is empty, backwards or before the text."""
    if not 0 <= start < end:
        raise BadValue(f"no stretch of text: start {start}, end {end}")


class Stretch(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch `[start, end)` of a text that the context names."""

    start: int
    end: int

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)

    def overlaps(self, other: "Stretch") -> bool:
        """Do the two share a character?"""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Stretch") -> bool:
        """Does this one contain the other?"""
        return self.start <= other.start and other.end <= self.end


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open stretch of the text of one document: what every result carries as its evidence."""

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)

    def of(self, text: str) -> str:
        """The words themselves; `text` is the document's."""
        if self.end > len(text):
            raise BadValue(f"span {self.start}-{self.end} lies outside a text of {len(text)} characters")
        return text[self.start : self.end]


class Words(msgspec.Struct, frozen=True, order=True):
    """A stretch together with the words that stand there: `quote == text[start:end]`."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        if self.end - self.start != len(self.quote):
            raise BadValue(f"{self.quote!r} is not as long as the stretch {self.start}-{self.end}")


def words(text: str, start: int, end: int) -> Words:
    """The words of a text between two offsets."""
    return Words(start, end, text[start:end])


class Evidence(msgspec.Struct, frozen=True, order=True):
    """The words that one field of a record, or one side of a difference, stands on."""

    document: str
    start: int
    end: int
    quote: str
    field: str = ""
    claim: str | None = None

    def __post_init__(self) -> None:
        check_stretch(self.start, self.end)
        if self.end - self.start != len(self.quote):
            raise BadValue(f"{self.quote!r} is not as long as the stretch {self.start}-{self.end}")
