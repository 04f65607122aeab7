"""The docs say what is: generated pages are current, and the README names commands that exist."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import jsonschema
import msgspec
import pytest

from demarche.cli.app import app
from demarche.model import Document

ROOT = Path(__file__).parents[1]


def generator(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCHEMAS = generator("generate_schema")
GENERATED: dict[Path, str] = SCHEMAS.files() | generator("generate_bench").files() | generator("generate_scale").files()


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_generated_page_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == GENERATED[path], (
        "run `python docs/generate_schema.py; python docs/generate_bench.py; python docs/generate_scale.py`"
    )


def test_no_schema_is_left_over() -> None:
    assert set((ROOT / "docs" / "schema").glob("*.json")) == {path for path in GENERATED if path.suffix == ".json"}


def test_a_document_fits_its_schema() -> None:
    document = Document(id="doc_1", source="a.txt", text="x", text_sha256="0", raw_sha256="0", published=None)
    schema = SCHEMAS.schemas()["document"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(document)), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"id": 1}, schema)


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_links_between_pages_hold(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", text):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_decisions_are_numbered_in_a_row() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_build_server_runs_the_command_of_the_readme() -> None:
    last = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"    {last.removeprefix('exec ')} " in readme


def test_the_readme_names_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(
        re.findall(r"(?:^|[\s`/])demarche ([a-z]+)\b", "\n".join(re.findall(r"^ {4}.*$|`[^`]+`", readme, re.M)))
    )
    assert named
    assert named <= {command.name for command in app.registered_commands}
