"""GUM's entity phrases -> names: mentions with a proper-noun head, cut to the name itself, titles off."""

import re
from collections.abc import Iterable, Sequence

from corpora import listed

KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
OTHER = frozenset({"abstract", "event", "object"})
LINKS = frozenset({"of", "the", "and", "for", "&", "-", "de", "del", "la", "van", "von", "bin", "al", "'s", "’s"})
TITLES = listed("titles")
CALENDAR = listed("calendar")


def spans(rows: Sequence[tuple[str, ...]]) -> list[tuple[int, int, str]]:
    """(first, last + 1, type) of every entity phrase that opens and closes in this sentence."""
    found, open_ = [], []
    for i, row in enumerate(rows):
        entity = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for opening, kind, closing in _pieces(entity):
            if opening:
                open_.append((opening, i, kind))
            for k in range(len(open_) - 1, -1, -1):
                if closing and open_[k][0] == closing:
                    found.append((open_[k][1], i + 1, open_.pop(k)[2]))
                    break
    return found


def _pieces(entity: str) -> Iterable[tuple[str, str, str]]:
    """Openings and closings in order; '(7-person-…)' opens and closes at once."""
    for part in re.findall(r"\([^()]*\)?|\d+\)", entity):
        opened = re.match(r"\((\d+)-([a-z]+)", part)
        if opened:
            yield opened[1], opened[2], opened[1] if part.endswith(")") else ""
        else:
            yield "", "", part[:-1]


def tags(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """IOB2 tags of the sentence; where names nest, the longer one."""
    found = [n for s in spans(rows) if (n := name(rows, *s))]
    out = ["O"] * len(rows)
    for start, end, kind in sorted(found, key=lambda n: (n[0] - n[1], n[0])):
        if all(t == "O" for t in out[start:end]):
            out[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return tuple("?" if tag == "O" and _undecided(row) else tag for tag, row in zip(out, rows, strict=True))


def _undecided(row: tuple[str, ...]) -> bool:
    """A proper noun before another noun ("the NATO alliance"): GUM need not mark it, and it may be a name."""
    return row[3] == "PROPN" and row[7] == "compound" and row[1] not in CALENDAR and row[1].lower() not in TITLES


def name(rows: Sequence[tuple[str, ...]], start: int, end: int, type_: str) -> tuple[int, int, str] | None:
    """The name inside one phrase, or None."""
    head = next((i for i in range(start, end) if _outside(rows, i, start, end)), None)
    if head is None or rows[head][3] != "PROPN" or (type_ not in KINDS and type_ not in OTHER):
        return None
    end = _before_coordination(rows, head, end)
    kind = KINDS.get(type_, "MISC")
    if kind == "PER" and "Number=Plur" in rows[head][5]:
        kind = "MISC"
    linked = () if kind == "PER" else LINKS
    first, last = _stretch(rows, head, start, end, linked)
    while kind in ("PER", "MISC") and first < last - 1 and rows[first][1].lower() in TITLES and first <= head:
        first += 1
    while first < last - 1 and rows[first][1].lower() in ("the", "a", "an"):
        first += 1
    return first, last, kind


def _before_coordination(rows: Sequence[tuple[str, ...]], head: int, end: int) -> int:
    """Where a second name begins that is only joined to the first: "Israel and Egypt" are two."""
    joined = (i for i in range(head + 1, end) if rows[i][7] == "conj" and int(rows[i][6]) - 1 == head)
    return next(joined, end)


def _outside(rows: Sequence[tuple[str, ...]], i: int, start: int, end: int) -> bool:
    return not start <= int(rows[i][6]) - 1 < end


def _stretch(rows: Sequence[tuple[str, ...]], head: int, start: int, end: int, links: Iterable[str]) -> tuple[int, int]:
    """The run of name-like words around the head, across links that stand between two of them."""
    first, last = head, head + 1
    while first > start and (step := _step(rows, first - 1, -1, start, end, links)):
        first -= step
    while last < end and (step := _step(rows, last, 1, start, end, links)):
        last += step
    return first, last


def _step(rows: Sequence[tuple[str, ...]], at: int, way: int, start: int, end: int, links: Iterable[str]) -> int:
    """How many words the run may grow by: one name word, or up to two links and the name word behind them."""
    joints = {*links, "-"}
    for width in range(3):
        i = at + way * width
        if not start <= i < end:
            return 0
        if _nameish(rows[i]):
            return width + 1
        if rows[i][1] not in joints:
            return 0
    return 0


def _nameish(row: tuple[str, ...]) -> bool:
    return row[3] == "PROPN" or (row[1][:1].isupper() and row[3] in ("ADJ", "NOUN", "VERB", "NUM"))
