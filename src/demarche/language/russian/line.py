"""A sentence as the finder of Russian mentions walks through it: its words, its pieces, its names of persons."""

from demarche.language.russian.pieces import Piece, pieces
from demarche.model import Sentence

PARTICLES = frozenset(
    [
        "фон",
        "дер",
        "ван",
        "де",
        "да",
        "ди",
        "дель",
        "бен",
        "бин",
        "ибн",
        "аль",
        "ас",
        "эль",
        "эс",
        "эд",
        "ад",
        "ар",
        "ат",
    ]
)
"""Small words inside foreign names."""


class Line:
    """Look-ups by word number."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.tokens = sentence.tokens
        self.words = [text[t.start : t.end] for t in sentence.tokens]
        self.pieces = pieces(text, sentence)
        self._persons = [
            any(n.start <= t.start < n.end for n in sentence.names if n.kind == "PER") for t in sentence.tokens
        ]
        self._places = {n.start: n.end for n in sentence.names if n.kind == "LOC"}

    def __len__(self) -> int:
        return len(self.words)

    def low(self, k: int) -> str:
        """The word in small letters, empty outside the sentence."""
        return self.words[k].lower() if 0 <= k < len(self.words) else ""

    def piece(self, k: int, *kinds: str) -> Piece | None:
        """The piece that begins at a word, if it is of one of the kinds."""
        found = self.pieces.get(k)
        return found if found and (not kinds or found.kind in kinds) else None

    def feature(self, k: int, name: str) -> str:
        """A feature of a word, empty where it has none."""
        pairs = (pair.partition("=") for pair in self.tokens[k].feats.split("|"))
        return next((value for key, _, value in pairs if key == name), "")

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Words `i` up to `j` as offsets."""
        return self.tokens[i].start, self.tokens[j - 1].end

    def noun(self, piece: Piece) -> int:
        """The head word of a piece: its first noun."""
        inside = range(piece.i, piece.j)
        return next((k for k in inside if self.tokens[k].upos in ("NOUN", "PROPN")), piece.i)

    def place(self, k: int) -> int | None:
        """Where the name of a place that begins here ends, as the model found it."""
        end = self._places.get(self.tokens[k].start)
        return next((j for j in range(k + 1, len(self) + 1) if self.tokens[j - 1].end >= end), None) if end else None

    def name(self, k: int, sure: bool = False) -> int | None:
        """Where the name of a person that begins here ends. `sure`: a title before it vouches for it."""
        j = last = k
        vouched = sure
        while j < len(self) and j < k + 9 and self._of_name(j, k):
            vouched = vouched or self._persons[j] or self.piece(j, "person") is not None
            whole = self.piece(j, "person")
            j = whole.j if whole else j + 1
            last = j if self.words[j - 1][:1].isupper() or self.words[j - 1] == "." else last
            if whole and whole.j - whole.i > 1:
                break
        while last > k and self.words[last - 1] == ".":
            last -= 1
        return last if vouched and last > k and any(len(self.words[n]) > 1 for n in range(k, last)) else None

    def _of_name(self, j: int, k: int) -> bool:
        piece, word = self.piece(j), self.words[j]
        if piece is not None:
            return piece.kind == "person"
        if word == ".":
            return j > k and len(self.words[j - 1]) == 1 and self.words[j - 1].isupper()
        if word[:1].isupper():
            return self._persons[j] or self.tokens[j].upos == "PROPN"
        return j > k and word in PARTICLES
