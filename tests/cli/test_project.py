"""A project: a folder with settings and a store, found from the folders below it."""

from datetime import date
from pathlib import Path

import pytest

from demarche.cli.conditions import codes, day
from demarche.cli.output import MOST_LISTED, refused
from demarche.cli.progress import Progress
from demarche.cli.project import Settings, project, settings
from demarche.model import BadKnowledge, DemarcheError, Reject, UsageError
from tests.cli.conftest import Cli


def test_init_makes_a_project_once(cli: Cli, tmp_path: Path) -> None:
    assert cli("init", "desk").code == 0
    file = tmp_path / "desk" / "demarche.toml"
    file.write_text('focus = ["RU"]\n')
    result = cli("init", "desk", "--json")
    assert (result.code, result.json["documents"]) == (0, 0)  # type: ignore[index]
    assert file.read_text() == 'focus = ["RU"]\n'
    assert (tmp_path / "desk" / "demarche.db").is_file()


def test_a_project_is_found_from_below(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cli("init", "desk", "--store", "elsewhere.db")
    below = tmp_path / "desk" / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    found = project()
    assert found is not None
    assert found.store == str(tmp_path / "elsewhere.db")
    assert cli("list").err == "0 records\n"


def test_the_template_says_the_defaults(cli: Cli, tmp_path: Path) -> None:
    cli("init")
    assert settings(tmp_path / "demarche.toml") == Settings()


@pytest.mark.parametrize("text", ["focus = 3", "colour = 'red'", "workers = ", "store = '\ud800'"])
def test_settings_that_are_wrong_are_refused_with_their_file(text: str, tmp_path: Path) -> None:
    file = tmp_path / "demarche.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BadKnowledge, match=r"demarche\.toml"):
        settings(file)


def test_init_where_nothing_can_be_written(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = cli("init", "file")
    assert code == 1
    assert "cannot be written" in err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [(None, None), ("2022-07-01", "2022-07-01"), ("7d", "2022-07-22"), ("2w", "2022-07-15"), ("0d", "2022-07-29")],
)
def test_days_as_typed(typed: str | None, meant: str | None) -> None:
    assert day(typed, today=date(2022, 7, 29)) == meant


@pytest.mark.parametrize("typed", ["", "soon", "2022-13-01", "7", "d", "-7d", "9999999d"])
def test_no_days(typed: str) -> None:
    with pytest.raises(UsageError, match="no day"):
        day(typed)


def test_countries_as_typed() -> None:
    assert codes(None) == frozenset()
    assert codes(" ru, UKR ,") == {"RUS", "UKR"}
    with pytest.raises(DemarcheError):
        codes("RUSSIA")


def test_what_was_refused_is_listed_up_to_a_point(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused([]) == 0
    assert refused([Reject("sources", "a.txt", "it is empty")]) == 3
    assert capsys.readouterr() == ("", "1 input was refused:\n  a.txt: it is empty\n")
    assert refused([Reject("sources", f"{n}.txt", "it is empty") for n in range(500)]) == 3
    told = capsys.readouterr().err.splitlines()
    assert len(told) == MOST_LISTED + 2
    assert "480 more" in told[-1]


def test_progress_is_silent_at_first_and_then_says_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(patience_s=60) as quick:
        quick("read", 1, None)
    assert capsys.readouterr() == ("", "")
    with Progress(patience_s=60) as slow:
        slow("read", 4, None)
        slow._appear()  # the two seconds are over
        slow("claims", 0, 2000)
        slow("claims", 1, 2000)
    assert capsys.readouterr() == ("", "read 4\nclaims …\n")
