"""What a command line answers before any stage runs: help, version, wrong usage, stores that cannot be opened."""

import importlib.util
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import msgspec
import pytest

import demarche
from demarche.cli.app import COMMANDS
from tests.cli.conftest import Cli

ROOT = Path(__file__).parents[2]


def page() -> dict[Path, str]:
    spec = importlib.util.spec_from_file_location("generate_commands", ROOT / "docs" / "generate_commands.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.files()  # type: ignore[no-any-return]


def test_the_page_of_commands_is_current() -> None:
    for path, text in page().items():
        assert path.read_text(encoding="utf-8") == text, "run `python docs/generate_commands.py`"


def test_the_version(cli: Cli) -> None:
    assert cli("--version") == (0, f"demarche {demarche.__version__}\n", "")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself_and_takes_store_and_json(name: str, cli: Cli) -> None:
    code, out, _ = cli(name, "--help")
    assert code == 0
    assert "--json" in out
    assert "--store" in out or name == "bench"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["fly"], "No such command 'fly'"),
        (["digest", "--wings"], "--wings"),
        (["digest", "nowhere.txt"], "no such file or folder: nowhere.txt"),
        (["digest", "-f", "odt", "."], "odt"),
        (["digest", "-f", "docx", "."], "DOCX is no text"),
        (["digest", "-o", "out.xyz", "."], "add -f md"),
        (["digest", "-f", "pdf", "."], "-o FILE"),
        (["digest", "--since", "soon", "."], "'soon' is no day"),
        (["digest", "--focus", "Atlantis", "."], "ATLANTIS|Atlantis"),
        (["add"], "PATH"),
        (["add", "nowhere"], "no such file or folder: nowhere"),
        (["export", "-f", "jsonl"], "--to"),
        (["bench", "parse"], "FILE"),
        (["bench", "flying", "x"], "no bench task 'flying'"),
        (["run", "--workers", "-1"], "--workers"),
        (["run", "--store", "mysql://a/b"], "postgresql:// URL"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str, cli: Cli) -> None:
    code, out, err = cli(*arguments)
    assert (code, out) == (2, "")
    assert any(word in err for word in words.split("|")), err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["serve"],
        ["export", "--to", "out"],
        ["list"],
        ["show", "rec_a"],
        ["digest"],
        ["run", "--store", "a.db"],
    ],
)
def test_no_store_is_a_failure_that_says_what_to_do(arguments: list[str], cli: Cli, tmp_path: Path) -> None:
    code, out, err = cli(*arguments)
    assert (code, out) == (1, "")
    assert "demarche init" in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--host", "0.0.0.0"], "token"), (["--token", "short"], "16 characters"), (["--port", "70000"], "--port")],
)
def test_serve_refuses_what_is_unsafe(arguments: list[str], words: str, cli: Cli, filled: Path) -> None:
    code, out, err = cli("serve", "--store", filled, *arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_a_file_that_is_no_store(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "demarche.db").write_bytes(b"not a database" * 100)
    code, out, err = cli("list")
    assert (code, out, err) == (1, "", "demarche: demarche.db: this file is no SQLite database\n")


def command(*arguments: str, **options: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "demarche", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        stdin=subprocess.DEVNULL, **options,  # type: ignore[call-overload]
    )  # fmt: skip


def test_as_a_program_of_its_own() -> None:
    with command("list", "--store", "nowhere.db") as process:
        out, err = process.communicate()
    assert (process.returncode, out, "demarche init" in err) == (1, "", True)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_serve_answers_until_it_is_stopped(how: signal.Signals, filled: Path) -> None:
    with command("serve", "--store", str(filled), "--port", "0", "--json") as process:
        try:
            assert process.stdout is not None
            address = msgspec.json.decode(process.stdout.readline())["address"]
            about = httpx.get(f"{address}api/v1/about", timeout=30).json()
            process.send_signal(how)
            _, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (about["records"], about["writable"]) == (1, False)
    assert "Traceback" not in err
    assert address in err


def test_whoever_stops_reading_hears_no_complaint() -> None:
    """`demarche … | head -1`: the pipe is closed before anything is written."""
    read, write = os.pipe()
    os.close(read)
    process = subprocess.run(
        [sys.executable, "-m", "demarche", "actors", "who", "Lavrov"],
        stdout=write,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(write)
    assert process.stderr == ""
    assert process.returncode == 1


def test_help_loads_none_of_the_stages() -> None:
    code = "import sys; from demarche.cli import run; run(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr
    for heavy in ("sqlalchemy", "onnxruntime", "numpy", "trafilatura", "rich.console", "demarche.pipeline", "jinja2"):
        assert f"'{heavy}'" not in told


@pytest.mark.skipif(importlib.util.find_spec("weasyprint") is not None, reason="the extra is installed")
def test_a_pdf_without_its_extra(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks were held in Geneva.")
    code, out, err = cli("digest", "a.txt", "-o", "out.pdf")
    assert (code, out) == (1, "")
    assert "pip install 'demarche[pdf]'" in err


def test_an_output_that_cannot_be_written(filled: Path, cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for arguments in (["digest", "-o", "file/out.md"], ["export", "--to", "file"], ["demo", "--to", "file"]):
        code, out, err = cli(*arguments, "--store", filled)
        assert (code, out) == (1, "")
        assert "cannot be written" in err
