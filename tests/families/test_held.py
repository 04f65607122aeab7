"""What a run of families holds: rows that give back every edge, and little for each document."""

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from demarche.families import find, held, kept
from demarche.families.judging import judged
from demarche.families.order import Pairs
from demarche.families.profile import profile
from demarche.families.reasons import Found
from demarche.families.rows import KINDS, WAYS, Rows
from demarche.families.verdict import Verdict
from demarche.model import Document, text_sha256

from .labelled import pairs

PERCENT, COUNT = st.integers(0, 100), st.integers(0, 70_000)
VERDICTS = st.builds(
    Verdict, a=st.just("doc_1"), b=st.just("doc_2"), kind=st.sampled_from(KINDS), score=st.floats(0, 1),
    direction=st.sampled_from(WAYS),
    found=st.builds(Found, sentences=COUNT, share_a=PERCENT, share_b=PERCENT, runs=PERCENT, quotes=COUNT, figures=COUNT,
                    differ=st.booleans()),
)  # fmt: skip
MOST = 6_000
"""Bytes for a document of 250 words and nine edges, when all verdicts are there; it was 9,500 when all were objects."""


@given(st.lists(st.tuples(VERDICTS, st.booleans()), max_size=6))
def test_rows_give_back_every_edge(told: list[tuple[Verdict, bool]]) -> None:
    rows = Rows()
    for verdict, of_before in told:
        if of_before:
            rows.keep(1, 2, verdict.edge)
        else:
            rows.add(1, 2, verdict)
    assert [rows.edge(i, lambda n: f"doc_{n}") for i in range(len(rows))] == [v.edge for v, _ in told]
    assert rows.firm().tolist() == [i for i, (v, _) in enumerate(told) if v.edge.firm]


def test_a_profile_is_the_same_when_it_is_opened_again() -> None:
    every = {d.id: profile(d) for pair in pairs()[:12] for d in (pair.a, pair.b)}
    there = held.Held(every.values())
    assert [one.id for one in there.heads] == sorted(every)
    assert [kept.packed(p) for p in there] == [kept.packed(held._keyless(every[id])) for id in sorted(every)]
    assert list(there.keys) == [(every[id].keys, every[id].places) for id in sorted(every)]


def copies(stories: int, each: int, words: int) -> Iterator[Document]:
    """Stories that share no rare word, each printed some times with another last sentence."""
    dice = np.random.default_rng(7)
    for story in range(stories):
        told = [f"Xan{n:x}q" for n in dice.integers(1 << 30, 1 << 40, words)]
        body = " ".join(word + "." * (n % 20 == 19) for n, word in enumerate(told))
        for number in range(each):
            text = f"{body} Zed{story}w{number}k told them."
            digest = text_sha256(text)
            yield Document(
                id=f"doc_{number:03}_{story:03}", source="a", text=text, text_sha256=digest, raw_sha256=digest,
                language="en",
            )  # fmt: skip


def test_a_document_takes_little_until_its_family_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    _held(2, monkeypatch)  # tables are loaded, words of the language remembered
    few, many = _held(3, monkeypatch), _held(9, monkeypatch)
    assert (many - few) / (6 * 20) < MOST


def _held(stories: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Bytes that are held when all verdicts on twenty copies of each story are there."""
    most = 0

    def told(packed: object, pairs: Pairs, *where: object) -> Iterator[Verdict]:
        nonlocal most
        assert len(pairs) >= stories * 20 * 19 / 2
        yield from judged(packed, pairs, 1, "local")  # type: ignore[arg-type]
        most = tracemalloc.get_traced_memory()[0]

    monkeypatch.setattr(find, "judged", told)
    every = [kept.packed(profile(d)) for d in copies(stories, 20, 250)]
    tracemalloc.start()
    try:
        assert len(find.joined(map(kept.unpacked, every))) == stories
    finally:
        tracemalloc.stop()
    return most
