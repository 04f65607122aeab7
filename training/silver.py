"""Official texts -> sentences with names decided by tables and by an earlier model, where the two bear each other out.

`python training/silver.py --readouts ../shared/bench/readouts/readouts_dev.jsonl.gz --out training/runs/silver.iob2`
reads the texts with the model that the package ships at the moment. A name in the tables is taken; a person after a
title is taken; what only the model says, or what is only capitalised, is left undecided ("?") and trains nothing.
"""

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random

from corpora import listed as words_of
from demarche.language.english import English
from demarche.lexicon.languages import words as listed
from demarche.model import Sentence
from gazetteer import Found, Gazetteer
from gum_names import CALENDAR, TITLES

ANNOTATIONS = Path(__file__).parent / "annotations" / "names.jsonl"
LINKS = frozenset(("of", "the", "and", "for", "on", "-", "de", "al"))


def texts(path: Path, most: int, seed: int) -> list[str]:
    """A sample of the texts that nobody annotated, the same every time."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    Random(seed).shuffle(rows)
    annotated = {json.loads(line)["document"] for line in ANNOTATIONS.read_text("utf-8").splitlines()}
    return [row["text"][:6000] for row in rows if row["id"] not in annotated][:most]


def tagged(words: Sequence[str], model: Iterable[Found], table: Gazetteer, known: set[str]) -> list[str]:
    """Tags of one sentence; `known` holds the surnames that full names in the same text have given."""
    tags = ["O"] * len(words)
    suggested = [s for s in model if not all(w.lower() in TITLES for w in words[s[0] : s[1]])]
    decided = [*table.names(words), *_people(words, suggested, known), *_bodies(words, suggested)]
    for first, last, kind in decided:
        if all(t == "O" for t in tags[first:last]) and not _inside(first, last, suggested):
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    for first, last, kind in suggested:
        if kind != "NORP" and all(t == "O" for t in tags[first:last]):
            tags[first:last] = ["?"] * (last - first)
    return _masked(words, tags)


def _inside(first: int, last: int, suggested: Iterable[Found]) -> bool:
    """Whether the model sees a longer name here: "Moscow State University" is not in doubt because Moscow is a city."""
    return any(a <= first and last <= b and b - a > last - first for a, b, _ in suggested)


def _people(words: Sequence[str], suggested: Iterable[Found], known: set[str]) -> Iterator[Found]:
    """Persons the model sees after a title, and surnames known from elsewhere in the text."""
    for first, last, kind in suggested:
        titled = first > 0 and words[first - 1].lower() in TITLES
        surname = last - first == 1 and words[first] in known
        if surname or (kind == "PER" and titled):
            known.add(words[last - 1])
            yield first, last, "PER"


def _bodies(words: Sequence[str], suggested: Iterable[Found]) -> Iterator[Found]:
    """Names of several words, one of which says that it is an institution, where the model agrees."""
    ends = words_of("bodies")
    for first, last, kind in suggested:
        if kind == "ORG" and last - first > 1 and ends & set(words[first:last]):
            yield first, last, "ORG"


def _masked(words: Sequence[str], tags: list[str]) -> list[str]:
    """Capitalised words that nobody decided are left open, and the links between them."""
    plain = TITLES | {"i"}
    for i, word in enumerate(words):
        if word in listed("en", "demonyms") and tags[i] in ("O", "?"):
            tags[i] = "B-NORP"
        elif i and tags[i] == "O" and word[0].isupper() and word.lower() not in plain and word not in CALENDAR:
            tags[i] = "?"
    for i, word in enumerate(words[1:-1], 1):
        if tags[i] == "O" and word in LINKS and tags[i - 1] != "O" and tags[i + 1] == "?":
            tags[i] = "?"
    return tags


def sentences(text: str, read: Sequence[Sentence], table: Gazetteer) -> Iterator[tuple[list[str], list[str]]]:
    known: set[str] = set()
    for sentence in read:
        words = [text[t.start : t.end] for t in sentence.tokens]
        places = {t.start: i for i, t in enumerate(sentence.tokens)}
        ends = {t.end: i + 1 for i, t in enumerate(sentence.tokens)}
        model = [(places[n.start], ends[n.end], n.kind) for n in sentence.names]
        known.update(words[b - 1] for a, b, kind in table.names(words) if kind == "PER")
        tags = tagged(words, model, table, known)
        if 4 <= len(words) <= 60 and any(t[0] == "B" for t in tags) and tags.count("?") * 5 < len(tags):
            yield words, tags


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readouts", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=420)
    parser.add_argument("--words", type=int, default=70_000)
    options = parser.parse_args()
    chosen = texts(options.readouts, options.texts, seed=1)
    table, reader, left = Gazetteer(), English(threads=1), options.words
    with options.out.open("w", encoding="utf-8") as out:
        for text in chosen:
            for words, tags in sentences(text, reader.parse_text(text), table):
                left -= len(words)
                if left > 0:
                    out.writelines(f"{i}\t{w}\t{t}\n" for i, (w, t) in enumerate(zip(words, tags, strict=True), 1))
                    out.write("\n")


if __name__ == "__main__":
    main()
