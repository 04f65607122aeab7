"""Every command that the docs show is run, in a folder with the demo's store; every page stands on the built site.

A page shows a command as a line `$ …` in a block marked `console`, which begins in the folder above `demarche-demo`; or
as an indented line or one of a block marked `sh`, for whoever is inside it. A line with a blank to fill in is none.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from demarche.bench.floors import floors
from demarche.cli import run

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
NOT_HERE = frozenset({"serve", "mcp", "follow", "watch"})
"""They run until they are stopped, or write outside the folder; tests of their own run them."""
REFUSED = 3
BLANK = re.compile(r"…|\.\.\. |\[|\b(DIR|FILE|FOLDER|ID|NAME|PATH|TASK|URL|rec_\w*)\b|https?://")


def blocks(page: Path, kind: str) -> list[str]:
    """The fenced blocks of a kind."""
    return [text for name, text in FENCE.findall(page.read_text(encoding="utf-8")) if name == kind]


def commands(page: Path) -> Iterator[list[str]]:
    """The commands of every block, in order."""
    for block in blocks(page, "console"):
        yield [_bare(line[2:]) for line in block.splitlines() if line[:2] == "$ "]
    plain = FENCE.sub("", page.read_text(encoding="utf-8"))
    shown = re.findall(r"^ {4}(demarche .*)$", plain, re.M)
    shown += re.findall(r"^(demarche .*)$", "".join(blocks(page, "sh")), re.M)
    if inside := [_bare(line) for line in shown if not BLANK.search(line)]:
        yield ["cd demarche-demo", *inside]


def _bare(line: str) -> str:
    """A command without what is said of it."""
    return line.partition("  #")[0].strip()


SHOWING = [page for page in PAGES if any(commands(page))]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `demarche-demo` in it, as `make demo` leaves it."""
    folder = tmp_path_factory.mktemp("docs")
    assert run(["demo", "--to", str(folder / "demarche-demo")]) == 0
    return folder


def told(command: str) -> None:
    """Run one command of a page here; `| head` cuts what is printed, not what is done."""
    words = shlex.split(command.partition("|")[0])
    if words[0] == "cd":
        os.chdir(words[1])
        return
    assert words[0] == "demarche", f"the docs show only demarche and cd: {command}"
    if words[1] not in NOT_HERE:
        assert run(words[1:]) in (0, REFUSED), command


@pytest.mark.parametrize("page", SHOWING, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_run(
    page: Path, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DEMARCHE_STORE", raising=False)
    monkeypatch.delenv("DEMARCHE_ACTORS", raising=False)
    monkeypatch.setenv("DEMARCHE_USER", "reader")
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    for block in commands(page):
        os.chdir(tmp_path)
        for command in block:
            told(command)
            out, err = capsys.readouterr()
            assert out or err or command.split()[0] == "cd" or command.split()[1] in NOT_HERE, command
            assert "Traceback" not in err


def test_the_guides_are_among_them() -> None:
    assert {"README.md", "start.md", "think-tank.md", "newsroom.md", "scholar.md", "ministry.md"} <= {
        page.name for page in SHOWING
    }


def test_python_in_the_docs_runs(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [(page, block) for page in PAGES for block in blocks(page, "python")]
    assert shown
    monkeypatch.chdir(demo)
    for page, block in shown:
        exec(compile(block, page.name, "exec"), {})


def test_json_in_the_docs_is_json() -> None:
    for page in PAGES:
        for block in blocks(page, "json"):
            json.loads(block)


def test_the_notebook_runs(demo: Path) -> None:
    program = [sys.executable, str(ROOT / "docs" / "notebooks" / "first_look.py")]
    done = subprocess.run(program, cwd=demo, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=env)
    assert done.returncode == 0, done.stderr
    built = {
        p.relative_to(tmp_path / "site").with_suffix(".md").as_posix() for p in (tmp_path / "site").rglob("*.html")
    }
    assert {p.relative_to(ROOT / "docs").as_posix() for p in PAGES if p.name != "README.md"} <= built
    menu = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{page.removesuffix(".md")}.html"' in menu for page in built - {"404.md", "index.md"})
    assert "https://fonts." not in menu


def test_no_figure_in_the_docs_is_better_than_its_floor() -> None:
    """The page of figures may lag behind the floors, which only rise; it may not run ahead of them."""
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    seen = 0
    for section in page.split("\n## ")[1:]:
        task = section.split("\n", 1)[0]
        for key, value, most in re.findall(r"^\| `(\S+)` \|.*\| ([\d.]+)( \(at most\))? \|$", section, re.M):
            held = [floor.figures[key] for floor in floors()[task].values() if key in floor.figures]
            assert float(value) >= min(held) if most else float(value) <= max(held), f"{task}.{key}"
            seen += 1
    assert seen > 50


def test_the_figures_of_the_readme_are_floors() -> None:
    rows = re.findall(r"^\|.*\| `(\w+)\.(\S+)` \| ([\d.]+) \|$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert len(rows) >= 8
    for task, key, value in rows:
        held = [floor.figures[key] for floor in floors()[task].values() if key in floor.figures]
        assert float(value) in held or float(value) < max(held), f"{task}.{key}"
