"""`demarche backup` and `demarche restore` from the command line."""

from pathlib import Path

from tests.cli.conftest import Cli


def test_there_and_back(cli: Cli, filled: Path, tmp_path: Path) -> None:
    made = cli("backup", tmp_path / "b", "--store", filled, "--json")
    assert (made.code, made.json) == (0, {"file": str(tmp_path / "b"), "documents": 2})
    assert cli("backup", tmp_path / "b", "--store", filled).code == 2
    refused = cli("restore", tmp_path / "b", "--store", filled)
    assert refused.code == 2
    assert "--force" in refused.err
    again = cli("restore", tmp_path / "b", "--store", tmp_path / "again.db", "--json")
    assert (again.code, again.json) == (0, {"store": str(tmp_path / "again.db"), "documents": 2})
    first, second = (cli("list", "--store", store, "--json").out for store in (filled, tmp_path / "again.db"))
    assert first == second != ""
    assert cli("restore", tmp_path / "nothing", "--store", tmp_path / "again.db").code == 2
