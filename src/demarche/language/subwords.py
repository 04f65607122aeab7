"""The pieces an encoder's vocabulary cuts a word into."""

from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer

MOST_PIECES = 8
"""Pieces kept of one word: a web address of eighty pieces says no more than its first eight."""


class Subwords:
    """Word to piece numbers, remembered, because words repeat."""

    def __init__(self, vocabulary: Path) -> None:
        tokenizer = Tokenizer.from_file(str(vocabulary))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self.opening: int = tokenizer.token_to_id("[CLS]")
        self.closing: int = tokenizer.token_to_id("[SEP]")
        self._unknown: int = tokenizer.token_to_id("[UNK]")
        self.pieces = lru_cache(maxsize=200_000)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        # Cut before the tokenizer sees it: nobody writes a word of 400 letters, but files hold them.
        ids = self._tokenizer.encode(word[:100], add_special_tokens=False).ids
        return tuple(ids[:MOST_PIECES]) or (self._unknown,)
