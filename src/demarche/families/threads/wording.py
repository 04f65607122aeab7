"""Families of one thread that share turns of phrase which nobody finds twice: they drew on one text that is not here.

*Grapnels, ladders and rope handling gloves*: two who both write this of one boarding had the navy's statement.
Counted are runs of four words no two neighbours of which English is known to put together, errors among them; names,
figures and sentences with quotation marks are left out, for these two reporters share honestly.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations, pairwise

import msgspec

from demarche.families.fluency import attested
from demarche.families.held import Held
from demarche.families.profile import Profile
from demarche.families.stems import FIGURE
from demarche.model import Family

SHARED = 4
"""Runs from which it is no chance: of 1,257 pairs of reports in one thread 16 have so many."""
RUN = 4
MANY = 200
"""Families of a thread beyond which the later ones are not held against each other."""
Run = tuple[int, ...]
_RANK = {"official": 0, "wire": 1}


def with_shared_origins(
    families: Sequence[Family],
    profiles: Held,
    former: Iterable[Family] = (),
    fresh: Collection[str] | None = None,
) -> list[Family]:
    """The families, those that drew on one text under one origin: an office's, an agency's, else the earliest text.

    A thread of the same families as before, without a `fresh` document, keeps the origins of the `former` ones.
    """
    threads, before = _by_thread(families), _by_thread(former)
    origin: dict[str, str] = {}
    for name, thread in threads.items():
        if fresh is not None and _stands(thread, before.get(name, []), fresh):
            origin |= {f.id: f.origin for f in before[name] if f.origin}
            continue
        best = [profiles.of(f.best or f.documents[0]) for f in thread[:MANY]]
        runs = [_runs(p) for p in best]
        alike = [(i, j) for i, j in combinations(range(len(best)), 2) if len(runs[i] & runs[j]) >= SHARED]
        for group in _components(alike):
            origin |= dict.fromkeys((thread[i].id for i in group), _origin([(best[i], thread[i]) for i in group]))
    return [msgspec.structs.replace(f, origin=origin.get(f.id, f.origin)) for f in families]


def _by_thread(families: Iterable[Family]) -> dict[str, list[Family]]:
    found: defaultdict[str, list[Family]] = defaultdict(list)
    for family in families:
        if family.thread:
            found[family.thread].append(family)
    return found


def _stands(thread: Iterable[Family], before: Iterable[Family], fresh: Collection[str]) -> bool:
    """Is a thread what it was, down to the documents of its families?"""
    held = [{(f.id, f.documents, f.best) for f in some} for some in (thread, before)]
    return held[0] == held[1] and not any(d in fresh for _, documents, _ in held[0] for d in documents)


def _origin(group: Iterable[tuple[Profile, Family]]) -> str:
    def rank(member: tuple[Profile, Family]) -> tuple[int, tuple[str, str]]:
        return _RANK.get((member[1].origin or "").split(":")[0], 2), member[0].age

    first = min(group, key=rank)[1]
    known = (first.origin or "").split(":")[0] in _RANK
    return first.origin if known and first.origin else f"text:{first.id}"


def _runs(profile: Profile) -> set[Run]:
    names, found = set(profile.names), set[Run]()
    for number, sentence in enumerate(profile.sentences()):
        words = sentence.tolist()
        if number not in profile.quoting and len(words) >= RUN:
            odd = [not (a in names or b in names or (a | b) & FIGURE or attested(a, b)) for a, b in pairwise(words)]
            for i in range(len(words) - RUN + 1):
                if all(odd[i : i + RUN - 1]):
                    found.add(tuple(words[i : i + RUN]))
    return found


def _components(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    groups: list[set[int]] = []
    for pair in pairs:
        near = [g for g in groups if not g.isdisjoint(pair)]
        groups = [*(g for g in groups if g.isdisjoint(pair)), set(pair).union(*near)]
    return groups
