"""Corpora with names -> examples: Wikigold, Universal NER on EWT, re3d, GUM, with PER, ORG, LOC, NORP, MISC."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from alike import alike
from corpora import UNKNOWN, Example, blocks, conllu, document_of, listed
from demarche.language.paragraphs import paragraphs
from demarche.language.sentences import sentences
from demarche.language.tokens import cuts
from gazetteer import COUNTRIES
from gum_names import LINKS, TITLES
from gum_names import tags as gum_tags

RE3D = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"}
NOT_NAMES = TITLES | listed("no_names")
"""Words that re3d marks as mentions and that are, alone, nobody's name."""
RE3D_OTHER = frozenset({"MilitaryPlatform", "Vehicle", "Weapon", "DocumentReference"})


def wikigold(path: Path) -> Iterator[Example]:
    """IOB1 with words whole: cut at hyphens as the treebanks do, the name going on across."""
    for number, block in enumerate(blocks(path, " ")):
        words, tags, before = [], [], "O"
        for word, tag in block.rows:
            pieces = _pieces(word)
            begun = tag.startswith("I-") and tag != before
            words += pieces
            tags += [_opened(tag) if begun and k == 0 else tag for k in range(len(pieces))]
            before = tag
        yield Example(tuple(words), names=alike(words, tags), document=f"wikigold-{number // 10}")


def _opened(tag: str) -> str:
    return f"B-{tag[2:]}"


def _pieces(word: str) -> list[str]:
    return [word[a:b] for a, b in cuts(word)] or [word]


def universal_ner(path: Path) -> Iterator[Example]:
    """Only PER, ORG and LOC are marked."""
    document = ""
    for block in blocks(path):
        document = document_of(block, document)
        words = tuple(r[1] for r in block.rows)
        tags = alike(words, [r[2] for r in block.rows])
        yield Example(words, names=tags, misc_known=False, document=document)


def gum(path: Path) -> Iterator[Example]:
    for example, rows in conllu(path):
        yield Example(
            **{**example.__dict__, "names": alike(example.words, gum_tags(rows))},
        )


def re3d(folder: Path) -> Iterator[Example]:
    """Every source's documents. Phrases with common words in them ("U.S. service members") stay undecided."""
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        entities = [json.loads(line) for line in (source / "entities.json").read_text("utf-8").splitlines() if line]
        for line in (source / "documents.json").read_text("utf-8").splitlines():
            if line.strip():
                document = json.loads(line)
                own = [e for e in entities if e["documentId"] == document["_id"]]
                yield from _re3d_document(document["_id"], document["text"], own)


def _re3d_document(name: str, text: str, entities: Sequence[dict]) -> Iterator[Example]:
    cut = (s for paragraph in paragraphs(text) for s in sentences(text, *paragraph))
    for start, end in cut:
        words = list(cuts(text, start, end))
        if words:
            forms = tuple(text[a:b] for a, b in words)
            tags = alike(forms, _re3d_tags(forms, words, entities))
            yield Example(forms, names=tags, misc_known=False, document=name)


def _re3d_tags(forms: Sequence[str], words: Sequence[tuple[int, int]], entities: Sequence[dict]) -> list[str]:
    tags = ["O"] * len(forms)
    spans = [_within(words, e["begin"], e["end"], e["type"]) for e in entities]
    for first, last, type_ in sorted((s for s in spans if s), key=lambda s: s[0] - s[1]):
        first = _without_opening(forms, first, last, type_)
        kind = "LOC" if " ".join(forms[first:last]) in COUNTRIES else RE3D.get(type_)
        named = kind and first < last and all(_nameish(w) for w in forms[first:last]) and forms[first][0].isupper()
        named = named and not all(w.lower() in NOT_NAMES for w in forms[first:last])
        if named and all(t in ("O", UNKNOWN) for t in tags[first:last]):
            tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
        elif kind or type_ in RE3D_OTHER:
            for i in range(first, last):
                if tags[i] == "O" and forms[i][0].isupper() and forms[i].lower() not in NOT_NAMES:
                    tags[i] = "B-LOC" if forms[i] in COUNTRIES else UNKNOWN
    return tags


def _within(words: Sequence[tuple[int, int]], begin: int, end: int, type_: str) -> tuple[int, int, str] | None:
    inside = [i for i, (a, b) in enumerate(words) if a >= begin and b <= end]
    return (inside[0], inside[-1] + 1, type_) if inside else None


def _without_opening(forms: Sequence[str], first: int, last: int, type_: str) -> int:
    """Past articles, and in a person's phrase past the last word of the title."""
    if type_ == "Person":
        first = max([first, *(i + 1 for i in range(first, last - 1) if forms[i].lower() in NOT_NAMES)])
    while first < last and forms[first].lower() in ("the", "a", "an", "our", "its"):
        first += 1
    return first


def _nameish(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word.lower() in LINKS


def official(annotations: Path, readouts: Path, split: str) -> Iterator[Example]:
    """Our own annotation of official texts: stand-off labels, put on the texts they were made for."""
    rows = [json.loads(line) for line in annotations.read_text("utf-8").splitlines()]
    with gzip.open(readouts, "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for row in rows:
        text = texts[row["document"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["text_sha256"]:
            raise ValueError(f"{annotations}: {row['document']} is not the text that was annotated")
        if row["split"] == split:
            yield from _official_paragraph(row, text)


def _official_paragraph(row: dict, text: str) -> Iterator[Example]:
    for start, end in sentences(text, row["start"], row["end"]):
        words = list(cuts(text, start, end))
        tags = ["O"] * len(words)
        for begin, stop, kind in row["labels"]:
            if span := _within(words, begin, stop, kind):
                tags[span[0] : span[1]] = [f"B-{kind}"] + [f"I-{kind}"] * (span[1] - span[0] - 1)
        yield Example(tuple(text[a:b] for a, b in words), names=tuple(tags), document=row["document"])
