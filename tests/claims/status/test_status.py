"""Did it happen? Every example of the status words is read rightly; the label follows the status."""

import pytest

from demarche.claims.scene import Scene, scenes
from demarche.claims.status import event_status, factuality
from demarche.lexicon.status_words import Example, examples, status_words, weights
from tests.claims.reading import document, reader


def placed(text: str) -> tuple[Scene, int]:
    """The sentence of an example and the place of the word in brackets."""
    start, end = text.index("["), text.index("]") - 1
    read = document(text.replace("[", "").replace("]", ""))
    for scene in scenes(read, reader().read(read)):
        for i, token in enumerate(scene.tokens):
            if token.start == start and token.end == end:
                return scene, i
    raise AssertionError(f"no word at {start}-{end} of {read.text!r}")


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.shows)
def test_example(example: Example) -> None:
    assert event_status(*placed(example.text)) == example.status


@pytest.mark.parametrize(
    ("surer", "less"),
    [
        ("The ministers [met] in Vienna.", "The ministers may [meet] in Vienna."),
        ("The ministers may have [met] in Vienna.", "The ministers did not [meet] in Vienna."),
        ("The ministers managed to [meet] in Vienna.", "The ministers wanted to [meet] in Vienna."),
        ("The ministers [met] in Vienna.", "Will the ministers [meet] in Vienna?"),
    ],
)
def test_labels_order_what_is_surer(surer: str, less: str) -> None:
    assert factuality(*placed(surer)) > factuality(*placed(less)) + 0.5


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.shows)
def test_labels_stay_on_the_scale(example: Example) -> None:
    assert -3.0 <= factuality(*placed(example.text)) <= 3.0


def test_every_kind_of_embedding_word_has_its_source() -> None:
    rows = set(status_words().embeddings.values())
    assert len(rows) > 300
    assert all(row.source for row in rows)
    assert {row.kind for row in rows} == set(status_words().kinds["fail"]) | {
        "factive", "counterfactive", "causal", "report", "attitude", "plan", "aspect", "modal",
    }  # fmt: skip


def test_weights_are_those_of_signs() -> None:
    assert weights()["status:happened"] > 0 > weights()["status:denied"]
