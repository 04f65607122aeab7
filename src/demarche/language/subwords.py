"""The pieces an encoder's vocabulary cuts a word into."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from demarche.model import BrokenModel

MOST_PIECES = 8
"""Pieces kept of one word: a web address of eighty pieces says no more than its first eight."""

LONGEST = 500
"""Pieces of one sentence: the encoder knows 512 places."""


class Subwords:
    """Word to piece numbers, remembered, because words repeat."""

    def __init__(self, vocabulary: Path) -> None:
        tokenizer = Tokenizer.from_file(str(vocabulary))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.opening, self.closing, self._unknown = (_number(tokenizer, t) for t in ("[CLS]", "[SEP]", "[UNK]"))
        self.pieces = lru_cache(maxsize=200_000)(self._pieces)

    def sentence(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; only the first of each if the sentence would otherwise be too long."""
        pieces = [self.pieces(word) for word in words]
        return pieces if sum(map(len, pieces)) <= LONGEST else [own[:1] for own in pieces]

    def _pieces(self, word: str) -> tuple[int, ...]:
        # Cut before the tokenizer sees it: nobody writes a word of 400 letters, but files hold them.
        ids = self._tokenizer.encode(word[:100], add_special_tokens=False).ids
        return tuple(ids[:MOST_PIECES]) or (self._unknown,)


def _number(tokenizer: Tokenizer, token: str) -> int:
    number: int | None = tokenizer.token_to_id(token)
    if number is None:
        raise BrokenModel(f"the vocabulary has no {token}")
    return number
