"""Nationality, religion and party words, tagged NORP in every corpus, because none of them marks them alike."""

from collections.abc import Sequence

from demarche.lexicon.languages import words

NORP = words("en", "demonyms")


def with_demonyms(sentence: Sequence[str], tags: Sequence[str]) -> tuple[str, ...]:
    """The tags, with a nationality word outside a longer name marked as one."""
    out = list(tags)
    for i, word in enumerate(sentence):
        alone = tags[i] in ("O", "?") or (tags[i] == "B-MISC" and not _goes_on(tags, i))
        if alone and word in NORP:
            out[i] = "B-NORP"
    return tuple(out)


def _goes_on(tags: Sequence[str], i: int) -> bool:
    return i + 1 < len(tags) and tags[i + 1].startswith("I-")
