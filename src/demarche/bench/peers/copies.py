"""Copies found: MinHash libraries against families, on files of `lineage` and on labelled pairs.

Every library is given what its own guide gives it: sets of three words that follow one another, 128 permutations, bands
for a threshold, and a candidate counts when its estimated likeness reaches that threshold. Each threshold is tried; the
line of each is printed, so that the best one is seen. Daft makes signatures only; its bands are put into a dict here.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Sized
from itertools import combinations
from pathlib import Path
from typing import Any

from demarche.bench import lineage
from demarche.bench.documents import document
from demarche.bench.figures import prf
from demarche.bench.peers.asked import OURS, Line, Peer, present, timed
from demarche.bench.rows import inputs, named, rows
from demarche.families import families
from demarche.families.components import united

PERMUTATIONS, SEED = 128, 42
WORDS = 3
THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7)
_WORD = re.compile(r"\w+")
Pair = tuple[int, int]


def shingles(text: str) -> list[str]:
    """Each three words that follow one another, once."""
    words = _WORD.findall(text.lower())
    return sorted({" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1))})


def bands(threshold: float) -> int:
    """The fewest bands whose threshold, `(1/b)^(b/n)`, does not lie above the one that is asked for."""
    fitting = (b for b in (1, 2, 4, 8, 16, 32, 64, 128) if (1 / b) ** (b / PERMUTATIONS) <= threshold)
    return next(fitting, PERMUTATIONS)


def _datasketch(texts: Sequence[str], threshold: float) -> Iterator[Pair]:
    from datasketch import MinHash, MinHashLSH

    index, signed = MinHashLSH(num_perm=PERMUTATIONS, params=_params(threshold)), []
    for i, text in enumerate(texts):
        signed.append(MinHash(num_perm=PERMUTATIONS, seed=SEED))
        signed[i].update_batch([s.encode() for s in shingles(text)])
        index.insert(i, signed[i])
    for i, one in enumerate(signed):
        yield from ((i, j) for j in index.query(one) if i < j and one.jaccard(signed[j]) >= threshold)


def _params(threshold: float) -> tuple[int, int]:
    return bands(threshold), PERMUTATIONS // bands(threshold)


def _rensa(texts: Sequence[str], threshold: float) -> Iterator[Pair]:
    from rensa import RMinHash, RMinHashLSH

    signed = RMinHash.from_token_sets([shingles(text) for text in texts], num_perm=PERMUTATIONS, seed=SEED)
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands(threshold))
    for i, one in enumerate(signed):
        index.insert(i, one)
    for i, one in enumerate(signed):
        yield from ((i, j) for j in index.query(one) if i < j and one.jaccard(signed[j]) >= threshold)


def _daft(texts: Sequence[str], threshold: float) -> Iterator[Pair]:
    import daft
    import numpy as np

    plain = [" ".join(_WORD.findall(text.lower())) for text in texts]
    frame = daft.from_pydict({"text": plain})
    made = frame.select(daft.col("text").minhash(num_hashes=PERMUTATIONS, ngram_size=WORDS, seed=SEED)).to_pydict()
    signed = np.array(made["text"], dtype=np.uint32)
    found: set[Pair] = set()
    for band in np.split(signed, bands(threshold), axis=1):
        under: defaultdict[bytes, list[int]] = defaultdict(list)
        for i, row in enumerate(band):
            under[row.tobytes()].append(i)
        found.update(pair for group in under.values() for pair in combinations(group, 2))
    yield from (pair for pair in found if float(np.mean(signed[pair[0]] == signed[pair[1]])) >= threshold)


PEERS = (Peer("datasketch", _datasketch), Peer("rensa", _rensa), Peer("daft", _daft))


def lines(file: Path) -> Iterator[Line]:
    """Ours, and each peer at each threshold; the file is one of `lineage`, or of pairs (`label`, `a`, `b`)."""
    asked = rows(file)
    yield from (_of_pairs if asked and "label" in asked[0] else _of_clusters)(file)


def _tried(texts: Sequence[str], figures: Callable[[Sequence[Pair]], Line]) -> Iterator[Line]:
    for peer, line in present(PEERS):
        for threshold in THRESHOLDS if peer else ():
            found, seconds = timed(lambda p=peer, t=threshold: list(p.answer(texts, t)))  # type: ignore[misc]
            yield line | {"threshold": threshold, **figures(found), **_rate(texts, seconds)}
        if peer is None:
            yield line


def _rate(texts: Sized, seconds: float) -> Line:
    return {"cpu_s": round(seconds, 2), "docs_per_cpu_s": round(len(texts) / seconds)}


def _of_clusters(file: Path) -> Iterator[Line]:
    asked = list(inputs(file))
    texts = [str(row["text"]) for row in asked]
    read = [document(row) for row in asked]
    found, seconds = timed(lambda: families(read))
    home = {d: f.id for f in found if len(f.documents) > 1 for d in f.documents}
    ours = [named(row) | {"cluster": home.get(d.id)} for row, d in zip(asked, read, strict=True)]
    yield {"peer": OURS} | _scored(ours, file) | _rate(texts, seconds)

    def figures(pairs: Sequence[Pair]) -> Line:
        parts = united(len(texts), pairs)
        return _scored([named(row) | {"cluster": part} for row, part in zip(asked, parts, strict=True)], file)

    yield from _tried(texts, figures)


def _scored(answers: Sequence[Any], file: Path) -> Line:
    found = lineage.score(answers, file)
    return {name: found[name] for name in ("pair_precision", "pair_recall", "pair_f1") if name in found}


def _of_pairs(file: Path) -> Iterator[Line]:
    """Of the pairs those of which one stems from the other, wholly or in part; all their texts are one run."""
    asked = rows(file)
    gold = [row["label"] != "other" for row in asked]
    place = {row[side]["text"]: 0 for row in asked for side in ("a", "b")}
    place = {text: i for i, text in enumerate(place)}
    pairs = [(place[row["a"]["text"]], place[row["b"]["text"]]) for row in asked]
    known = {row[side]["text"]: row[side] for row in asked for side in ("a", "b")}
    read = [document(known[text] | {"id": str(i)}) for text, i in place.items()]
    found, seconds = timed(lambda: families(read))
    home = {d: f.id for f in found for d in f.documents}
    tied = {(e.a, e.b) for f in found for e in f.edges if e.kind != "possible"}
    ids = [tuple(sorted((read[i].id, read[j].id))) for i, j in pairs]
    ours = [home[a] == home[b] or (a, b) in tied for a, b in ids]
    yield {"peer": OURS} | _judged(ours, gold) | _rate(place, seconds)

    def figures(told: Sequence[Pair]) -> Line:
        parts = united(len(place), told)
        return _judged([parts[i] == parts[j] for i, j in pairs], gold)

    yield from _tried(list(place), figures)


def _judged(told: Sequence[bool], gold: Sequence[bool]) -> Line:
    right = sum(a and b for a, b in zip(told, gold, strict=True))
    return {f"pair_{name}": value for name, value in prf(right, sum(told), right, sum(gold)).items()}
