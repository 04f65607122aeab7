"""A peer answers, or is said not to be here."""

import gc
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from time import process_time
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
Line = dict[str, Any]
OURS = "demarche"


class Peer(NamedTuple):
    """A library and what it makes of the questions; `module` is what must be there."""

    module: str
    answer: Callable[..., Any]


def present(peers: Iterable[Peer]) -> Iterator[tuple[Peer | None, Line]]:
    """Each peer with the line that names it; without the peer where it is not installed."""
    for peer in peers:
        if find_spec(peer.module) is None:
            yield None, {"peer": peer.module, "skipped": f"not installed: pip install {peer.module}"}
        else:
            yield peer, {"peer": peer.module, "version": version(peer.module)}


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work gave, and its processor seconds."""
    gc.collect()
    began = process_time()
    found = work()
    return found, max(process_time() - began, 1e-6)
