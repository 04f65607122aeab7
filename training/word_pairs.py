"""Which two English stems stand side by side: `src/demarche/families/data/pairs_en.bin`.

Counted in the same free texts as `stem_frequencies.py`, whose head names them with their licences. Kept is whether a
pair stands in two or more documents, as bits of a Bloom filter: no text can be read out of it.

    python training/word_pairs.py
"""

from collections import Counter
from itertools import pairwise

from demarche.families.fluency import BITS, places
from demarche.families.stems import FIGURE, coded
from stem_frequencies import SHARED, TABLE, pieces, readouts, treebank, wikigold

LEAST = 2


def main() -> None:
    """Count and write."""
    counted: Counter[tuple[int, int]] = Counter()
    documents = [
        *(p for f in sorted((SHARED / "treebanks").glob("*.conllu")) for p in pieces(treebank(f))),
        *pieces(wikigold(SHARED / "treebanks/wikigold.conll.txt")),
        *readouts(SHARED / "bench/readouts/readouts_dev.jsonl.gz"),
    ]
    for text in documents:
        counted.update({pair for pair in pairwise(coded(text)) if not (pair[0] | pair[1]) & FIGURE})
    kept = [pair for pair, n in counted.items() if n >= LEAST]
    bits = bytearray(BITS // 8)
    for pair in kept:
        for place in places(*pair):
            bits[place >> 3] |= 1 << (place & 7)
    TABLE.with_name("pairs_en.bin").write_bytes(bytes(bits))
    filled = sum(byte.bit_count() for byte in bits) / BITS
    print(f"{len(documents)} documents, {len(kept)} pairs, {filled:.0%} of the bits set")


if __name__ == "__main__":
    main()
