"""Whose account a text is: the agency that it credits, the office that issued it, else the house that published it.

Ten papers that print one agency are one source, whether or not they print the same words. A credit counts where papers
put it: in the dateline, in the byline, in a line of its own at the end. *The ministry told Reuters* is none.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from demarche.model import Document

HEAD, TAIL = 400, 600
"""Characters at either end of a text in which a credit may stand."""


class Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agency, and its names as they stand in a credit."""

    id: str
    names: tuple[str, ...]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"expected": "is"}):
    """A text and the agency that it credits; empty for none."""

    text: str
    expected: str


class Wires(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`data/wires.toml`."""

    wire: tuple[Wire, ...]
    example: tuple[Example, ...]


@cache
def wires() -> Wires:
    """The agencies."""
    text = (files("demarche.families") / "data" / "wires.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Wires)


def credit(document: Document) -> str | None:
    """The agency that a text credits, by id."""
    head, tail = document.text[:HEAD], document.text[-TAIL:]
    for match in _BRACKETS.finditer(head):
        if found := _ids().get(match[1].strip().casefold()):
            return found
    lines = [*(line for line in head.split("\n") if _OPENING.match(line)), *_ends(tail), document.author or ""]
    return next((found for line in lines if (found := _named(line))), None)


def origin(document: Document) -> str | None:
    """Whose account it is: `wire:reuters`, `official:RUS`, `house:valley times`; null where nothing says so."""
    if document.source_class == "official" or document.official_of:
        issuer = document.official_of or document.publisher
        return f"official:{issuer}" if issuer else None
    if wire := credit(document) or _ids().get((document.publisher or "").casefold()):
        return f"wire:{wire}"
    return f"house:{document.publisher.casefold()}" if document.publisher else None


_BRACKETS = re.compile(r"\(([^()\n]{2,40})\)")
_OPENING = re.compile(r"(?:By|©|\(c\)|Copyright|Source:)\s[^\n]{2,90}\Z")
_CREDIT = re.compile(r"contributed (?:to this|reporting)|(?:reporting|inputs|files|material|information) (?:by|from)\b"
                     r"|\bsources?: |©|\(c\) |copyright", re.IGNORECASE)  # fmt: skip
_EDGES = re.compile(r"^\W+|\W+$")


def _ends(tail: str) -> list[str]:
    """The lines, or last sentences, at the end of a text that say who contributed; and lines that are a name."""
    pieces = re.split(r"\n|(?<=[.!?”\"]) (?=[A-Z(])", tail)
    return [p for p in pieces if _CREDIT.search(p) or _EDGES.sub("", p).casefold() in _ids()]


def _named(line: str) -> str | None:
    """The first agency that a line names."""
    found = _pattern().search(line)
    return _ids()[found[0].casefold()] if found else None


@cache
def _ids() -> dict[str, str]:
    return {name.casefold(): wire.id for wire in wires().wire for name in wire.names}


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted((re.escape(name) for wire in wires().wire for name in wire.names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?![\w-])")
