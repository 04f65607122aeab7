"""The figures of an exported model, as rows of the model card: `python training/measure_export.py --model FOLDER`."""

import argparse
from pathlib import Path

from demarche.bench import ner, parse
from demarche.bench.alignment import annotated
from demarche.bench.tabbed import Block, blocks
from demarche.language.english import English
from demarche.language.shipped import SHIPPED

TREEBANKS = {"EWT dev": "en_ewt-ud-dev.conllu", "GUM dev": "gum_no_nc-dev.conllu"}

COLUMNS = ("words", "sentences", "tags", "lemmas", "UAS", "LAS")


def parsed(file: Path, reader: English) -> list[str]:
    """Figures of raw text, then with gold words."""
    gold = list(blocks(file))
    expected = annotated(gold)
    raw = parse.raw_text(gold)
    read = [parse._block(raw, sentence) for sentence in reader.parse_text(raw)]
    a = parse.compared(annotated(read), expected)
    b = parse.compared(annotated(parse.with_gold_words(gold, reader)), expected)
    said = (a["words_f1"], a["sent_f1"], a["upos"], a["lemma"], a["uas"], a["las"], b["upos"], b["uas"], b["las"])
    return [f"{100 * value:.1f}" for value in said]


def named(file: Path, reader: English) -> list[str]:
    """F1 by kind."""
    found = []
    for document in ner.documents(blocks(file)):
        own = "\n".join(map(ner.text, document))
        found.append(Block((), tuple(ner._rows(own, reader.parse_text(own)))))
    figures = ner.score(found, file)
    return [f"{100 * figures[kind]['f1']:.1f}" for kind in ("PER", "LOC", "ORG")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=SHIPPED)
    parser.add_argument("--data", type=Path, default=Path("../shared/treebanks"))
    parser.add_argument("--names", type=Path, help="an IOB file to measure names on")
    options = parser.parse_args()
    reader = English(options.model)
    print("|", " | ".join(["text", *COLUMNS, *(f"{c}, words given" for c in ("tags", "UAS", "LAS"))]), "|")
    for name, file in TREEBANKS.items():
        print("|", " | ".join([name, *parsed(options.data / file, reader)]), "|")
    if options.names:
        print("| names | PER | LOC | ORG |")
        print("|", " | ".join([options.names.name, *named(options.names, reader)]), "|")


if __name__ == "__main__":
    main()
