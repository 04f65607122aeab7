"""A store -> a folder: JSON Lines, CSV, Parquet, and what is needed to check, understand and cite them.

The folder appears only when it is whole, and never in the place of another: what is released stays as it was.
"""

import hashlib
from pathlib import Path
from shutil import rmtree

import msgspec

from demarche.model import Document, StoreError, UsageError
from demarche.publish.exports import export
from demarche.publish.exports.jsonl import written
from demarche.publish.holdings import Holdings
from demarche.publish.queries import query
from demarche.publish.release.described import citation, licences, package, readme
from demarche.publish.release.passport import Passport
from demarche.store import Store

FORMATS = ("jsonl", "csv", "parquet")
SUMS = "SHA256SUMS"


def release(store: Store, folder: Path, made: Passport) -> list[Path]:
    """Freeze what the passport's question takes of a store; the files written."""
    if folder.exists():
        raise UsageError(f"{folder} is there already; a release is never written over another")
    beside = folder.with_name(f".{folder.name}.part")
    rmtree(beside, ignore_errors=True)
    try:
        beside.mkdir(parents=True)
        _fill(store, beside, made)
        beside.rename(folder)
    except OSError as e:
        raise StoreError(f"{folder} cannot be written: {e.strerror or e}") from e
    finally:
        rmtree(beside, ignore_errors=True)
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _fill(store: Store, folder: Path, made: Passport) -> None:
    asked = query(made.query) if made.query else None
    for name in FORMATS:
        export(store, folder / name, [name], asked)
    holdings = Holdings(store, asked)
    if not made.with_texts:
        written(folder / "jsonl" / "documents.jsonl", map(_bare, holdings.documents))
    for name in ("datapackage.json", "codebook.md"):
        (folder / "csv" / name).rename(folder / name)
    (folder / "passport.json").write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    for name, text in (("README.md", readme(made)), ("LICENCES.md", licences(made, holdings.documents)),
                       ("CITATION.cff", citation(made))):  # fmt: skip
        (folder / name).write_bytes(text.encode("utf-8"))
    described = msgspec.json.decode((folder / "datapackage.json").read_bytes())
    whole = package(made, described["resources"], folder)
    (folder / "datapackage.json").write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
    (folder / SUMS).write_bytes(sums(folder).encode("utf-8"))


def _bare(document: Document) -> Document:
    """A document whose words stay with their publisher: its digest says which text the offsets count."""
    return msgspec.structs.replace(document, text="", boilerplate=())


def sums(folder: Path) -> str:
    """The digest of every file, as `sha256sum -c` reads it."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != SUMS)
    return "".join(f"{digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
