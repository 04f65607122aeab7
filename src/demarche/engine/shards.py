"""Items cut into shards, each known by what is in it: the same items make the same shard in any run."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from demarche.engine.buckets import Buckets, Keyed
from demarche.engine.plan import Each, Gather, Step

ITEMS = 16
"""A shard of an `Each` ends after so many items ..."""

WEIGHT = 200_000
"""... or so many bytes: a shard of long articles takes a worker no longer than one of short ones."""

BUCKETS = 64
"""The groups of a `Gather` are dealt into so many shards, whatever the number of workers."""

_encoder = msgspec.msgpack.Encoder(order="deterministic")


class Shard(NamedTuple):
    """What one worker is handed at a time. `id` is made from the step, its version and the items."""

    id: str
    units: list[Any]
    items: int


def shards(step: Step, items: Iterable[Any]) -> Iterator[Shard]:
    """The shards of a step. An `Each` streams; a `Gather` has to see every item before its first shard."""
    match step:
        case Each():
            yield from _cut(step, items)
        case Gather():
            yield from _gathered(step, items)


def _cut(step: Each, items: Iterable[Any]) -> Iterator[Shard]:
    units: list[Any] = []
    codes: list[bytes] = []
    for item in items:
        units.append(item)
        codes.append(_encoder.encode(item))
        if len(units) >= ITEMS or sum(map(len, codes)) >= WEIGHT:
            yield Shard(_id(step, codes), units, len(units))
            units, codes = [], []
    if units:
        yield Shard(_id(step, codes), units, len(units))


def _gathered(step: Gather, items: Iterable[Any]) -> Iterator[Shard]:
    """Nothing of the order of arrival is left in a bucket."""
    with Buckets(BUCKETS) as buckets:
        for item in items:
            key, code = step.key(item), _encoder.encode(item)
            buckets.put(bucket(key), (key, _digest(code), item), len(code))
        for keyed in buckets.each():
            yield met(step, keyed)


def met(step: Step, keyed: Iterable[Keyed]) -> Shard:
    """The shard of one bucket: groups sorted by key, items inside a group by the digest of their encoding."""
    groups: dict[str, list[tuple[bytes, Any]]] = {}
    for key, code, item in keyed:
        groups.setdefault(key, []).append((code, item))
    dealt = [(key, sorted(groups[key], key=lambda pair: pair[0])) for key in sorted(groups)]
    codes = [code for key, pairs in dealt for code in (key.encode(), *(code for code, _ in pairs))]
    units = [(key, [item for _, item in pairs]) for key, pairs in dealt]
    return Shard(_id(step, codes), units, sum(len(pairs) for _, pairs in dealt))


def keyed(step: Gather, item: Any) -> Keyed:
    """An item with its key and a digest that is the same in any run."""
    return step.key(item), _digest(_encoder.encode(item)), item


def _digest(code: bytes) -> bytes:
    return hashlib.blake2b(code, digest_size=16).digest()


def bucket(key: str) -> int:
    """Where the items of a key are dealt."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big") % BUCKETS


def _id(step: Step, codes: Iterable[bytes]) -> str:
    digest = hashlib.sha256(f"{step.name}\x1f{step.version}".encode())
    for code in codes:
        digest.update(len(code).to_bytes(8, "big") + code)
    return digest.hexdigest()[:40]
