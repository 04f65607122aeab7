"""The floors of the house: imports run downward, never sideways, never in a circle. Read off the syntax trees."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
FLOORS_LINE = (
    "model < text, engine < lexicon < sources, families, language, claims, records, network, store"
    " < publish < pipeline < bench < desk, cli"
)
DATA_ONLY = {"demo"}
"""Packages that hold files and import nothing of ours; any floor may read them."""
TOP = {"__main__"}
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "core"}

MODULES = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SOURCE / "demarche").rglob("*.py"))
}


def floors() -> dict[str, int]:
    """Package to floor, from the line in the docs."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^\s*(model < .+)$", text, flags=re.MULTILINE)
    names = enumerate(floor.split(", ") for floor in line.strip().split(" < "))
    return {name: height for height, floor in names for name in floor}


def package(module: str) -> str:
    """The package below `demarche` that a module belongs to; empty for `demarche` itself."""
    return [*module.split("."), ""][1]


def imports(module: str, path: Path) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it the import stands."""
    is_package = path.name == "__init__.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "demarche")
        elif isinstance(node, ast.ImportFrom):
            parts = module.split(".")
            up = parts[: len(parts) - node.level + is_package] if node.level else []
            base = ".".join([*up, *((node.module or "").split(".") if node.module else [])])
            if base.split(".")[0] == "demarche":
                yield from {f"{base}.{a.name}" if f"{base}.{a.name}" in MODULES else base for a in node.names}


EDGES = {module: set(imports(module, path)) - {module} for module, path in MODULES.items()}


def test_the_line_in_the_docs_is_the_agreed_one() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert f"\n    {FLOORS_LINE}\n" in text


def test_every_package_has_a_floor() -> None:
    here = {package(module) for module in MODULES} - {""}
    assert here - TOP - DATA_ONLY <= set(floors())


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_downward(module: str) -> None:
    heights, mine = floors(), package(module)
    if mine in TOP:
        return
    theirs = {package(target) for target in EDGES[module]} - {mine, ""}
    if mine in DATA_ONLY or mine == "":
        assert theirs == set()
    upward = {name for name in theirs - DATA_ONLY if heights.get(name, 99) >= heights[mine]}
    assert not upward, f"{module} ({mine}) may not import {', '.join(sorted(upward))}"


def test_no_import_runs_in_a_circle() -> None:
    try:
        TopologicalSorter(EDGES).prepare()
    except CycleError as e:
        pytest.fail("imports run in a circle: " + " -> ".join(e.args[1]))


def test_every_imported_module_is_there() -> None:
    missing = {f"{module}: {target}" for module, found in EDGES.items() for target in found if target not in MODULES}
    assert not missing


def test_every_module_has_a_name_of_its_own() -> None:
    assert not [module for module in MODULES if NAMELESS & set(module.split("."))]
