"""`demarche actors`: who, for a name and for an office; rows of one's own, added and checked."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_an_office_on_a_day(cli: Cli) -> None:
    code, out, _ = cli("actors", "who", "foreign minister of Chile", "--on", "2021-05-01")
    assert code == 0
    assert "foreign_minister, CHL" in out
    assert "holder of the office on that day" in out


def test_after_its_source_ends_the_last_known_holder_is_said_to_be_one(cli: Cli) -> None:
    _, out, _ = cli("actors", "who", "the Russian foreign minister", "--on", "2030-01-01")
    assert "Sergey Lavrov" in out
    assert "last known holder" in out


def test_nobody(cli: Cli) -> None:
    code, out, err = cli("actors", "who", "zzyzx")
    assert (code, out) == (0, "")
    assert "nobody is known" in err


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    monkeypatch.setenv("DEMARCHE_ACTORS", str(folder))
    return folder


def test_a_row_is_added_and_checked(cli: Cli, own: Path) -> None:
    assert cli("actors", "add", "aliases", "surface=Bellevue Palace", "entity=iso:DE", "kind=name").code == 0
    code, out, _ = cli("actors", "check")
    assert code == 0
    assert "1 row of your own, all sound" in out


def test_a_row_that_shadows_says_so(cli: Cli, own: Path) -> None:
    _, _, err = cli("actors", "add", "aliases", "surface=Kremlin", "entity=iso:US", "kind=name")
    assert "shadows organ:RU/presidency" in err
    assert cli("actors", "check").code == 0
    assert cli("actors", "check", "--strict").code == 1


def test_a_broken_row_is_not_written(cli: Cli, own: Path) -> None:
    code, _, err = cli("actors", "add", "aliases", "surface=Nowhere", "entity=iso:ZZ", "kind=name")
    assert code == 1
    assert "'iso:ZZ' stands in no table" in err
    assert not own.exists()


def test_a_broken_row_stops_before_anything_is_read(cli: Cli, own: Path, tmp_path: Path) -> None:
    own.mkdir()
    (own / "aliases.csv").write_text("surface,entity,kind,source\nbad,row\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The President met the minister.", encoding="utf-8")
    code, _, err = cli("actors", "check")
    assert code == 1
    assert "aliases.csv, line 2: 2 cells" in err


def test_without_a_folder_nothing_can_be_added(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMARCHE_ACTORS", raising=False)
    assert cli("actors", "add", "aliases", "surface=X", "entity=iso:DE", "kind=name").code == 2
    assert cli("actors", "check").code == 0
