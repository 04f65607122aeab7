"""Counts in how many documents each English stem occurs: `src/demarche/families/data/stems_en.csv`.

Sources, all free to use and named in the table's head: the EWT and GUM treebanks and Wikigold (../shared/treebanks),
the official readouts of the White House and the Kremlin (../shared/bench/readouts). Only counts are kept. Sentences of
the treebanks are taken in pieces of PIECE words, so that a piece is about as long as a news item.

    python training/stem_frequencies.py
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from demarche.families.stems import WORD, codes

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TABLE = ROOT / "src/demarche/families/data/stems_en.csv"
PIECE = 300
LEAST = 3
HEAD = """# In how many of the documents counted an English stem (Snowball) occurs; "*" is the number of documents.
# Counted from: UD English EWT (CC BY-SA 4.0), GUM without its NonCommercial genres (CC BY 4.0), Wikigold (CC BY 4.0),
# readouts of the White House (public domain) and of the President of Russia (en.kremlin.ru, CC BY 4.0),
# Wikinews (CC BY 2.5).
stem,documents
"""


def treebank(path: Path) -> Iterator[str]:
    """The sentences of a CoNLL-U file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line[9:]


def wikigold(path: Path) -> Iterator[str]:
    """The sentences of a file with one word a line."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        yield " ".join(line.split(" ")[0] for line in block.splitlines())


def pieces(sentences: Iterator[str]) -> Iterator[str]:
    """Sentences in pieces of about PIECE words."""
    held: list[str] = []
    for sentence in sentences:
        held.append(sentence)
        if sum(len(s.split()) for s in held) >= PIECE:
            yield " ".join(held)
            held = []
    if held:
        yield " ".join(held)


def readouts(path: Path) -> Iterator[str]:
    """The texts of the official readouts."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def main() -> None:
    """Count and write."""
    counted: Counter[str] = Counter()
    stem = codes("en").stem
    documents = [
        *(p for f in sorted((SHARED / "treebanks").glob("*.conllu")) for p in pieces(treebank(f))),
        *pieces(wikigold(SHARED / "treebanks/wikigold.conll.txt")),
        *readouts(SHARED / "bench/readouts/readouts_dev.jsonl.gz"),
    ]
    for text in documents:
        counted.update({stem(word) for word in WORD.findall(text.lower())})
    rows = sorted((s, n) for s, n in counted.items() if n >= LEAST and "," not in s)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(HEAD + f"*,{len(documents)}\n" + "".join(f"{s},{n}\n" for s, n in rows), encoding="utf-8")
    print(f"{len(documents)} documents, {len(rows)} stems")


if __name__ == "__main__":
    main()
