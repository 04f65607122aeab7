"""The pages of a release: what it is, whose words it holds, how to cite it, and the data package for programs."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from demarche.model import Document
from demarche.publish.release.passport import Passport

README = """# {title}, {version}

Frozen on {on} by {by} with demarche {demarche}{query}.

- `csv/`, `parquet/`: one file a table; `codebook.md` says what every column is, `datapackage.json` says it to programs.
- `jsonl/`: the same and more, one object a line; the nouns of demarche {demarche}.
- `passport.json`: the versions of code, model and knowledge. `LICENCES.md`: whose words these are. `CITATION.cff`.
- `SHA256SUMS`: the digest of every file. `demarche release DIR --check` or `sha256sum -c SHA256SUMS` compares them.

Every field of a record rests on words: `evidence` names document, start, end and the quote{texts}. Copies of one text
count once. Unknown is empty; silence is not zero: `measures.coverage` says how much was read at all. What is found
wrongly and what is missed is measured; the figures are in demarche's documentation (`docs/figures.md`). A record is a
reading aid with its sources attached, not a source.
"""
LICENCES = """# Licences

- **These tables** as a compilation: {licence}.
- **Texts, titles and quotations** are their publishers' (below). {texts}
- **Code** that made them: demarche, Apache-2.0. **Model** that read the texts: {model}, CC BY-SA 4.0 (not included).
- **Knowledge** of states, offices and places: facts with their sources in demarche's NOTICE, among them Wikidata (CC0),
  GeoNames (CC BY 4.0) and others named there.

| publisher | class | documents |
|---|---|---|
"""


def readme(made: Passport) -> str:
    """What lies in the folder."""
    return README.format(
        title=made.title, version=made.version, on=made.on, by=made.by, demarche=made.demarche,
        query=f", of what `{made.query}` takes" if made.query else "",
        texts=", and `documents` has the text" if made.with_texts else "; the texts stay with their publishers",
    )  # fmt: skip


def licences(made: Passport, documents: Iterable[Document]) -> str:
    """Whose words the data set holds."""
    held = Counter((d.publisher or "unknown", d.source_class) for d in documents)
    texts = (
        "`jsonl/documents.jsonl` holds them in full: whoever passes this folder on needs their leave."
        if made.with_texts
        else "Full texts are left out; short quotations with their source remain as evidence."
    )
    rows = "".join(f"| {name.replace('|', '/')} | {kind} | {n:,} |\n" for (name, kind), n in sorted(held.items()))
    model = f"{made.model.name} {made.model.version}"
    return LICENCES.format(licence=made.licence or "not stated by whoever froze them", texts=texts, model=model) + rows


def citation(made: Passport) -> str:
    """`CITATION.cff`, version 1.2.0 of the form."""
    return (
        "cff-version: 1.2.0\ntype: dataset\n"
        "message: If you use these data, please cite them and the texts they rest on.\n"
        f"title: {_quoted(made.title)}\nversion: {_quoted(made.version)}\ndate-released: {_quoted(made.on)}\n"
        f"authors:\n  - name: {_quoted(made.by)}\n"
        + (f"license: {_quoted(made.licence)}\n" if made.licence else "")
        + f"references:\n  - type: software\n    title: demarche\n    version: {_quoted(made.demarche)}\n"
        "    authors:\n      - name: the demarche authors\n    license: Apache-2.0\n"
    )


def _quoted(text: str) -> str:
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def package(made: Passport, tables: list[dict[str, Any]], folder: Path) -> dict[str, Any]:
    """The Frictionless data package of the whole folder, with the digest and size of every table."""
    resources = [_placed(table, "csv", folder) for table in tables]
    resources += [_plain(path, folder) for kind in ("jsonl", "parquet") for path in sorted((folder / kind).iterdir())]
    return {
        "profile": "data-package", "name": made.name, "title": made.title, "version": made.version, "created": made.on,
        "contributors": [{"title": made.by, "role": "publisher"}],
        **({"licenses": [{"name": made.licence}]} if made.licence else {}),
        "resources": resources,
    }  # fmt: skip


def _placed(table: dict[str, Any], kind: str, folder: Path) -> dict[str, Any]:
    return {**table, "path": f"{kind}/{table['path']}", **_weighed(folder / kind / table["path"])}


def _plain(path: Path, folder: Path) -> dict[str, Any]:
    kind = path.parent.name
    place = path.relative_to(folder).as_posix()
    return {"name": f"{path.stem}-{kind}".lower(), "path": place, "format": kind, **_weighed(path)}


def _weighed(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"hash": f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}", "bytes": path.stat().st_size}
