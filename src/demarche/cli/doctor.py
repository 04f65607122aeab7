"""`demarche doctor`: what is installed and works, part by part."""

import platform
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec
import typer

from demarche import __version__
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.project import opened, project
from demarche.model import DemarcheError, Reject

State = Literal["works", "missing", "broken"]

EXTRAS = {
    "postgres": "psycopg",
    "pdf": "weasyprint",
    "exports": "xlsxwriter",
    "frames": "polars",
    "mcp": "mcp",
    "cluster": "daft",
    "ru": "natasha",
}
"""Optional parts, and the module that each needs."""

SENTENCE = "The foreign ministers of France and Germany held talks in Paris on Monday."


class Check(msgspec.Struct, frozen=True):
    """One part: whether it works, and what there is to say about it."""

    part: str
    state: State
    says: str


def doctor(store: StoreAt = None, as_json: AsJson = False) -> None:
    """Say what is installed and works. Fails if something that is needed is broken."""
    checks = [
        Check("python", "works", f"{platform.python_version()} on {platform.system()} {platform.machine()}"),
        Check("demarche", "works", __version__),
        _tried("model", _model),
        _tried("knowledge", _knowledge),
        _tried("pipeline", _pipeline),
        _tried("store", lambda: _store(store)),
        *(_extra(name, module) for name, module in EXTRAS.items()),
    ]
    healthy = all(check.state != "broken" for check in checks)
    if as_json:
        data_json({"healthy": healthy, "checks": checks, "executable": sys.executable})
    else:
        data("\n".join(f"{check.part:10} {check.state:8} {check.says}" for check in checks))
    raise typer.Exit(0 if healthy else 1)


def _tried(part: str, says: Callable[[], str]) -> Check:
    try:
        return Check(part, "works", says())
    except (DemarcheError, ImportError, OSError) as e:
        return Check(part, "broken", str(e))


def _model() -> str:
    """Loading verifies the SHA-256 of every file."""
    from demarche.language.shipped import load_meta

    meta = load_meta()
    weights = "".join(f", {name} {digest[:12]}…" for name, digest in sorted(meta.sha256.items()))
    return f"{meta.name} {meta.version}{weights}"


def _knowledge() -> str:
    from demarche.lexicon import knowledge

    known = knowledge()
    return f"{len(known.states):,} states, {len(known.organisations):,} organisations, {len(known.persons):,} people"


def _pipeline() -> str:
    """A sentence is really read, so that a broken ONNX runtime is found here and not in the middle of a run."""
    from demarche.model import Document, document_id, text_sha256
    from demarche.pipeline import reader_version, reading

    digest = text_sha256(SENTENCE)
    document = Document(
        id=document_id("doctor", SENTENCE), source="doctor", text=SENTENCE, text_sha256=digest, raw_sha256=digest
    )
    (told,) = reading()([document])
    kinds = ", ".join(sorted({type(claim).__name__.lower() for claim in told.claims})) or "nothing"
    return f"reader {reader_version()}; found in a test sentence: {kinds}"


def _store(where: str | None) -> str:
    """A store that is not there yet is no fault outside a project."""
    if where is None and project() is None and not Path("demarche.db").exists():
        return "none here; `demarche init` makes one"
    with opened(where) as store, store.transaction():
        store.notes.put("doctor", __version__)
        held = f"{len(store.documents):,} documents, {len(store.records):,} records"
        return f"{store.name}: can be written; {held}{_refused(list(store.rejects))}"


def _refused(rejects: list[Reject]) -> str:
    """How many inputs were refused so far, and one of them: the others are in `rejects.jsonl` of an export."""
    if not rejects:
        return ""
    some = rejects[0]
    return f"; refused so far: {len(rejects):,}, one of them {some.item}: {some.reason}"


def _extra(name: str, module: str) -> Check:
    if find_spec(module) is None:
        return Check(name, "missing", f"optional: pip install 'demarche[{name}]'")
    try:
        return Check(name, "works", f"{module} {version(module)}")
    except PackageNotFoundError:
        return Check(name, "works", module)
