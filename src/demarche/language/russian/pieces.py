"""The words of a Russian sentence -> pieces that name something: states, bodies, roles, persons, longest first."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from demarche.language.russian.morphology import base_forms, forms, name_forms, plain
from demarche.lexicon.translations import RoleName, translations
from demarche.model import Sentence, Token

Kind = Literal[
    "state", "adjective", "joined", "city", "organisation", "organ", "seat", "noun", "people", "role", "person"
]
CAPITAL = frozenset({"state", "city", "organisation", "organ", "seat", "person"})
"""Kinds whose first letter is a capital in Russian."""


class Entry(NamedTuple):
    """A phrase of the word lists: the forms of each of its words, and what it names."""

    kind: Kind
    target: str
    words: tuple[frozenset[str], ...]
    shouted: bool
    role: RoleName | None = None


class Piece(NamedTuple):
    """Words `i` up to `j` that name something; `targets` are two for *российско-турецкий*."""

    kind: Kind
    i: int
    j: int
    target: str
    role: RoleName | None = None


def pieces(text: str, sentence: Sentence) -> dict[int, Piece]:
    """The pieces of a sentence by their first word; they do not overlap."""
    words = [text[t.start : t.end] for t in sentence.tokens]
    found: dict[int, Piece] = {}
    i = 0
    while i < len(words):
        piece = _longest(words, sentence.tokens, i) or _joined(words, i)
        if piece:
            found[i] = piece
        i = piece.j if piece else i + 1
    return found


def _longest(words: list[str], tokens: tuple[Token, ...], i: int) -> Piece | None:
    best: Entry | None = None
    for form in name_forms(words[i]) if words[i][:1].isupper() else forms(words[i]):
        for entry in _index().get(form, ()):
            if (best is None or len(entry.words) > len(best.words)) and _stands(entry, words, tokens, i):
                best = entry
    return Piece(best.kind, i, i + len(best.words), best.target, best.role) if best else None


def _stands(entry: Entry, words: list[str], tokens: tuple[Token, ...], i: int) -> bool:
    """Do the words stand here, capitals where they must be? At a sentence's head a lone name must be tagged a noun."""
    if i + len(entry.words) > len(words) or (entry.shouted and not words[i].isupper()):
        return False
    if entry.kind in CAPITAL and not words[i][:1].isupper():
        return False
    if i == 0 and len(entry.words) == 1 and entry.kind in ("state", "city") and tokens[i].upos not in ("PROPN", "NOUN"):
        return False
    if len(entry.words) == 1 and entry.kind in ("state", "city", "noun") and not forms(words[i]) & entry.words[0]:
        return False
    read = name_forms if entry.kind == "person" else forms
    return all(read(words[i + n]) & wanted for n, wanted in enumerate(entry.words))


def _joined(words: list[str], i: int) -> Piece | None:
    """*российско-турецкий*, *американо-российско-украинский*: the adjective last, first halves before it."""
    parts = plain(words[i]).split("-")
    if len(parts) < 2 or any(p not in _halves() for p in parts[:-1]):
        return None
    last = next((a for f in forms(words[i]) if (a := _adjectives().get(f.rpartition("-")[2]))), None)
    return Piece("joined", i, i + 1, "|".join([*(_halves()[p] for p in parts[:-1]), last])) if last else None


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    """Every entry under each form of its first word."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries():
        for form in entry.words[0]:
            found[form].append(entry)
    return {form: tuple(entries) for form, entries in found.items()}


def _entries() -> Iterator[Entry]:
    names = translations("ru")
    for state in names.states:
        yield from (_entry("state", f"iso:{state.state}", n) for n in state.names)
        yield from (_entry("adjective", f"iso:{state.state}", a) for a in state.adjectives)
        yield from (_entry("city", c, c) for c in state.capitals)
    yield from (_entry("city", p.name, p.name) for p in names.places if p.name not in {b.phrase for b in names.bodies})
    yield from (_entry(b.kind, b.target, b.phrase) for b in names.bodies)
    yield from (_entry("role", r.role, r.phrase, r) for r in names.roles)
    persons = {p.name: p.person for p in names.persons}
    surnames = defaultdict(set)
    for name, person in persons.items():
        surnames[name.split()[-1]].add(person)
    alone = {s: next(iter(of)) for s, of in surnames.items() if len(of) == 1 and len(s) > 3}
    yield from (_entry("person", person, name) for name, person in {**persons, **alone}.items())


def _entry(kind: Kind, target: str, phrase: str, role: RoleName | None = None) -> Entry:
    first, *rest = phrase.split()
    if kind == "person":
        words = [frozenset({plain(w)}) for w in (first, *rest)]
    else:
        words = [base_forms(first), *(forms(w) for w in rest)]
    return Entry(kind, target, tuple(words), phrase.isupper(), role)


@cache
def _adjectives() -> dict[str, str]:
    return {plain(a): f"iso:{s.state}" for s in translations("ru").states for a in s.adjectives}


@cache
def _halves() -> dict[str, str]:
    """*российско*, *американо*, *франко*."""
    halves = {a[:-2] + "о": target for a, target in _adjectives().items()}
    return halves | {j: f"iso:{s.state}" for s in translations("ru").states for j in s.joined}
