"""Everything that words can name, in one automaton: text -> which names stand where, all of them, in one pass."""

import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

import ahocorasick
import msgspec

from demarche.lexicon.kept import keep, path
from demarche.lexicon.names import folded, key
from demarche.lexicon.shelf import Shelf

SurfaceKind = Literal[
    "state", "adjective", "demonym", "region", "seat", "organ", "organisation", "person", "title", "city", "agent",
    "body", "none",
]  # fmt: skip

_OF_ALIAS: dict[str, SurfaceKind] = {
    "name": "state", "abbrev": "state", "historic": "state", "adjective": "adjective", "demonym": "demonym",
    "capital": "seat", "region": "region", "joined": "adjective", "none": "none",
}  # fmt: skip

TITLE, SHORT = 3, 3
"""The case of a title, in which words of so few letters may be small."""

JOINED = 4
"""The case of the first half of a compound, which is a name before a hyphen and a nationality only."""
_SECOND_HALF = re.compile(r"[-–‑][A-Z][a-z]+(?:an|ese|ish|ch|i|ek|iss|ai|ot)\b")

SPOKEN = 4
"""Letters beyond which an acronym with two vowels is spoken, and may be written, as a word."""

LARGE = 400_000
"""Cities with fewer people are named in `places.csv`, and found by name only when asked for or when a capital."""


class Surface(NamedTuple):
    """One thing that words can name. `case`: 0 any, 1 a capital first, 2 capitals throughout, 3 capitals as in a title,
    4 a capital first and the second half of a compound behind.

    *New Ideas* is a party, *New ideas* are none.
    """

    kind: SurfaceKind
    target: str
    case: int = 1
    plural: bool = False
    doubtful: bool = False


class Named(NamedTuple):
    """A name by its length, and all it can stand for."""

    length: int
    surfaces: tuple[Surface, ...]


class Hit(NamedTuple):
    """Words that name something; offsets of the text."""

    start: int
    end: int
    surfaces: tuple[Surface, ...]


class Surfaces:
    """The automaton over all names; `named` is what each of them, by number, can stand for."""

    def __init__(self, automaton: ahocorasick.Automaton, named: Sequence[bytes]) -> None:
        self._automaton, self._named = automaton, named
        self._met: dict[int, Named] = {}

    def _of(self, number: int) -> Named:
        """A name by its number; read when a text first has it, because most are in none."""
        if (found := self._met.get(number)) is None:
            found = self._met[number] = msgspec.msgpack.decode(self._named[number], type=Named)
        return found

    def hits(self, text: str) -> Iterator[Hit]:
        """Every name in the text whose letters have the case it needs, in order of their ends; they may overlap."""
        for last, number in self._automaton.iter(f" {folded(text)} "):
            length, found = self._of(number)
            start, end = last - 1 - length, last - 1
            fitting = _fitting(text[start:end], found, text, end)
            if fitting:
                yield Hit(start, end, fitting)


def surfaces(tables: Shelf) -> Surfaces:
    """The names of all tables: from the cache, or made and kept there.

    The automaton is kept as a pickle: its own format takes five times as long to load. Like Python's compiled modules,
    it is trusted because it lies in the user's own folder.
    """
    if not (name := tables.digest):
        return Surfaces(*_made(tables))
    file = f"names-{name}.pickle"
    try:
        return Surfaces(*pickle.loads(path(file).read_bytes()))
    except (OSError, ValueError, EOFError, TypeError, pickle.UnpicklingError):
        made = _made(tables)
        keep(file, lambda part: part.write_bytes(pickle.dumps(made)))
        return Surfaces(*made)


def _made(tables: Shelf) -> tuple[ahocorasick.Automaton, list[bytes]]:
    named = _named(tables)
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, name in enumerate(named):
        automaton.add_word(f" {name} ", number)
    automaton.make_automaton()
    return automaton, [msgspec.msgpack.encode(one) for one in named.values()]


