"""How finding families grows: `python -m demarche.bench.scale TEXTS.jsonl[.gz] 10000 30000 100000`.

Documents are made from the texts of a file: every story is one of them told of another world (its rare words and names
exchanged for others, the same throughout), printed once or many times, word for word, lightly edited, or shortened. So
who copied whom is known, and stories share their common words only. The same seed makes the same documents.
"""

import argparse
import json
import random
import resource
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from pathlib import Path
from time import perf_counter
from typing import Any

from demarche.bench.rows import rows
from demarche.engine import cores
from demarche.families import joined, sign
from demarche.families.rarity import rarity
from demarche.families.stems import WORD, codes
from demarche.model import Document, text_sha256

RARE = 1.5
"""Weight from which a word belongs to the story and not to the language: all but what stands in a quarter of texts."""
PRINTED = ((0.55, 1, 1), (0.30, 2, 5), (0.12, 6, 20), (0.03, 21, 120))
"""Share of stories, and how often such a story is printed."""
FEWEST, WORDS = 100, 600
"""Words of a text that is taken, and how many of them."""
SEED = 2026


def documents(texts: Sequence[str], size: int) -> Iterator[tuple[Document, int]]:
    """So many documents, each with the number of its story."""
    dice = random.Random(SEED)
    yield from islice(_printed(texts, rare_words(texts), dice), size)


def rare_words(texts: Sequence[str]) -> list[str]:
    """The words that belong to the stories and not to the language."""
    return sorted({w for text in texts for w in WORD.findall(text.lower()) if w.isalpha() and _weight(w) > RARE})


def _printed(texts: Sequence[str], rare: list[str], dice: random.Random) -> Iterator[tuple[Document, int]]:
    story = 0
    while True:
        world = dict(zip(rare, dice.sample(rare, len(rare)), strict=True))
        for text in dice.sample(texts, len(texts)):
            told = WORD.sub(lambda m, w=world: _exchanged(m[0], w), " ".join(text.split()[:WORDS]))  # type: ignore[misc]
            for copy in range(times(dice)):
                body = told if copy == 0 else _edited(told, dice)
                name = f"{story}-{copy}"
                digest = text_sha256(body)
                yield Document(
                    id=f"doc_{story:07}_{copy:03}", source=name, text=body, text_sha256=digest, raw_sha256=digest,
                    language="en",
                ), story  # fmt: skip
            story += 1


def times(dice: random.Random) -> int:
    """How often a story is printed."""
    at = dice.random()
    for share, least, most in PRINTED:
        at -= share
        if at <= 0:
            return dice.randint(least, most)
    return 1


def _weight(word: str) -> float:
    return rarity()[codes("en")[word]]


def _exchanged(word: str, world: dict[str, str]) -> str:
    other = world.get(word.lower(), word)
    return other.capitalize() if word[0].isupper() and other is not word else other


def _edited(text: str, dice: random.Random) -> str:
    """A reprint, a light edit, or a shortened version."""
    kind = dice.random()
    if kind < 0.25:
        return text
    sentences = text.split(". ")
    kept = [s for s in sentences if dice.random() > (0.05 if kind < 0.8 else 0.3)] or sentences
    words = ". ".join(kept).split(" ")
    return " ".join(dice.choice(words) if dice.random() < 0.08 else w for w in words)


def measured(texts: Sequence[str], size: int, workers: int) -> dict[str, Any]:
    """Time, peak memory and rightness for so many documents; making them is not counted."""
    made, stories = [], {}
    for document, story in documents(texts, size):
        made.append(document)
        stories[document.id] = story
    began, before = perf_counter(), busy()
    profiles = list(sign(made, workers))
    signed = perf_counter()
    made.clear()
    found = joined(profiles, workers=workers)
    done = perf_counter()
    return {
        "documents": size, "stories": len(set(stories.values())), "workers": workers,
        "sign_s": round(signed - began, 1), "join_s": round(done - signed, 1), "seconds": round(done - began, 1),
        "cpu_s": round(busy() - before, 1),
        "docs_per_s": round(size / (done - began)), "peak_mb": peak_mb(),
        **_rightness([[stories[d] for d in f.documents] for f in found]),
    }  # fmt: skip


def busy() -> float:
    """Seconds of processor time, workers that have ended included: what a busy machine does not stretch."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def peak_mb() -> int:
    """The most that this process and any one of its workers held."""
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round((own + children) / 1024)


def _rightness(families: Sequence[Sequence[int]]) -> dict[str, Any]:
    """Pairs of one story put in one family, and pairs wrongly put there."""
    asked = Counter(story for family in families for story in family)
    inside = [Counter(family) for family in families]
    pairs = sum(n * (n - 1) // 2 for n in asked.values())
    right = sum(n * (n - 1) // 2 for c in inside for n in c.values())
    every = sum(len(family) * (len(family) - 1) // 2 for family in families)
    return {"pair_recall": round(right / max(1, pairs), 4), "wrong_pairs": every - right, "gold_pairs": pairs}


def growth(smaller: dict[str, Any], larger: dict[str, Any]) -> float:
    """The exponent of the processor time between two sizes: 1 is linear."""
    return round(log(larger["cpu_s"] / smaller["cpu_s"]) / log(larger["documents"] / smaller["documents"]), 2)


def main() -> None:
    """Measure and print, a line a size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("texts", type=Path)
    asked.add_argument("sizes", type=int, nargs="+")
    asked.add_argument("--workers", type=int, default=cores())
    given = asked.parse_args()
    texts = [text for row in rows(given.texts) if len((text := row["text"]).split()) >= FEWEST]
    before = None
    for size in given.sizes:
        now = measured(texts, size, given.workers)
        if before:
            now["growth"] = growth(before, now)
        sys.stdout.write(json.dumps(now) + "\n")
        sys.stdout.flush()
        before = now


if __name__ == "__main__":
    main()
