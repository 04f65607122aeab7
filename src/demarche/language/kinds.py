"""The names of a text as the network found them, sentence by sentence -> the same names, of one mind over the text.

A title is no part of a name; a country is a place, whatever it does; a nationality word is one wherever it stands; a
surname is that of the person whose full name the text gives; what is named three times is the same kind each time.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from demarche.lexicon.actors import Alias, State
from demarche.lexicon.languages import words
from demarche.lexicon.tables import data, load_csv
from demarche.model import Name, Sentence
from demarche.model.values import NameKind

LONGEST_ADJECTIVE = 2
OFTEN = 3


def settled(text: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences with their names' kinds settled."""
    found = [tuple(_own(text, sentence)) for sentence in sentences]
    every = [(_said(text, name), name.kind) for names in found for name in names]
    known = {**_surnames(every), **_often(every)}
    return tuple(
        msgspec.structs.replace(sentence, names=tuple(_as_known(text, name, known) for name in names))
        for sentence, names in zip(sentences, found, strict=True)
    )


def _said(text: str, name: Name) -> str:
    return " ".join(text[name.start : name.end].split())


def _own(text: str, sentence: Sentence) -> Iterator[Name]:
    """What a sentence settles by itself: names in order, nationality words among them."""
    names = [n for name in sentence.names if (n := _plain(text, sentence, name))]
    adjectives = (n for n in _adjectives(text, sentence) if not any(m.start <= n.start < m.end for m in names))
    yield from sorted([*names, *adjectives])


def _plain(text: str, sentence: Sentence, name: Name) -> Name | None:
    """A name without the titles before it, of the kind its words decide; nothing if it was only a title."""
    said = _said(text, name)
    if said in _places():
        return Name(name.start, name.end, "LOC")
    if said in _nationalities():
        return Name(name.start, name.end, "NORP")
    if name.kind != "PER":
        return name
    tokens = [t for t in sentence.tokens if name.start <= t.start < name.end]
    start = next((t.start for t in tokens if not _title(text[t.start : t.end])), None)
    return None if start is None else Name(start, name.end, "PER")


def _title(word: str) -> bool:
    return word.lower().rstrip(".") in words("en", "titles")


def _adjectives(text: str, sentence: Sentence) -> Iterator[Name]:
    """Nationality words, the longer first: *South Korean* is not *Korean*."""
    tokens, initials, done = sentence.tokens, _initials(), 0
    for at in [n for n, token in enumerate(tokens) if text[token.start] in initials]:
        if at < done:
            continue
        ends = range(min(at + LONGEST_ADJECTIVE, len(tokens)), at, -1)
        end = next((e for e in ends if text[tokens[at].start : tokens[e - 1].end] in _nationalities()), at)
        if end > at:
            yield Name(tokens[at].start, tokens[end - 1].end, "NORP")
        done = end


def _surnames(every: Sequence[tuple[str, NameKind]]) -> Mapping[str, NameKind]:
    """Last words of full names of persons."""
    full = (said.split() for said, kind in every if kind == "PER" and " " in said)
    return {words_[-1]: "PER" for words_ in full if words_[-1] not in _places() and len(words_[-1]) > 2}


def _often(every: Sequence[tuple[str, NameKind]]) -> Mapping[str, NameKind]:
    """The kind that a name has most often in the text, where it is named often enough to tell."""
    counts: dict[str, Counter[NameKind]] = {}
    for said, kind in every:
        counts.setdefault(said, Counter())[kind] += 1
    often = {said: kinds for said, kinds in counts.items() if kinds.total() >= OFTEN}
    usual = {said: max(sorted(kinds), key=kinds.__getitem__) for said, kinds in often.items()}
    return {said: kind for said, kind in usual.items() if 2 * often[said][kind] > often[said].total()}


def _as_known(text: str, name: Name, known: Mapping[str, NameKind]) -> Name:
    kind = known.get(_said(text, name))
    settled_already = kind is None or name.kind == "NORP" or _said(text, name) in _places()
    return name if settled_already else Name(name.start, name.end, kind or name.kind)


@cache
def _places() -> frozenset[str]:
    """Names of countries and their capitals."""
    states = {n for s in load_csv(data("actors", "states.csv"), State) for n in (s.name, s.full_name, s.capital)}
    return frozenset(n for n in states | _aliases("name", "capital", "abbrev") if n)


@cache
def _nationalities() -> frozenset[str]:
    return words("en", "demonyms") | {a for a in _aliases("adjective", "demonym") if a not in _places()}


@cache
def _initials() -> frozenset[str]:
    """What nationality words begin with: capitals."""
    return frozenset(word[0] for word in _nationalities())


def _aliases(*kinds: str) -> frozenset[str]:
    rows = load_csv(data("actors", "aliases.csv"), Alias)
    return frozenset(a.surface for a in rows if a.kind in kinds and not a.needs_context)
