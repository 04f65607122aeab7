"""A state and a part of another that share a name: *Georgia* is the American one beside its governor or Florida."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol

from demarche.lexicon.actors import City
from demarche.lexicon.languages import mapping, table


class Named(Protocol):
    """Words `i` to `j` of a sentence that name something."""

    @property
    def kind(self) -> str: ...
    @property
    def i(self) -> int: ...
    @property
    def j(self) -> int: ...
    @property
    def low(self) -> str: ...
    @property
    def target(self) -> str: ...


NEAR = 2
"""So many words may stand between the names of a list."""


@cache
def _cues() -> frozenset[str]:
    return frozenset(row["word"] for row in table("en", "actor_cues") if row["cue"] == "of a region")


def part_of(piece: Named, known: Sequence[Named], words: Sequence[str], cities: Mapping[str, City]) -> str | None:
    """The state (`iso:US`) of which the name means a part here; nothing where it means the state of that name."""
    owner = mapping("en", "namesakes").get(piece.low)
    if owner is None or piece.kind != "state":
        return None
    before = [w.lower() for w in words[max(0, piece.i - 2) : piece.i]]
    after = [w.lower() for w in words[piece.j : piece.j + 2]]
    if before == ["state", "of"] or (after and after["'s" in after[:1] and len(after) > 1] in _cues()):
        return owner
    return owner if any(_beside(other, piece, owner, cities) for other in known) else None


def _beside(other: Named, piece: Named, owner: str, cities: Mapping[str, City]) -> bool:
    """A part of the same state in one list with it, or one of its cities before a comma."""
    apart = max(other.i - piece.j, piece.i - other.j)
    if other.kind == "region":
        return 0 < apart <= NEAR and other.target == owner
    city = cities.get(other.target) if other.kind == "city" and other.j == piece.i - 1 else None
    return city is not None and city.country[:2] == owner.removeprefix("iso:")
