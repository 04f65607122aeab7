"""Typed data files: what is read, and how a wrong one is refused."""

from pathlib import Path

import pytest

from demarche.lexicon.tables import Row, load_csv, load_toml
from demarche.model import BadKnowledge


class Post(Row):
    id: str
    rank: int = 0
    names: tuple[str, ...] = ()
    note: str | None = None


GOOD = "id,rank,names\nminister,2,one|two\nenvoy,,\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_csv_cells_become_typed_fields(tmp_path: Path) -> None:
    rows = load_csv(written(tmp_path, "posts.csv", GOOD), Post)
    assert rows == (Post(id="minister", rank=2, names=("one", "two")), Post(id="envoy"))


def test_toml_becomes_one_value(tmp_path: Path) -> None:
    path = written(tmp_path, "post.toml", 'id = "envoy"\nrank = 3\nnames = ["one"]\n')
    assert load_toml(path, Post) == Post(id="envoy", rank=3, names=("one",))


@pytest.mark.parametrize(
    ("text", "entry", "reason"),
    [
        ("id,rank\na,1\nb,high\n", "line 3 (b)", "int"),
        ("id,rank\na,1,2\n", "line 2", "3 cells"),
        ("id,grade\na,1\n", "line 1", "unknown ['grade']"),
        ("rank\n1\n", "line 1", "missing ['id']"),
        ("id,rank\n,1\n", "line 2 ()", "id"),
        ("", "line 1", "missing"),
    ],
)
def test_a_wrong_csv_names_its_entry(tmp_path: Path, text: str, entry: str, reason: str) -> None:
    with pytest.raises(BadKnowledge) as refused:
        load_csv(written(tmp_path, "posts.csv", text), Post)
    assert refused.value.file == "posts.csv"
    assert refused.value.entry == entry
    assert reason in refused.value.reason


@pytest.mark.parametrize("text", ['id = "a"\nrnk = 1\n', "id = \n", 'id = "a"\nrank = "x"\n', ""])
def test_a_wrong_toml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadKnowledge):
        load_toml(written(tmp_path, "post.toml", text), Post)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="is missing"):
        load_csv(tmp_path / "none.csv", Post)
