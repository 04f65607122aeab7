"""What no two corpora mark alike, marked one way in all: countries are LOC; nationality and party words are NORP."""

from collections.abc import Sequence

from demarche.lexicon.languages import words
from gazetteer import COUNTRIES

NORP = words("en", "demonyms")


def alike(sentence: Sequence[str], tags: Sequence[str]) -> tuple[str, ...]:
    """The tags, with a country marked as a place, and a nationality word outside a longer name as one."""
    out = list(tags)
    for start, end in _names(tags):
        if " ".join(sentence[start:end]) in COUNTRIES:
            out[start:end] = ["B-LOC"] + ["I-LOC"] * (end - start - 1)
    tags = tuple(out)
    for i, word in enumerate(sentence):
        alone = tags[i] in ("O", "?") or (tags[i] == "B-MISC" and not _goes_on(tags, i))
        if alone and word in NORP:
            out[i] = "B-NORP"
    return tuple(out)


def _goes_on(tags: Sequence[str], i: int) -> bool:
    return i + 1 < len(tags) and tags[i + 1].startswith("I-")


def _names(tags: Sequence[str]) -> list[tuple[int, int]]:
    starts = [i for i, tag in enumerate(tags) if tag.startswith("B-")]
    return [(i, next((j for j in range(i + 1, len(tags)) if not tags[j].startswith("I-")), len(tags))) for i in starts]
