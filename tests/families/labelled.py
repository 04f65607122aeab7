"""The labelled pairs: texts of `pairs/`, and of which two of them one stems from the other.

`same` is a version of the whole text, `part` a text that holds most of another one among other things, `other` two
texts that nobody copied: independent reports of an event, and what an office writes again and again.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Literal, NamedTuple

from demarche.demo import corpus_paths
from demarche.model import Document

from .texts import document

FOLDER = Path(__file__).parent / "pairs"
VERSIONS = {
    "light": "light edit", "heavy": "heavy edit", "spun": "spun", "back": "back-translated style",
    "abridged": "abridged", "quotes": "translated quotes", "lead": "wire with local lead",
}  # fmt: skip
AMONG_COPIES = (("heavy", "spun"), ("light", "back"), ("spun", "back"))
_SLOT = re.compile(r"\{([a-z0-9:-]+):(\d+)-(\d+)\}")

Label = Literal["same", "part", "other"]


class Labelled(NamedTuple):
    """Two texts, what was done to make the one of the other, and what is right to say of them."""

    kind: str
    label: Label
    a: Document
    b: Document


def pairs() -> list[Labelled]:
    """All of them."""
    return [*_stories(), *_composed("digests", "digest excerpt"), *_composed("merged", "merged from two"), *_series()]


def _stories() -> Iterator[Labelled]:
    for name, story in stories().items():
        texts = {key: document(f"{name} {key}", text.strip()) for key, text in story.items()}
        texts["lead"] = document(f"{name} lead", f"{story['lead'].strip()}\n\n{story['base'].strip()}")
        for key, kind in VERSIONS.items():
            yield Labelled(kind, "same", texts["base"], texts[key])
        for one, other in AMONG_COPIES:
            yield Labelled("two copies", "same", texts[one], texts[other])
        for key in ("base", "spun"):
            yield Labelled("independent report", "other", texts[key], texts["independent"])
            if "same_figures" in texts:
                yield Labelled("independent report, same figures", "other", texts[key], texts["same_figures"])


def _composed(file: str, kind: str) -> Iterator[Labelled]:
    for i, row in enumerate(_read(f"{file}.toml")["text"]):
        whole = document(f"{file} {i}", _SLOT.sub(lambda m: _some(m[1], int(m[2]), int(m[3])), row["text"].strip()))
        for name in row["of"]:
            yield Labelled(kind, "part", _base(name), whole)


def _series() -> Iterator[Labelled]:
    for n, series in enumerate(_read("series.toml")["series"]):
        known = {key: series[key] for key in ("publisher", "source_class") if key in series}
        every = []
        for i, row in enumerate(series["rows"]):
            text = series["template"].strip().format(**row)
            every.append(
                document(f"series {n} {i}", text, **known, **({"published": row["on"]} if "on" in row else {}))
            )
        for a, b in combinations(every, 2):
            yield Labelled(series["kind"], "other", a, b)


@cache
def stories() -> dict[str, dict[str, str]]:
    """The stories by name, each a base text and what was made of it."""
    return {path.stem: _read(f"stories/{path.name}") for path in sorted(FOLDER.glob("stories/*.toml"))}


def _base(name: str) -> Document:
    return document(name if name.startswith("demo:") else f"{name} base", "\n\n".join(_paragraphs(name)))


def _some(name: str, first: int, last: int) -> str:
    return "\n\n".join(_paragraphs(name)[first - 1 : last])


def _paragraphs(name: str) -> list[str]:
    if not name.startswith("demo:"):
        return stories()[name]["base"].strip().split("\n\n")
    (path,) = (p for p in corpus_paths() if p.stem == name.removeprefix("demo:"))
    text = path.read_text(encoding="utf-8")
    return re.sub(r"\A date \S+ ", "", text).strip().split("\n\n")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def row(given: Document) -> dict[str, str | None]:
    """A document as a line of gold tells it."""
    known = {name: getattr(given, name) for name in ("text", "title", "publisher", "source_class", "url")}
    return known | {"date": given.published}


if __name__ == "__main__":  # as a file for `python -m demarche.bench.peers copies`
    for pair in pairs():
        sys.stdout.write(json.dumps({"label": pair.label, "a": row(pair.a), "b": row(pair.b)}) + "\n")
