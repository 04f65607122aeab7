"""Documents -> profiles, in this process or in several."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from demarche.engine import Each, Fault, Plan, attempt, run
from demarche.families.kept import packed, unpacked
from demarche.families.profile import Profile, bare, profile
from demarche.model import Document

MANY = 2000
"""Documents from which it pays to start processes."""


class Signed(msgspec.Struct, frozen=True, array_like=True):
    """A document's id, and its profile as bytes; with a `fault` it is one that resembles nothing."""

    document: str
    data: bytes
    fault: str | None = None


def signed(documents: Iterable[Document], workers: int = 1, engine: str = "pool") -> Iterator[Signed]:
    """The packed profile of each document, in no promised order."""
    plan: Plan = (Each("profiles", _signing, gives=Signed, refused=_unlike),)
    where: dict[str, Any] = {"engine": engine, "workers": workers} if workers > 1 else {}
    yield from run(plan, documents, **where)


def sign(documents: Iterable[Document], workers: int = 1) -> Iterator[Profile]:
    """The profile of each."""
    for one in signed(documents, workers):
        yield unpacked(one.data)


def _signing() -> Callable[[Iterable[Document]], Iterator[Signed]]:
    def sign(documents: Iterable[Document]) -> Iterator[Signed]:
        for document in documents:
            made = attempt(profile, document)
            if isinstance(made, Fault):
                yield _unlike(document, made.reason)
            else:
                yield Signed(document.id, packed(made))

    return sign


def _unlike(document: Document, why: str) -> Signed:
    """A document of which no profile can be made resembles nothing."""
    return Signed(document.id, packed(bare(document)), why)
