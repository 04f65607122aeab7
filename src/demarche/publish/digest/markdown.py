"""An edition -> Markdown with footnotes, readable as it stands; what comes from outside cannot turn into markup."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from demarche.publish.digest import words
from demarche.publish.digest.links import followable
from demarche.publish.editions import Edition
from demarche.publish.editions.dating import day, span
from demarche.publish.editions.nouns import Piece

MARKUP = re.compile(r"[\\`*_\[\]<>|~#&^$]|^[-+=](?=\s)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")
"""Characters that Markdown or HTML could read as markup, and what would open a list."""


def markdown(edition: Edition) -> str:
    """The digest as text; write it as UTF-8."""
    text = _environment().get_template("digest.md.j2").render(e=edition)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("demarche.publish.digest"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "t": plain,
        "day": day,
        "link": followable,
        "lit": lit,
        "credit": words.credit,
        "refs": refs,
    }
    environment.globals |= {"words": words, "span": span}
    return environment


def plain(text: object) -> str:
    """Text from outside as text: one line, every sign of markup escaped."""
    line = " ".join(str(text).split())
    return MARKUP.sub(lambda m: "\\" + m.group(0), line)


def refs(notes: Iterable[int]) -> str:
    """Footnote references."""
    return "".join(f"[^{n}]" for n in notes)


def lit(pieces: Sequence[Piece]) -> str:
    """Words with the lit ones bold."""
    out, bold = [], False
    for piece in pieces:
        if piece.lit != bold:
            out.append("\x00")
            bold = piece.lit
        out.append(piece.text)
    text = "".join(out) + ("\x00" if bold else "")
    return _bold(text.split("\x00"))


def _bold(runs: Sequence[str]) -> str:
    """Every second run bold; blanks stay outside, or Markdown would not see the mark."""
    out = []
    for i, run in enumerate(runs):
        core = plain(run)
        if i % 2 and core:
            core = f"**{core}**"
        lead = " " if run[:1].isspace() and core else ""
        tail = " " if run[-1:].isspace() else ""
        out.append(lead + core + tail)
    return " ".join("".join(out).split(" ")).strip()
