"""A Russian word -> the forms under which it may stand in a word list, whatever its case."""

import warnings
from functools import cache, lru_cache

from natasha import MorphVocab

ENDINGS = ("ого", "его", "ому", "ему", "ом", "ем", "ым", "им", "ой", "ей", "а", "я", "у", "ю", "е", "ы", "и")
BASES = ("", "й", "ь", "а", "я", "ий", "ый")


@cache
def vocabulary() -> MorphVocab:
    """The dictionary of forms, read once a process; how it finds its data, setuptools warns of, and is pinned for."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*pkg_resources", category=UserWarning)
        return MorphVocab()


def plain(word: str) -> str:
    """Small letters, *ё* as *е*, one apostrophe."""
    return word.lower().replace("ё", "е").replace("’", "'")


@lru_cache(maxsize=50_000)
def forms(word: str) -> frozenset[str]:
    """The word and its possible dictionary forms."""
    return frozenset({plain(word), *(plain(f.normal) for f in vocabulary()(word))})


@lru_cache(maxsize=5_000)
def base_forms(word: str) -> frozenset[str]:
    """The same of a word that stands in a list in the nominative: no reading of it in another case."""
    nominative = (f for f in vocabulary()(word) if f.feats.get("Case", "Nom") == "Nom")
    return frozenset({plain(word), *(plain(f.normal) for f in nominative)})


@lru_cache(maxsize=50_000)
def name_forms(word: str) -> frozenset[str]:
    """A name and what may be its nominative: the dictionary has few foreign names, so endings come off by rule too."""
    low = plain(word)
    stems = (low[: -len(e)] for e in ENDINGS if low.endswith(e) and len(low) - len(e) > 1)
    return forms(word) | {stem + base for stem in stems for base in BASES}


@lru_cache(maxsize=50_000)
def certain(word: str) -> dict[str, str]:
    """Case and number of a noun that its form leaves no doubt of, whatever a tagger makes of it: *Президенты*."""
    read = [f for f in vocabulary()(word) if f.tag.POS]
    if not read or any(f.pos != "NOUN" for f in read) or not vocabulary().word_is_known(word):
        return {}
    told = {(f.feats.get("Case"), f.feats.get("Number")) for f in read}
    (case, number), *more = told
    return {"Case": case, "Number": number} if not more and case and number else {}


@lru_cache(maxsize=10_000)
def may_be_plural(word: str) -> bool:
    """Is one of the readings of a noun a plural?"""
    return any(f.pos == "NOUN" and f.feats.get("Number") == "Plur" for f in vocabulary()(word))
