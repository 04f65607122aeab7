"""Treebanks -> the exceptions that the lemma rules need: `python training/lemma_table.py --data ../shared/treebanks`.

A form that the rules get wrong, and whose lemma the treebanks agree on, becomes a row.
"""

import argparse
import csv
from collections import Counter, defaultdict
from pathlib import Path

from corpora import conllu
from demarche.language import lemmas

OUT = Path(__file__).parent.parent / "src" / "demarche" / "lexicon" / "data" / "languages" / "en" / "lemmas.csv"
TREEBANKS = ("en_ewt-ud-train.conllu", "gum_no_nc-train.conllu")
COLUMNS = ("word", "upos", "form", "lemma")
Key = tuple[str, str, str]


def counts(folder: Path) -> dict[Key, Counter[str]]:
    """How often each form has each lemma; words marked as misspelt are left out."""
    seen: dict[Key, Counter[str]] = defaultdict(Counter)
    for name in TREEBANKS:
        for example, rows in conllu(folder / name):
            for row, upos, feats in zip(rows, example.upos or (), example.feats or (), strict=True):
                if "Typo=Yes" not in row[5] and row[2] != "_" and upos not in ("PUNCT", "SYM", "X", "NUM"):
                    word = row[1].replace("’", "'")
                    seen[word if upos == "PROPN" else word.lower(), upos, feats][row[2]] += 1
    return seen


def exceptions(seen: dict[Key, Counter[str]]) -> dict[Key, str]:
    """Rows for forms the rules miss, by the part of the features that counts."""
    merged: dict[Key, Counter[str]] = defaultdict(Counter)
    wrong: set[Key] = set()
    for (word, upos, feats), found in seen.items():
        key = (word, upos, "Number=Plur" if upos == "PROPN" else lemmas._form(feats))
        if upos == "PROPN" and "Number=Plur" not in feats:
            continue
        merged[key] += found
        if found.most_common(1)[0][0] != lemmas.lemma(word, upos, "" if feats == "_" else feats):
            wrong.add(key)
    best = {key: merged[key].most_common(1)[0] for key in wrong}
    return {key: lemma for key, (lemma, n) in best.items() if _kept(key, lemma, n)}


def _kept(key: Key, lemma: str, n: int) -> bool:
    """Once is enough for an inflected word; a lemma that only keeps a capital ("National") is no lemma."""
    capital = key[1] != "PROPN" and lemma != lemma.lower() and lemma.lower() == key[0].lower()
    return lemma != "_" and not capital and (n >= 2 or key[1] in ("VERB", "NOUN", "AUX"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    OUT.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    rows = exceptions(counts(parser.parse_args().data))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*key, lemma) for key, lemma in sorted(rows.items()))
