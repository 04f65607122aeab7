"""Damaged files of the model are refused, by name."""

import json
import shutil
from pathlib import Path

import pytest

from demarche.language.network import Network
from demarche.language.shipped import LABELS, LAYERS, META, SHIPPED, VOCABULARY, load_meta
from demarche.model import BrokenModel


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "weights"))


@pytest.mark.parametrize("name", [LAYERS[0], LAYERS[-1], LABELS, VOCABULARY])
def test_a_damaged_file_is_named(copy: Path, name: str) -> None:
    with (copy / name).open("r+b") as file:
        file.seek(1000)
        file.write(b"\0\1\2\3 damaged")
    with pytest.raises(BrokenModel, match=name.replace(".", r"\.")):
        Network(copy)


@pytest.mark.parametrize("name", [LAYERS[3], LABELS, VOCABULARY, META])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(BrokenModel, match=name.replace(".", r"\.")):
        Network(copy)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"name": "x"}'])
def test_a_description_that_is_none_is_named(copy: Path, content: str) -> None:
    (copy / META).write_text(content, encoding="utf-8")
    with pytest.raises(BrokenModel, match="meta\\.json"):
        load_meta(copy)


def test_a_file_that_is_no_model_is_refused_even_if_its_checksum_fits(copy: Path) -> None:
    import hashlib

    (copy / LAYERS[2]).write_bytes(b"not a model")
    meta = json.loads((copy / META).read_text(encoding="utf-8"))
    meta["sha256"][LAYERS[2]] = hashlib.sha256(b"not a model").hexdigest()
    (copy / META).write_text(json.dumps(meta), encoding="utf-8")
    with pytest.raises(BrokenModel, match="not a model that"):
        Network(copy)


def test_the_files_say_who_made_their_data() -> None:
    licence = (SHIPPED / "LICENSE").read_text(encoding="utf-8")
    for source in ("CC BY-SA 4.0", "English EWT", "GUM", "Wikigold", "re3d", "all-MiniLM-L6-v2", "Apache"):
        assert source in licence
