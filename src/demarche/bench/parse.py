"""`parse`: words, sentences, tags and dependencies, from raw text and from gold words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from demarche.bench.alignment import Annotated, Word, annotated, same_text
from demarche.bench.figures import prf
from demarche.bench.tabbed import Block, blocks, text, words, write_blocks
from demarche.bench.task import Figures, Rate, Task
from demarche.language.english import English, Raw
from demarche.model import Sentence

COMPARED = ("words_f1", "upos", "lemma", "uas", "las", "las_full")


def answer(path: Path) -> Iterator[Block]:
    """The file's raw text, read as any text is."""
    raw = raw_text(blocks(path))
    for sentence in English().parse_text(raw):
        yield _block(raw, sentence)


def raw_text(sentences: Iterable[Block]) -> str:
    """Sentences of a paragraph joined by a blank, paragraphs by a blank line."""
    text_: list[str] = []
    for sentence in sentences:
        opens = sentence.opens("newpar") or sentence.opens("newdoc")
        text_ += ["" if not text_ else "\n\n" if opens else " ", text(sentence)]
    return "".join(text_)


def _block(raw: str, sentence: Sentence) -> Block:
    """A sentence read, as CoNLL-U."""
    said = " ".join(raw[sentence.start : sentence.end].split())
    tokens = sentence.tokens
    glued = [a.end == b.start for a, b in pairwise(tokens)]
    rows = tuple(
        (
            str(i), raw[t.start : t.end], t.lemma or "_", t.upos, "_", t.feats or "_", str(t.head + 1), t.deprel, "_",
            "SpaceAfter=No" if close else "_",
        )
        for i, (t, close) in enumerate(zip(tokens, [*glued, False], strict=True), 1)
    )  # fmt: skip
    return Block((f"text = {said}",), rows)


def score(predictions: Sequence[Block], path: Path) -> Figures:
    """Figures of the raw reading, and of a second one in which words and sentences are given."""
    gold = list(blocks(path))
    expected = annotated(gold)
    found = annotated(predictions)
    same_text(found.text, expected.text)
    if not any(word.upos != "_" for word in expected.words.values()):
        return {"n": len(expected.words)}
    given = compared(annotated(with_gold_words(gold)), expected)
    return {
        "n": len(expected.words),
        **compared(found, expected),
        "las_gold": given["las"],
        "uas_gold": given["uas"],
        "upos_gold": given["upos"],
    }


def compared(found: Annotated, gold: Annotated) -> Figures:
    """F1 over words of each layer, and of sentences."""
    hits: Counter[str] = Counter()
    for key, expected in gold.words.items():
        if key in found.words:
            hits.update(_hits(found.words[key], expected))
    n, asked = len(found.words), len(gold.words)
    figures = {key: prf(hits[key], n, hits[key], asked)["f1"] for key in COMPARED}
    both = len(found.sentences & gold.sentences)
    return {**figures, "sent_f1": prf(both, len(found.sentences), both, len(gold.sentences))["f1"]}


def _hits(found: Word, gold: Word) -> Iterator[str]:
    """The layers in which a word is right; `las` ignores the subtype of the relation, as in 2018."""
    yield "words_f1"
    if found.upos == gold.upos:
        yield "upos"
    if gold.lemma in ("_", found.lemma):
        yield "lemma"
    if found.head == gold.head:
        yield "uas"
        if found.deprel.split(":")[0] == gold.deprel.split(":")[0]:
            yield "las"
        if found.deprel == gold.deprel:
            yield "las_full"


def with_gold_words(gold: Sequence[Block], reader: English | None = None) -> list[Block]:
    """The file read once more, its words and sentences given, nothing else of it."""
    forms = [[row[1] for row in words(sentence)] for sentence in gold]
    text_ = "\n".join(" ".join(own) for own in forms)
    read = (reader or English()).parse_raw(text_, _raw(forms))
    return [Block((), _answered(sentence, tokens)) for sentence, tokens in zip(gold, read, strict=True)]


def _raw(forms: Iterable[Sequence[str]]) -> Iterator[Raw]:
    at = 0
    for own in forms:
        spans = []
        for form in own:
            spans.append((at, at + len(form)))
            at += len(form) + 1
        yield Raw(spans[0][0], spans[-1][1], tuple(spans))


def _answered(gold: Block, read: Sentence) -> tuple[tuple[str, ...], ...]:
    """The rows of a sentence, with what was read in the place of what they hold."""
    tokens = iter(read.tokens)
    return tuple(
        (*row[:2], t.lemma, t.upos, "_", t.feats or "_", str(t.head + 1), t.deprel, "_", "_")
        if row[0].isdigit() and (t := next(tokens))
        else row
        for row in gold.rows
    )


def _words(predictions: Sequence[Block]) -> int:
    return sum(len(block.rows) for block in predictions)


TASK = Task("parse", answer, score, write_blocks, Rate("words_per_s", _words))
