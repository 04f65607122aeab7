"""The demo corpus: short articles and readouts on public diplomatic events of 2022, in the shapes the web has."""

from importlib.resources import as_file, files
from pathlib import Path


def corpus_paths() -> tuple[Path, ...]:
    """Every file of the corpus, in a fixed order: .txt, .html, .jsonl, .rss, .eml, .pdf, .warc.gz."""
    with as_file(files("demarche.demo") / "corpus") as folder:
        return tuple(sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")))
