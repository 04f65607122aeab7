"""The events and coding tasks: answers on sentences of our own, and agreement with the reference scorers."""

from pathlib import Path

import pytest

from demarche.bench.coding import TASK as CODING
from demarche.bench.coding import score as coding_score
from demarche.bench.events import TASK, marked, score
from demarche.bench.rows import write_rows

from .gold import gold, needs_gold, needs_scorers, reference

PAIRS = [
    ("<s>France</s> has condemned <t>Russia</t> over the attack.", ("ACCUSE", 3, "conflict")),
    ("<s>Norway</s> is willing to send aid to <t>Moldova</t>.", ("AGREE", 1, "cooperation")),
    ("<s>Kenya</s> sent food to <t>Somalia</t>.", ("AID", 2, "cooperation")),
    ("<t>The minister</t> was arrested by <s>police in Lima</s>.", ("COERCE", 4, "conflict")),
    ("<s>The army</s> shelled <t>the town</t> on Friday.", ("ASSAULT", 4, "conflict")),
    ("<s>Egypt</s> freed <t>two sailors</t>.", ("YIELD", 2, "cooperation")),
    ("<s>Turkey</s> refused to meet <t>Greece</t>.", ("REJECT", 3, "conflict")),
    ("<s>Iran</s> threatened to attack <t>Israel</t>.", ("THREATEN", 3, "conflict")),
]


@pytest.mark.parametrize(("sentence", "code"), PAIRS)
def test_the_code_of_a_pair(sentence: str, code: tuple[str, int, str], tmp_path: Path) -> None:
    write_rows([{"id": "e", "text": "", "extra": {"marked": sentence}}], tmp_path / "in.jsonl")
    (told,) = TASK.answer(tmp_path / "in.jsonl")
    assert (told["root"], told["quad"], told["binary"]) == code


@pytest.mark.parametrize(
    "row", [{"id": "e", "text": ""}, {"id": "e", "text": "Rain fell.", "source": "x", "target": None}]
)
def test_an_answer_is_always_given(row: dict, tmp_path: Path) -> None:
    write_rows([row], tmp_path / "in.jsonl")
    (told,) = TASK.answer(tmp_path / "in.jsonl")
    assert told["root"]
    (coded,) = CODING.answer(tmp_path / "in.jsonl")
    assert coded["penta"] == 0


def test_marks_are_taken_out() -> None:
    text, sources, targets = marked({"extra": {"marked": "<s>Mali </s>left <t>the bloc</t>."}})
    assert text == "Mali left the bloc."
    assert [text[s.start : s.end] for s in sources + targets] == ["Mali", "the bloc"]


TRIPLES = [
    ("Poland expelled two Russian diplomats.", {("POL", "RUSGOV", "166")}),
    ("France and Germany signed a treaty.", {("FRA", "DEU", "057"), ("DEU", "FRA", "057")}),
    ("The president of Kenya visited Uganda.", {("KENGOV", "UGA", "042"), ("UGA", "KENGOV", "043")}),
    ("Officials in Chad said the weather was fine.", set()),
]


@pytest.mark.parametrize(("sentence", "triples"), TRIPLES)
def test_triples(sentence: str, triples: set[tuple[str, str, str]], tmp_path: Path) -> None:
    write_rows([{"id": "c", "text": sentence}], tmp_path / "in.jsonl")
    (told,) = CODING.answer(tmp_path / "in.jsonl")
    assert {(e["source"], e["target"], e["code"]) for e in told["events"]} == triples


def test_without_gold_no_figures(tmp_path: Path) -> None:
    write_rows([{"id": "c", "text": "Chad left."}], tmp_path / "in.jsonl")
    told = [{"id": "c", "events": [], "penta": 0, "source": [], "target": [], "root": "AGREE"}]
    assert coding_score(told, tmp_path / "in.jsonl") == {}
    assert score(told, tmp_path / "in.jsonl") == {}


def test_triples_are_scored(tmp_path: Path) -> None:
    row = {"id": "c", "text": "x", "events": [{"source": "POL", "target": "RUSGOV", "code": "166"}]}
    write_rows([row], tmp_path / "in.jsonl")
    told = [{"id": "c", "events": [{"source": "POL", "target": "RUSMIL", "code": "166"}]}]
    found = coding_score(told, tmp_path / "in.jsonl")
    assert (found["triple_f1"], found["country_triple_f1"], found["code_f1"]) == (0.0, 1.0, 1.0)


@needs_gold
@needs_scorers
@pytest.mark.parametrize(("task", "path"), [("events", "events/plv_dev.jsonl"), ("coding", "coding/penta_dev.jsonl")])
def test_agrees_with_the_reference_scorer(task: str, path: str, tmp_path: Path) -> None:
    ours = {"events": TASK, "coding": CODING}[task]
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(gold(path).read_text(encoding="utf-8").splitlines()[:60]), encoding="utf-8")
    predictions = list(ours.answer(some))
    write_rows(predictions, tmp_path / "told.jsonl")
    found, theirs = ours.score(predictions, some), reference(task, tmp_path / "told.jsonl", some)
    assert {k: v for k, v in found.items() if k in theirs} == theirs