def _named(tables: Shelf) -> dict[str, Named]:
    """Each name and what it can stand for; the order is the tables', so that numbers stay true."""
    found: dict[str, dict[Surface, None]] = defaultdict(dict)
    for words, surface in _surfaces(tables):
        for name in dict.fromkeys((key(words), folded(words).strip())):  # "Lt. Gen.": two blanks for a stop and a blank
            if name:
                found[name][surface] = None
    return {name: Named(len(name), tuple(own)) for name, own in found.items()}


def _fitting(words: str, found: tuple[Surface, ...], text: str, end: int) -> tuple[Surface, ...]:
    have = 0 if words[0].islower() else 2 if words.isupper() else 1
    return tuple(s for s in found if s.case <= have or (have and _in_its_place(words, s, text, end)))


def _in_its_place(words: str, s: Surface, text: str, end: int) -> bool:
    if s.case == JOINED:
        return _SECOND_HALF.match(text, end) is not None
    return s.case == TITLE and _is_title(words)


def _is_title(words: str) -> bool:
    return not any(w[0].islower() and len(w) > SHORT for w in words.split())


def _surfaces(tables: Shelf) -> Iterator[tuple[str, Surface]]:
    for a in tables.aliases:
        case = JOINED if a.kind == "joined" else 2 if a.kind == "abbrev" and a.surface.replace(".", "").isupper() else 1
        yield a.surface, Surface(_OF_ALIAS[a.kind], a.entity, case, a.kind == "demonym", a.needs_context)
    for body in tables.organisations:
        yield from ((words, Surface("organisation", body.id, _case(words))) for words in body.surfaces)
    for organ in tables.organs:
        yield from ((words, Surface("organ", organ.id, _title_case(words))) for words in organ.surfaces)
    for person in tables.persons:
        yield from ((n, Surface("person", person.id)) for n in (person.name, *person.variants) if " " in n)
    for city in tables.places:
        if city.population >= LARGE or city.capital or city.source == "hand":
            yield from ((n, Surface("city", city.id)) for n in (city.name, *city.names))
    for noun in tables.bodies:
        yield noun.phrase, Surface("body", noun.organ, 0)
    for agent in tables.agents:
        yield agent.phrase, Surface("agent", agent.sector, 0)
        yield plural_of(agent.phrase), Surface("agent", agent.sector, 0, plural=True)
    yield from _titles(tables)


def _case(words: str) -> int:
    """British papers write *Ecowas* and *Asean*: an acronym of five letters or more that can be read as a word."""
    if words[0].islower():
        return 0
    spoken = len(words) > SPOKEN and sum(c in "AEIOU" for c in words) > 1
    return 2 if words.isupper() and len(words) <= 6 and not spoken else 1


def _title_case(words: str) -> int:
    return TITLE if _case(words) == 1 and " " in words and _is_title(words) else _case(words)


def _titles(tables: Shelf) -> Iterator[tuple[str, Surface]]:
    for title in tables.titles:
        if ". " in title.phrase:
            yield title.phrase, Surface("title", key(title.phrase), 0)
    for phrase in dict.fromkeys(key(t.phrase) for t in tables.titles):
        for words in _spellings(phrase):
            yield words, Surface("title", phrase, 0)
            if words[-1] != "." and phrase not in ("authorities", "gen", "sen", "rep", "mp"):
                yield plural_of(words), Surface("title", phrase, 0, plural=True)


def _spellings(phrase: str) -> Iterable[str]:
    other = phrase
    for one, two in (("adviser", "advisor"), ("defence", "defense"), ("labour", "labor"), ("councillor", "councilor")):
        other = other.replace(one, two) if one in other else other.replace(two, one)
    return dict.fromkeys((phrase, other))


def plural_of(phrase: str) -> str:
    """`ministers of defence`, `secretaries of state`, `deputy foreign ministers`."""
    words = phrase.split()
    at = next((i - 1 for i, w in enumerate(words) if w in ("of", "for", "to", "in", "at") and i), len(words) - 1)
    words[at] = _plural_word(words[at])
    return " ".join(words)


def _plural_word(word: str) -> str:
    if word.endswith("general"):
        return word + "s"
    if word.endswith("man") and word not in ("german", "human"):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
