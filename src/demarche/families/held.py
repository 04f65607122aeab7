"""The profiles of a run: of each its head at hand, all else packed, and opened again when it is asked for.

A document is laid out for comparison a few times, one after the other; until then its words, names and terms need no
objects of their own, which take as much again as what is in them.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import overload

import msgspec

from demarche.families.kept import packed, unpacked
from demarche.families.keys import Keys
from demarche.families.profile import Profile


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What families ask of a document that is not laid out; `length` counts its words."""

    id: str
    length: int
    digest: bytes
    published: str | None
    publisher: str | None
    title: str | None
    source_class: str
    origin: str | None
    fluency: float | None

    @property
    def age(self) -> tuple[str, str]:
        """Sorts from the earliest published to the latest; the undated come last."""
        return (self.published or "9999-99-99", self.id)


def head(profile: Profile) -> Head:
    """The head of a profile."""
    return Head(
        id=profile.id, length=len(profile.words), digest=profile.digest, published=profile.published,
        publisher=profile.publisher, title=profile.title, source_class=profile.source_class, origin=profile.origin,
        fluency=profile.fluency,
    )  # fmt: skip


class Held(Sequence[Profile]):
    """Profiles by their place in the order of ids, or by id; of two with one id the later counts."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        found: dict[str, tuple[Head, Keys, bytes]] = {}
        for p in profiles:
            found[p.id] = (head(p), (p.keys, p.places), packed(_keyless(p)))
        order = sorted(found)
        self.heads = [found[id][0] for id in order]
        self.keys: Sequence[Keys] = [found[id][1] for id in order]
        self._packed = [found[id][2] for id in order]
        self.place = {one.id: i for i, one in enumerate(self.heads)}

    def packed(self, place: int) -> bytes:
        """A profile as it travels; its keys stay here."""
        return self._packed[place]

    def of(self, id: str) -> Profile:
        """The profile of a document."""
        return unpacked(self._packed[self.place[id]])

    def head(self, id: str) -> Head:
        """The head of a document."""
        return self.heads[self.place[id]]

    def forget_keys(self) -> None:
        """Candidates are found: keys are a third of all."""
        self.keys = ()

    @overload
    def __getitem__(self, place: int) -> Profile: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Profile]: ...
    def __getitem__(self, place: int | slice) -> Profile | Sequence[Profile]:
        return unpacked(self._packed[place]) if isinstance(place, int) else [*map(unpacked, self._packed[place])]

    def __iter__(self) -> Iterator[Profile]:
        return map(unpacked, self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _keyless(profile: Profile) -> Profile:
    return replace(profile, keys=array("Q"), places=array("H"))
