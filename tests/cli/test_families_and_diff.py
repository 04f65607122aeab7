"""`demarche families` and `demarche diff`: which texts are one, why, and where two of them differ."""

import io
import sys
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from demarche.store import Store
from tests.cli.conftest import Cli
from tests.families.texts import REWRITE, WIRE
from tests.store.store_cases import CALL, CALL_RAW, FAMILY, PLAN, PLAN_RAW

OTHER = WIRE.replace("26,000", "27,000").replace("three hours", "four hours")
HOSTILE = WIRE + "\n\n<script>alert(1)</script> <img src=x onerror=alert(1)> </style>\x1b[31mred\x1b]0;t\x07 \u202eabc"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, text in (("a.txt", WIRE), ("b.txt", OTHER), ("c.txt", REWRITE), ("evil.txt", HOSTILE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_families_has_a_line_a_family(filled: Path, cli: Cli) -> None:
    code, out, err = cli("families", "--store", filled)
    assert (code, err) == (0, "1 family shown of 1\n")
    assert out == "fam_a  2 documents    held.txt\n"


def test_families_as_lines_of_json(filled: Path, cli: Cli) -> None:
    assert cli("families", "--store", filled, "--json").json == {
        "id": "fam_a", "documents": list(FAMILY.documents), "best": CALL.id, "source": "held.txt",
        "origin": None, "thread": None,
    }  # fmt: skip


def test_a_text_that_nobody_copied_is_listed_on_demand(cli: Cli, tmp_path: Path) -> None:
    with Store(tmp_path / "one.db") as store:
        store.documents.put([(CALL, CALL_RAW)])
        store.families.replace([type(FAMILY)(id="fam_b", documents=(CALL.id,))])
    assert cli("families", "--store", "one.db").out == ""
    assert cli("families", "--store", "one.db", "--all").out == "fam_b  1 document     held.txt\n"


@pytest.mark.parametrize("named", ["fam_a", CALL.id, PLAN.id, "held.txt"])
def test_a_family_by_its_id_or_a_document_of_it(named: str, filled: Path, cli: Cli) -> None:
    code, out, err = cli("families", named, "--store", filled)
    assert (code, err) == (0, "")
    assert f"best  {CALL.id}  2022-07-29  A desk  held.txt" in out
    assert "revision 0.80" in out
    assert "    one story" in out


def test_a_family_as_json_says_what_its_members_are(filled: Path, cli: Cli) -> None:
    told = cli("families", "fam_a", "--store", filled, "--json").json
    assert told["members"][CALL.id]["publisher"] == "A desk"  # type: ignore[index]
    assert told["edges"][0]["why"] == "one story"  # type: ignore[index]


def test_a_family_with_its_thread(cli: Cli, tmp_path: Path) -> None:
    with Store(tmp_path / "two.db") as store:
        store.documents.put([(CALL, CALL_RAW), (PLAN, PLAN_RAW)])
        of = {"thread": "thr_a", "origin": "wire:reuters", "why": "the earliest of 2 whole versions"}
        made = [type(FAMILY)(id=f"fam_{d.source}", documents=(d.id,), **of) for d in (CALL, PLAN)]
        store.families.replace(made)
    out = cli("families", CALL.id, "--store", "two.db").out
    assert "account of wire reuters" in out
    assert "the best is the earliest of 2 whole versions" in out
    assert "other reports of the same event or story (thr_a):\n    fam_planned.txt  1 document" in out


@pytest.mark.parametrize(
    ("arguments", "expected", "words"),
    [
        (["families", "fam_none"], 1, "no family and no document 'fam_none'"),
        (["diff", "held.txt", "none.txt"], 1, "no document 'none.txt', and there is no such file"),
        (["diff", "held.txt"], 2, "'B'"),
        (["diff", "held.txt", "planned.txt", "-o", "x.pdf"], 2, "name it .html"),
    ],
)
def test_what_is_not_there(arguments: list[str], expected: int, words: str, filled: Path, cli: Cli) -> None:
    code, out, err = cli(*arguments, "--store", filled)
    assert (code, out) == (expected, "")
    assert words in err


def test_diff_of_files_needs_no_store(files: Path, cli: Cli) -> None:
    code, out, err = cli("diff", "a.txt", "b.txt")
    assert (code, err) == (0, "")
    assert "5 sentences stand in both word for word, 2 differ" in out
    assert "- About [-26,000-] people" in out
    assert "+ About {+27,000+} people" in out
    assert not (files / "demarche.db").exists()


def test_diff_of_documents_in_the_store(filled: Path, cli: Cli) -> None:
    told = cli("diff", PLAN.id, "held.txt", "--store", filled, "--json").json
    assert (told["a"]["source"], told["b"]["source"]) == ("planned.txt", "held.txt")  # type: ignore[index]
    assert told["rows"]  # type: ignore[index]


def test_diff_of_a_file_that_holds_several_or_none(files: Path, cli: Cli) -> None:
    (files / "two.jsonl").write_text('{"text": "Talks in Geneva."}\n{"text": "Talks in Vienna."}\n')
    (files / "empty.txt").write_text("")
    assert cli("diff", "a.txt", "two.jsonl").code == 2
    assert "holds 2 documents" in cli("diff", "a.txt", "two.jsonl").err
    assert cli("diff", "a.txt", "empty.txt").code == 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("plain", [False, True])
def test_two_columns_on_a_terminal(plain: bool, files: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("NO_COLOR", "1") if plain else monkeypatch.delenv("NO_COLOR", raising=False)
    cli("diff", "a.txt", "b.txt")
    shown = terminal.getvalue()
    assert any("26,000" in line and "27,000" in line for line in shown.splitlines())
    assert ("[-26,000-]" in shown) is plain
    assert ("\x1b[1;31m26,000" in shown) is not plain


def test_no_text_moves_the_terminal(files: Path, cli: Cli) -> None:
    out = cli("diff", "a.txt", "evil.txt").out
    assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert "<script>alert(1)</script>" in out


class Page(HTMLParser):
    """The tags of a page, and whatever could load or run something."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [name for name, _ in attrs if name in ("src", "srcset", "data") or name.startswith("on")]


def test_the_page_holds_everything_and_runs_nothing(files: Path, cli: Cli) -> None:
    code, out, err = cli("diff", "a.txt", "evil.txt", "-o", "diff.html")
    assert (code, out, err) == (0, "", "wrote diff.html\n")
    text = (files / "diff.html").read_text(encoding="utf-8")
    page = Page(text)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert page.loads == []
    assert text.count("</style>") == 1
    assert "@import" not in text
    assert "url(" not in text
    assert "default-src 'none'" in unescape(text)
    assert "prefers-color-scheme: dark" in text
    assert {"ins", "html"} <= set(page.tags)


def test_a_refused_page_says_so(files: Path, cli: Cli) -> None:
    (files / "in").write_text("the way")
    code, _, err = cli("diff", "a.txt", "b.txt", "-o", "in/diff.html")
    assert code == 1
    assert "cannot be written" in err
