"""What code and data made a result, as a digest of the very files: nobody has to remember to raise a version."""

import hashlib
from functools import cache
from importlib import import_module
from pathlib import Path

HEAVY = (".onnx",)
"""Left out: large, and their checksums stand in a file beside them."""


@cache
def fingerprint(*packages: str) -> str:
    """A digest of all files of some packages or modules, the data among them included."""
    digest = hashlib.sha256()
    for package in sorted(packages):
        file = Path(str(import_module(package).__file__))
        root = file.parent if file.name == "__init__.py" else file
        for path in _files(root):
            data = path.read_bytes()
            digest.update(f"{package}\x1f{path.name}\x1f{len(data)}\x1f".encode() + data)
    return digest.hexdigest()[:16]


def _files(root: Path) -> list[Path]:
    found = [root] if root.is_file() else sorted(path for path in root.rglob("*") if path.is_file())
    return [path for path in found if path.suffix not in HEAVY and "__pycache__" not in path.parts]
