"""`ner`: names found in running text, and their kinds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from demarche.bench.alignment import same_text
from demarche.bench.figures import prf
from demarche.bench.tabbed import Block, blocks, squeezed, write_blocks
from demarche.bench.task import Figures, Task
from demarche.language.english import English
from demarche.model import Sentence

KINDS = {
    "PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "LOCATION": "LOC", "ORGANIZATION": "ORG", "ORGANISATION": "ORG",
}  # fmt: skip
"""Other corpora's names for ours."""

Found = tuple[int, int, str]


def answer(path: Path) -> Iterator[Block]:
    """Each document's characters read as one text, a line a sentence; words and sentences are the system's."""
    reader = English()
    for document in documents(blocks(path)):
        own = "\n".join(map(text, document))
        yield from (Block((), tuple(_rows(own, sentence))) for sentence in reader.parse_text(own))


def documents(sentences: Iterable[Block]) -> Iterator[list[Block]]:
    """Sentences by the document they stand in; a file that names none is one."""
    held: list[Block] = []
    for sentence in sentences:
        if held and sentence.opens("newdoc"):
            yield held
            held = []
        held.append(sentence)
    if held:
        yield held


def text(block: Block) -> str:
    """What a sentence says: its `# text`, or its words set as in print."""
    given = block.comment("text")
    words = [_cells(row)[0] for row in block.rows]
    return given if given is not None and squeezed(given) == squeezed("".join(words)) else _printed(words)


_TAG = re.compile(r"O|[BI]-.+")


def _cells(row: Sequence[str]) -> tuple[str, str]:
    """Word and tag; a number may stand before them, and the tag may be missing."""
    numbered = row[0].replace("-", "").isdigit() and (len(row) > 2 or (len(row) == 2 and not _TAG.fullmatch(row[1])))
    word, *rest = row[1:] if numbered else row
    return word, rest[0] if rest else "O"


_CLOSING = frozenset(".,;:!?)]}%’”…")
_OPENING = frozenset("([{$£€“‘")


def _printed(words: Sequence[str]) -> str:
    """Words with blanks between them where print has them."""
    out: list[str] = []
    for word in words:
        clitic = word[:1] in "'’" and word[1:].lower() in ("s", "re", "ve", "ll", "d", "m", "t")
        close = not out or word[0] in _CLOSING or clitic or word.lower() in ("n't", "n’t") or out[-1] in _OPENING
        out += ([] if close else [" "]) + [word]
    return "".join(out)


def _rows(own: str, sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    """Number, word and tag of every word of a sentence."""
    tags = {name.start: (name.end, name.kind) for name in sentence.names}
    until, kind = 0, ""
    for number, token in enumerate(sentence.tokens, start=1):
        begins = token.start in tags
        if begins:
            until, kind = tags[token.start]
        tag = "O" if token.start >= until else f"{'B' if begins else 'I'}-{kind}"
        yield str(number), own[token.start : token.end], tag


def score(predictions: Sequence[Block], path: Path) -> Figures:
    """Precision, recall and F1 of names with the same characters and kind; kinds that the gold lacks do not count."""
    found_text, found = names(predictions)
    gold_text, gold = names(list(blocks(path)))
    same_text(found_text, gold_text)
    kinds = sorted({kind for _, _, kind in gold})
    if not kinds:
        return {"n": 0}
    found = {name for name in found if name[2] in kinds}
    stretches = len({name[:2] for name in found} & {name[:2] for name in gold})
    return {
        "n": len(gold),
        **_figures(found, gold),
        **{kind: _figures(_of(found, kind), _of(gold, kind)) for kind in kinds},
        "untyped_f1": prf(stretches, len(found), stretches, len(gold))["f1"],
    }


def _figures(found: set[Found], gold: set[Found]) -> dict[str, float]:
    both = len(found & gold)
    return prf(both, len(found), both, len(gold))


def _of(names_: set[Found], kind: str) -> set[Found]:
    return {name for name in names_ if name[2] == kind}


def names(sentences: Sequence[Block]) -> tuple[str, set[Found]]:
    """The characters of a file, and its names by the characters they cover."""
    text_: list[str] = []
    found: set[Found] = set()
    at = 0
    for block in sentences:
        open_: tuple[int, str] | None = None
        for row in block.rows:
            word, tag = _cells(row)
            kind = tag[2:].split("[")[0].upper()
            kind = KINDS.get(kind, kind)
            if open_ and not (tag.startswith("I-") and kind == open_[1]):
                found.add((open_[0], at, open_[1]))
                open_ = None
            if tag[:2] in ("B-", "I-") and not open_:
                open_ = (at, kind)
            text_.append(squeezed(word))
            at += len(text_[-1])
        if open_:
            found.add((open_[0], at, open_[1]))
    return "".join(text_), found


TASK = Task("ner", answer, score, write_blocks)
