"""Copies that know where their words went, documents as many as asked, claims carried over with their very words."""

import json
import random
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.bench import growth
from demarche.bench.copied import Copy, moved
from demarche.bench.documents import document
from demarche.bench.usage import Watch, cpu, tree
from demarche.demo import corpus_paths
from demarche.model import Claim, Engagement

TEXTS = [path.read_text(encoding="utf-8") for path in corpus_paths() if path.parent.name == "news"][:3]
WORLD = {"grain": "timber", "oslo": "geneva", "ministers": "envoys"}


@settings(max_examples=80, deadline=None)
@given(st.text("ab. \n“”'é1", max_size=60), st.integers(0, 99), st.data())
def test_what_is_kept_is_found_again(text: str, seed: int, data: st.DataObject) -> None:
    copy = Copy(text, {}, random.Random(seed))
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, max(start + 1, len(text))))
    place = copy.at(start, end)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(copy.text)
    plain = Copy(text, {})
    assert plain.text == text
    assert end > len(text) or plain.at(start, end) == (start, end)


def test_another_world_has_other_words_in_the_same_places() -> None:
    text = "Ministers met in Oslo. The ministers spoke of grain."
    copy = Copy(text, WORLD)
    assert copy.text == "Envoys met in Geneva. The envoys spoke of timber."
    start = text.index("Oslo")
    a, b = copy.at(start, start + 4) or (0, 0)
    assert copy.text[a:b] == "Geneva"


def test_claims_move_with_their_words_or_go() -> None:
    text = "The ministers met in Oslo on Monday. They spoke of grain."
    claim = Engagement(
        document="doc_1", start=4, end=25, quote=text[4:25], found_by="test/1", mode="meeting", status="happened"
    ).with_id()
    home = document({"id": "a", "text": Copy(text, WORLD).text})
    (found,) = moved([claim], Copy(text, WORLD), home, {})
    assert (found.document, found.quote) == (home.id, "envoys met in Geneva")
    far = msgspec.structs.replace(claim, sentence=None, start=len(text) - 6, end=len(text) - 1, quote="grain")
    edits = [Copy(text, {}, random.Random(seed)) for seed in range(200)]
    short = next(copy for copy in edits if "spoke" not in copy.text)
    assert list(moved([far], short, document({"id": "b", "text": short.text}), {})) == []


def test_sizes_growth_and_the_whole_way(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text("".join(json.dumps({"id": i, "text": t, "date": "2022-07-01"}) + "\n" for i, t in enumerate(TEXTS)))
    claimed = tmp_path / "claims.json"
    told: list[tuple[Claim, ...]] = [tuple(c) for c in growth.read(growth.originals(file))]
    claimed.write_bytes(msgspec.json.encode(told))
    found = [growth.measured(file, size, claimed, 1, _folder(tmp_path, size)) for size in (6, 12)]
    assert [row["documents"] for row in found] == [6, 12]
    assert found[1]["read"] == 0
    assert found[1]["claims"] > found[0]["claims"] > 0
    assert set(growth.growth(found)) == {"read", "families", "claims", "records", "all"}


def _folder(parent: Path, size: int) -> Path:
    made = parent / str(size)
    made.mkdir()
    return made


def test_an_exponent_is_the_slope() -> None:
    rows = [{"documents": n, "stages": {"all": {"cpu_s": n**1.5}}} for n in (10, 100, 1000)]
    assert growth.growth(rows) == {"all": 1.5}


def test_usage_sees_what_this_process_does() -> None:
    before = cpu()
    with Watch() as watch:
        held = bytearray(40_000_000)
        sum(range(2_000_000))
        assert watch.peak() > 40
        assert watch.cpu() > 0
        del held
    assert cpu() > before
    assert len(tree()) >= 1
