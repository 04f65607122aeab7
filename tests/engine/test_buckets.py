"""What goes into buckets comes out of them, whole and once, whether they fit into memory or not."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.engine.buckets import Buckets, Keyed
from demarche.model import StoreError

ROWS = st.lists(st.tuples(st.integers(0, 4), st.binary(max_size=8)), max_size=60)


def row(data: bytes) -> Keyed:
    return data.hex(), data, data


@settings(max_examples=60, deadline=None)
@given(ROWS, st.integers(0, 100))
def test_everything_comes_out_whole(rows: list[tuple[int, bytes]], held: int) -> None:
    with Buckets(5, held) as buckets:
        for number, data in rows:
            buckets.put(number, row(data), len(data))
        found = list(buckets.each())
        assert list(buckets.each()) == []
    expected = [[row(data) for number, data in rows if number == wanted] for wanted in range(5)]
    assert found == [bucket for bucket in expected if bucket]


def test_files_are_gone_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Buckets(2, held=10) as buckets:
        buckets.put(1, row(b"x" * 11), 11)
        assert len(list(tmp_path.rglob("001"))) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_room_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Buckets(2, held=10) as buckets:
        buckets.put(1, row(b"x" * 11), 11)
        (file,) = tmp_path.rglob("001")
        file.unlink()
        file.symlink_to("/dev/full")
        with pytest.raises(StoreError, match=r"no room to sort in .*No space left.*TMPDIR"):
            buckets.put(1, row(b"x" * 11), 11)
