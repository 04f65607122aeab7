"""What a text announces stays ahead, however it is named; a title that calls it by no tense makes it no fact."""

import pytest

from demarche.claims import claims
from demarche.language import Reader
from demarche.lexicon import knowledge
from demarche.model import Document, Engagement, text_sha256

PREVIEW = "Background Press Call Previewing the Visit of President Alexander Stubb of Finland"
ON = "Statement on the Meeting Between President Biden and President Vladimir Putin of Russia"
CALL = "Statement on the President's Call with President Emmanuel Macron of France"


def told(title: str | None, text: str) -> list[tuple[str, str]]:
    digest = text_sha256(text)
    document = Document(
        id="doc_announced", source="readout", text=text, text_sha256=digest, raw_sha256=digest, language="en",
        title=title, published="2021-06-01", published_basis="given", source_class="official", official_of="USA",
    )  # fmt: skip
    found = claims(document, Reader(knowledge()).read(document), knowledge())
    return [(c.mode, c.status) for c in found if isinstance(c, Engagement)]


@pytest.mark.parametrize(
    ("title", "text", "modes", "statuses"),
    [
        (PREVIEW, "The meeting between President Biden and President Stubb takes place at a difficult time.",
         {"meeting"}, {"planned"}),
        (None, "The meeting between President Biden and President Stubb took place at a difficult time.",
         {"meeting"}, {"happened"}),
        (PREVIEW, "President Biden met with President Stubb of Finland in May.", {"meeting"}, {"happened"}),
        (ON, "President Biden will meet with President Putin in Geneva on June 16. The leaders will discuss trade.",
         {"meeting"}, {"planned"}),
        (ON, "The two leaders discussed arms control and cyber attacks.", {"meeting"}, {"happened"}),
        (None, "President Biden looks forward to welcoming President Vladimir Putin of Russia on June 16.",
         {"meeting"}, {"expected"}),
    ],
)  # fmt: skip
def test_status_and_form(title: str | None, text: str, modes: set[str], statuses: set[str]) -> None:
    found = told(title, text)
    assert {mode for mode, _ in found} == modes
    assert {status for _, status in found} == statuses


def test_a_title_that_calls_a_meeting_a_call_is_not_believed_against_the_text() -> None:
    """What they discussed, they discussed where the text says that they met; the title's own word stays its own."""
    first = "President Biden met today with President Macron of France. "
    assert ("talks", "happened") in told(CALL, first + "President Biden and President Macron discussed trade.")


@pytest.mark.parametrize(
    "text",
    [
        "France and Finland will strengthen their partnership to meet the challenges of the century.",
        "President Macron and Chancellor Scholz met the demands of the farmers.",
    ],
)
def test_what_is_met_must_be_somebody(text: str) -> None:
    assert told(None, text) == []
