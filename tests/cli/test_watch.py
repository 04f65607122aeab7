"""`demarche watch` from the command line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_a_watch_from_its_beginning_to_its_end(cli: Cli, filled: Path) -> None:
    at = ("--store", filled)
    assert cli("watch", "add", "quiet", "mode:call", *at).code == 0
    assert cli("watch", "add", "loud", "mode:call", "--all", *at).code == 0
    first = cli("watch", "run", "--once", *at)
    assert (first.code, first.err) == (0, "")
    assert [line.split("\t")[:2] for line in first.out.splitlines()] == [["loud", "new"]]
    again = cli("watch", "run", "--once", *at)
    assert (again.code, again.out, again.err) == (0, "", "")
    assert [line.split("\t")[0] for line in cli("watch", "list", *at).out.splitlines()] == ["loud", "quiet"]
    assert cli("watch", "remove", "loud", *at).code == 0
    assert [one["name"] for one in cli("watch", "list", "--json", *at).json] == ["quiet"]  # type: ignore[attr-defined, index]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "a", "colour:red"), "no field is called colour"),
        (("add", "A b", "mode:call"), "no name for a watch"),
        (("add", "a", "mode:call", "--webhook", "file:///etc/passwd"), "no address of a server"),
        (("remove", "a"), "no watch is called 'a'"),
        (("run", "--once", "--every", "soon"), "as in 10m"),
    ],
)
def test_what_is_asked_wrongly(arguments: tuple[str, ...], words: str, cli: Cli, filled: Path) -> None:
    result = cli("watch", *arguments, "--store", filled)
    assert result.code == 2
    assert words in result.err


def test_a_server_that_cannot_be_reached_is_told_and_the_exit_code_says_so(cli: Cli, filled: Path) -> None:
    cli("watch", "add", "a", "mode:call", "--all", "--webhook", "http://127.0.0.1:9/", "--store", filled)
    result = cli("watch", "run", "--once", "--store", filled)
    assert result.code == 1
    assert "a: webhook was not told, and will be the next time" in result.err
