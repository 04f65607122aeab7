"""Plain text -> a document: the text as it was received, and the little that such a file says about itself.

Some web collections open a file with ` date YYYY-MM-DD `, glued to the first words. A line of its own that is nothing
but a date, or "Published" and a date, is a date too. Nothing else is: a file without one stays without.
"""

import re
from collections.abc import Iterator
from io import BufferedReader

from demarche.model import Boilerplate
from demarche.model.values import DateBasis
from demarche.sources.boilerplate.marks import Line, has_stop, lines
from demarche.sources.boilerplate.rules import rules
from demarche.sources.dates import day
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item
from demarche.sources.settings import Settings
from demarche.sources.streams import whole
from demarche.text import decoded

_PREFIX = re.compile(r"\s{0,4}date (\d{4}-\d{2}-\d{2})(?=\s|\Z)")
_DATE_LINE = re.compile(
    r"(?:(?:first )?(?:published|posted|released?)(?: (?:on|at))?:? |date:? )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\d{4}-\d\d-\d\d|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [a-z]{3,9}\.?,? \d{4})"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,20})?\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By:? ((?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'.-]+(?: and (?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'.-]+)?)\Z")
_HEAD_LINES = 6
_TITLE_LONGEST = 160


def found_in(text: str, raw: bytes, *, mark: str = "") -> Found:
    """What a plain text says about itself."""
    prefix = _PREFIX.match(text)
    prefixed = day(prefix[1]) if prefix else None
    start = prefix.end() if prefix and prefixed else 0
    head = [line for _, line in zip(range(_HEAD_LINES), lines(text, start), strict=False)]
    dated = next((found for x in head if _DATE_LINE.fullmatch(x.words) and (found := day(x.words))), None)
    basis: DateBasis = "header" if prefixed else "text" if dated else "unknown"
    marks = (Boilerplate(prefix.start(1) - 5, prefix.end(), "metadata_prefix"),) if prefix and prefixed else ()
    return Found(
        text=text, raw=raw, mark=mark, title=_title(head, text), author=_author(head),
        published=prefixed or dated, basis=basis, boilerplate=marks,
    )  # fmt: skip


def _title(head: list[Line], text: str) -> str | None:
    """The first line, if it is short, has no full stop and stands above something."""
    for line in head:
        if _DATE_LINE.fullmatch(line.words) or next(rules().of_line(line.words, at_head=True), None):
            continue
        short = len(line.words) <= _TITLE_LONGEST
        stopped = has_stop(line.words) and not line.words.rstrip("\"'”’").endswith(("?", "!"))
        return line.words.lstrip("# ") if short and not stopped and text[line.end :].strip() else None
    return None


def _author(head: list[Line]) -> str | None:
    return next((m[1] for line in head if (m := _BYLINE.match(line.words))), None)


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found]:
    raw = whole(stream, settings.max_bytes)
    yield found_in(decoded(raw, item.charset).text, raw)


FORMAT = Format("txt", (".txt", ".text", ".md"), ("text/plain", "text/markdown"), _read)
