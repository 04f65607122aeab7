"""A sentence's words -> its pieces: names, titles, countries and single words, none of which overlap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from demarche.language.mentions.namesakes import part_of
from demarche.lexicon.actors import City
from demarche.lexicon.languages import mapping
from demarche.lexicon.surfaces import Hit, Surface
from demarche.model import Sentence

Kind = str
"""A `SurfaceKind`, or `word`, or `end` beyond the last."""

BODIES = frozenset(
    {"state", "adjective", "demonym", "region", "seat", "organ", "organisation", "city", "org_name", "place_name"}
)
"""Pieces that say whose somebody is."""


class Piece(NamedTuple):
    """Words `i` to `j` of a sentence that belong together; `low` is how they read in small letters."""

    kind: Kind
    i: int
    j: int
    low: str
    target: str = ""
    plural: bool = False
    capital: bool = False
    doubtful: bool = False


END = Piece("end", -1, -1, "")

ARTICLES = frozenset(["determiner", "possessive"])

NO_CITIES: Mapping[str, City] = {}

_FIRST = (
    "none", "title", "state", "adjective", "demonym", "person", "organ", "organisation", "seat", "region", "name",
    "city", "body", "org_name", "place_name", "agent",
)  # fmt: skip
_RANK = {kind: n for n, kind in enumerate(_FIRST)}

_NAMES = {"PER": "name", "ORG": "org_name", "LOC": "place_name"}


EXCELLENCIES = frozenset(["excellency", "majesty", "highness", "royal"])
"""What makes *his* and *her* the beginning of a name."""


class Line:
    """A sentence as its pieces, which a reader can look along without falling off the end.

    `classes` are those of the small words (`actor_words`), piece by piece.
    """

    def __init__(
        self, text: str, sentence: Sentence, hits: Iterable[Hit], cities: Mapping[str, City] = NO_CITIES
    ) -> None:
        self.sentence = sentence
        self.words = [text[t.start : t.end] for t in sentence.tokens]
        self.pieces = _pieces(self.words, sentence, _found(text, sentence, hits, self.words, cities))
        small = mapping("en", "actor_words")
        self.classes = [small.get(p.low, "") for p in self.pieces]
        self._count = len(self.pieces)
        self._ended = [*self.pieces, END]

    def __getitem__(self, k: int) -> Piece:
        return self._ended[k if 0 <= k < self._count else -1]

    def __len__(self) -> int:
        return self._count

    def openings(self) -> Iterator[int]:
        """Where a phrase that names somebody can begin: most words of a text are passed over here."""
        pieces, classes, last = self.pieces, self.classes, self._count - 1
        for k, piece in enumerate(pieces):
            kind = classes[k]
            small = kind and (kind not in ARTICLES or (k < last and self._goes_on(k + 1)))
            if small or piece[0] != "word" or (k and classes[k - 1] == "honorific"):
                yield k

    def _goes_on(self, k: int) -> bool:
        return self.pieces[k].kind != "word" or bool(self.classes[k]) or self.pieces[k].low in EXCELLENCIES

    def start(self, k: int) -> int:
        """Where a piece starts in the text."""
        return self.sentence.tokens[self.pieces[k].i].start

    def end(self, k: int) -> int:
        """Where a piece ends in the text."""
        return self.sentence.tokens[self.pieces[k].j - 1].end


def _pieces(words: Sequence[str], sentence: Sentence, found: Iterable[Piece]) -> list[Piece]:
    """The longest first; then the gaps between them, word by word."""
    chosen: list[Piece | None] = [None] * len(words)
    for one in sorted(found, key=lambda p: (p.i - p.j, _RANK[p.kind])):
        if all(chosen[n] is None for n in range(one.i, one.j)):
            chosen[one.i : one.j] = [one] * (one.j - one.i)
    out: list[Piece] = []
    for n, piece in enumerate(chosen):
        if piece is None or piece.kind == "none":
            low, capital = _shape(words[n])
            out.append(Piece("word", n, n + 1, low, "", False, capital))
        elif piece.i == n:
            out.append(piece)
    return out


@lru_cache(maxsize=50_000)
def _shape(word: str) -> tuple[str, bool]:
    """A word in small letters, and whether it begins with a capital."""
    return word.lower().replace("’", "'"), word[:1].isupper()


def _found(
    text: str, sentence: Sentence, hits: Iterable[Hit], words: Sequence[str], cities: Mapping[str, City]
) -> Iterator[Piece]:
    starts = {t.start: n for n, t in enumerate(sentence.tokens)}
    ends = {t.end: n + 1 for n, t in enumerate(sentence.tokens)}
    known: list[Piece] = []
    for hit in hits:
        i, j = starts.get(hit.start), ends.get(hit.end)
        if j is None and text[hit.end : hit.end + 1] == ".":
            j = ends.get(hit.end + 1)
        if i is None or j is None:
            continue
        surface = min(hit.surfaces, key=lambda s: _RANK[s.kind])
        if not _is_no_noun(sentence, j - 1, surface):
            known.append(_piece(words, i, j, surface))
    known = [_elsewhere(p, known, words) for p in _of_their_own(known)]
    parts = ((p, part_of(p, known, words, cities)) for p in known)
    known = [p._replace(kind="region", target=owner) if owner else p for p, owner in parts]
    yield from known
    for name in sentence.names:
        first, last = starts.get(name.start), ends.get(name.end)
        if first is not None and last is not None and name.kind in _NAMES:
            yield from _named(words, first, last, _NAMES[name.kind], known)


def _of_their_own(known: Sequence[Piece]) -> list[Piece]:
    """Without what is only part of the name of nobody: *Western* in *Western Hemisphere*."""
    nobody = [p for p in known if p.kind == "none"]
    return [p for p in known if p.kind == "none" or not any(n.i <= p.i and p.j <= n.j for n in nobody)]


def _elsewhere(piece: Piece, known: Sequence[Piece], words: Sequence[str]) -> Piece:
    """*Italian Democratic Party*, *Royal Air Force of Oman*: beside another state's name an organ is not the one of the
    tables.
    """
    if piece.kind != "organ" or piece.target.startswith(("organ:EU", "organ:UN")):
        return piece
    state = "iso:" + piece.target.removeprefix("organ:").split("/")[0]
    for before in known:
        if before.j == piece.i and before.kind == "adjective" and before.target not in (state, ""):
            low = " ".join(words[before.i : piece.j]).lower()
            return Piece("org_name", before.i, piece.j, low, before.target, capital=True)
        behind = before.i == piece.j + 1 or (before.i == piece.j + 2 and words[before.i - 1].lower() == "the")
        if behind and words[piece.j].lower() == "of" and before.kind == "state" and before.target not in (state, ""):
            return Piece("org_name", piece.i, piece.j, piece.low, before.target, capital=True)
    return piece


def _piece(words: Sequence[str], i: int, j: int, s: Surface) -> Piece:
    low = " ".join(words[i:j]).lower()
    return Piece(s.kind, i, j, low, s.target, s.plural, words[i][:1].isupper(), s.doubtful)


def _is_no_noun(sentence: Sentence, last: int, surface: Surface) -> bool:
    """*to head*, *general elections*: a title's word that is no noun here, where the words' classes are known."""
    token = sentence.tokens[last]
    return surface.case == 0 and token.upos in ("VERB", "AUX", "ADJ", "ADV", "ADP")


def _named(words: Sequence[str], i: int, j: int, kind: str, known: Sequence[Piece]) -> Iterator[Piece]:
    """A name the model found, without a title or country that it took in at its front."""
    inside = [p for p in known if i <= p.i and p.j <= j]
    if _is_spelled_out(i, j, inside):
        return
    if kind == "name" and any(p.kind == "title" and p.j == j and p.i > i for p in inside):
        return
    if kind == "name":
        i = _bare(words, i, j, inside)
        i = j if i == j - 1 and len(words[i]) == 1 else i
    if i < j:
        named = (p for p in inside if p.kind in ("state", "adjective", "organ", "region"))
        states = (_state(p) for p in sorted(named, key=lambda p: (p.i, -p.j)))
        target = next(states, "") if kind == "org_name" else ""
        yield Piece(kind, i, j, " ".join(words[i:j]).lower(), target, capital=words[i][:1].isupper())


def _state(piece: Piece) -> str:
    return "iso:" + piece.target.removeprefix("organ:").split("/")[0] if piece.kind == "organ" else piece.target


def _bare(words: Sequence[str], i: int, j: int, inside: Sequence[Piece]) -> int:
    """Where a person's own name begins: after titles, countries, *-elect*; at the end where nothing else is left."""
    while i < j and not any(p.i == i and p.kind == "person" for p in inside):
        front = [p.j for p in inside if p.i == i and p.kind in ("title", "adjective", "state", "organisation", "organ")]
        if front and (max(front) < j or any(p.kind == "title" for p in inside)):
            i = max(front)
        elif words[i].lower() in ("elect", "designate", "-"):
            i += 1
        else:
            break
    return i


def _is_spelled_out(i: int, j: int, inside: Sequence[Piece]) -> bool:
    """*Russian Foreign Ministry*: a country and a noun say more than a name, whatever kind the model takes it for."""
    fronts = {p.j for p in inside if p.i == i and p.kind in ("state", "adjective")}
    return any(p.kind == "body" and p.j == j and p.i in fronts for p in inside)
