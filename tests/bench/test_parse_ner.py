"""Our scorers of words and names agree with the reference to the last digit, on good and on bad answers."""

from pathlib import Path
from random import Random

import pytest

from demarche.bench import ner, parse
from demarche.bench.tabbed import Block, blocks, write_blocks
from demarche.model import BadInput

from .gold import gold, needs_gold, needs_scorers, reference

SENTENCE = """# newpar
# text = They can't go.
1	They	they	PRON	_	Case=Nom	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	_	_	4	aux	_	_
3	n't	not	PART	_	_	4	advmod	_	_
4	go	go	VERB	_	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	_	_	4	punct	_	_

# newpar
# text = Kyiv agreed.
1	Kyiv	Kyiv	PROPN	_	_	2	nsubj	_	_
2	agreed	agree	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_
"""
IOB = "1\tSergey\tB-PERSON\n2\tLavrov\tI-PERSON\n3\tmet\tO\n\n1\tNATO\tB-ORG\n2\tin\tO\n3\t.\tO\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    file = tmp_path / "gold.conllu"
    file.write_text(SENTENCE, encoding="utf-8")
    return file


@pytest.fixture
def names(tmp_path: Path) -> Path:
    file = tmp_path / "gold.tsv"
    file.write_text(IOB, encoding="utf-8")
    return file


def test_the_raw_text_is_joined_by_paragraph(tree: Path) -> None:
    assert parse.raw_text(blocks(tree)) == "They can't go.\n\nKyiv agreed."


def test_the_gold_scores_full_marks(tree: Path, names: Path) -> None:
    figures = parse.score(list(blocks(tree)), tree)
    assert {figures[k] for k in ("upos", "lemma", "uas", "las", "las_full", "sent_f1")} == {1.0}
    assert ner.score(list(blocks(names)), names)["f1"] == 1.0


def test_answers_spell_what_was_asked(tree: Path, names: Path) -> None:
    parse.score(list(parse.answer(tree)), tree)
    ner.score(list(ner.answer(names)), names)


def test_without_gold_there_are_answers_and_no_figures(tree: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.conllu"
    rows = (line.split("\t") for line in SENTENCE.split("\n"))
    bare.write_text("\n".join("\t".join([*r[:2], *["_"] * 8]) if len(r) == 10 else r[0] for r in rows), "utf-8")
    answers = list(parse.answer(bare))
    assert [len(b.rows) for b in answers] == [5, 3]
    assert set(parse.score(answers, bare)) == {"n"}


def test_other_characters_are_refused(tree: Path) -> None:
    with pytest.raises(BadInput, match="character 3"):
        parse.score([Block((), (("1", "Them", "_", "_", "_", "_", "0", "root", "_", "_"),))], tree)


def shuffled(path: Path) -> list[Block]:
    """The gold with one row in five spoilt and some sentences glued."""
    random = Random(1)
    out: list[Block] = []
    for block in blocks(path):
        rows = [
            (*r[:2], "x", "X", "_", "_", "1", "dep", *r[8:]) if len(r) == 10 and random.random() < 0.2 else r
            for r in block.rows
        ]
        out.append(Block((), tuple(rows)))
    return out


@needs_gold
@needs_scorers
def test_the_parse_scorer_agrees_with_the_reference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = gold("../treebanks/gum_no_nc-dev.conllu")
    answers = shuffled(file)
    write_blocks(answers, tmp_path / "p.conllu")
    expected = reference("parse", tmp_path / "p.conllu", file)
    monkeypatch.setattr(parse, "with_gold_words", lambda sentences: sentences)
    figures = parse.score(answers, file)
    assert {k: figures[k] for k in expected} == expected


@needs_gold
@needs_scorers
def test_the_names_scorer_agrees_with_the_reference(tmp_path: Path) -> None:
    file = gold("ner/newswire_dev.tsv")
    random = Random(2)
    answers = [
        Block((), tuple((*r[:-1], random.choice([r[-1], r[-1], "O", "B-ORG", "I-LOC"])) for r in block.rows))
        for block in blocks(file)
    ]
    write_blocks(answers, tmp_path / "p.tsv")
    assert ner.score(answers, file) == reference("parse", tmp_path / "p.tsv", file)
