"""Laws of passages: whatever is to be shown is shown, as it stands in the text, and lit nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from demarche.model import Boilerplate, Document, text_sha256
from demarche.publish.editions.passages import Lit, passages

WORDS = st.text(alphabet="ab .\n“é漢", min_size=1, max_size=400)


@st.composite
def shown(draw: st.DrawFn) -> tuple[Document, list[Lit]]:
    text = draw(WORDS)
    n = len(text)
    spans = st.integers(0, n - 1).flatmap(lambda a: st.integers(a + 1, n).map(lambda b: (a, b)))
    lit = [
        Lit(a, b, field=draw(st.sampled_from(["", "date"]))) for a, b in draw(st.lists(spans, min_size=1, max_size=5))
    ]
    boilerplate = tuple(Boilerplate(a, b, "teaser") for a, b in draw(st.lists(spans, max_size=2)))
    document = Document(
        id="d", source="d", text=text, text_sha256=text_sha256(text), raw_sha256="", boilerplate=boilerplate
    )
    return document, lit


@given(shown())
def test_every_stretch_is_shown_exactly(case: tuple[Document, list[Lit]]) -> None:
    document, lit = case
    found = passages(document, lit)
    for p in found:
        assert "".join(x.text for x in p.pieces) == document.text[p.start : p.end]
    assert [p.start for p in found] == sorted(p.start for p in found)
    for x in lit:
        assert any(p.start <= x.start and x.end <= p.end for p in found)
    claimed = {i for x in lit if not x.field for i in range(x.start, x.end)}
    assert {i for p in found for i in _lit(p.start, [(q.text, q.lit) for q in p.pieces])} == claimed


def _lit(start: int, pieces: list[tuple[str, bool]]) -> list[int]:
    out = []
    for text, lit in pieces:
        out += list(range(start, start + len(text))) if lit else []
        start += len(text)
    return out
