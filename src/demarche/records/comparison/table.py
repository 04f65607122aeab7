"""The findings on every pair of accounts -> one table, field by field, and the differences in it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from demarche.lexicon.names import key
from demarche.model import Difference, Evidence, Record
from demarche.records.comparison.accounts import PRESS, Account, Material
from demarche.records.comparison.circumstances import circumstances
from demarche.records.comparison.details import details
from demarche.records.comparison.figures import figures
from demarche.records.comparison.finding import Finding, Verdict
from demarche.records.comparison.outcomes import outcomes
from demarche.records.comparison.stances import stances
from demarche.records.comparison.themes import Topics, names, topics
from demarche.records.comparison.words import themed

WEIGHT: tuple[Verdict, ...] = ("contradiction", "omission", "extra", "not_comparable", "same")
"""Of several pairs of accounts, the verdict that stands first is the row's."""
FIELDS = ("status", "mode", "date", "place", "participants", "initiator", "duration", "topics", "statements",
          "positions", "outcome", "figures")  # fmt: skip


class Cell(msgspec.Struct, frozen=True):
    """What one side says in one row; null words where it says nothing."""

    side: str
    shown: str = ""
    words: Evidence | None = None


class Row(msgspec.Struct, frozen=True):
    """One field, theme or figure across all accounts."""

    field: str
    item: str
    verdict: Verdict
    cells: tuple[Cell, ...]
    note: str = ""


class Comparison(msgspec.Struct, frozen=True):
    """The accounts of a record: whose they are, row by row, and the differences that are kept."""

    record: str
    sides: tuple[str, ...]
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]


def compared(record: Record, sides: Sequence[Account], material: Material) -> Comparison:
    """Every pair of accounts held against each other."""
    told = {a.side: Topics(a, material.knowledge) for a in sides}
    found = _own_of_the_press(
        [(a, b, f) for a, b in combinations(sides, 2) for f in _findings(a, b, told, material)], told
    )
    kept = [_difference(record, a, b, f, told) for a, b, f in found if f.verdict != "same"]
    kept += _closed(record, told, material)
    rows = tuple(_rows(found, tuple(a.side for a in sides)))
    return Comparison(record.id, tuple(a.side for a in sides), rows, tuple(kept))


def _own_of_the_press(
    found: Sequence[tuple[Account, Account, Finding]], told: dict[str, Topics]
) -> list[tuple[Account, Account, Finding]]:
    """Without what the press merely has from one side: it is told by that side, and differs from the other already."""
    officials = [t for t in told.values() if t.account.official]
    disputed = {(f.field, f.item) for a, b, f in found if a.official and b.official and f.verdict == "contradiction"}

    def is_second_hand(f: Finding) -> bool:
        words = f.b or f.a
        known = any(f.item in t.items or (words and t.account.says(words.quote)) for t in officials)
        return (f.verdict == "extra" and known) or (f.verdict == "contradiction" and (f.field, f.item) in disputed)

    once: dict[tuple[str, str, str], tuple[Account, Account, Finding]] = {}
    for a, b, f in found:
        if a.official and b.official:
            once[a.side, b.side, repr(f)] = (a, b, f)
        elif not is_second_hand(f):
            once.setdefault((PRESS, f.verdict, repr((f.field, f.item, f.b if f.verdict == "extra" else f))), (a, b, f))
    return list(once.values())


def _findings(a: Account, b: Account, told: dict[str, Topics], material: Material) -> Iterator[Finding]:
    yield from circumstances(a, b, material.knowledge)
    yield from details(a, b, material.knowledge)
    yield from topics(told[a.side], told[b.side])
    yield from outcomes(told[a.side], told[b.side])
    yield from stances(a, b)
    yield from figures(a, b)


def _difference(record: Record, a: Account, b: Account, f: Finding, told: dict[str, Topics]) -> Difference:
    remarks = tuple(_remarks(f, a.side if f.a is None else b.side, told)) if f.verdict == "omission" else ()
    return Difference(
        scope=record.id, kind=f.verdict if f.verdict != "same" else "extra", label=_label(f, a, b), field=f.field,
        a=f.a, b=f.b, side_a=a.side, side_b=b.side, witnesses=remarks, confidence=f.confidence,
    )  # fmt: skip


def _label(f: Finding, a: Account, b: Account) -> str:
    holder, other = (a, b) if f.b is None else (b, a)
    about = f.item if f.field in ("topics", "statements", "participants", "figures") else f.field
    match f.verdict:
        case "contradiction":
            return f"{_name(a.side)} and {_name(b.side)} differ: {f.shown_a} / {f.shown_b}"
        case "omission":
            return f"not mentioned by {_name(other.side)}: {about}"
        case "not_comparable":
            lack = next((why for d in other.documents if (why := other.lack(d))), "not read")
            return f"the text of {_name(other.side)} is {lack}: what it leaves out cannot be told"
        case _:
            return f"told by {_name(holder.side)} only: {about}"


def _name(side: str) -> str:
    return "the press" if side == PRESS else side


def _remarks(f: Finding, silent: str, told: dict[str, Topics]) -> Iterator[Evidence]:
    """Who else remarks that the silent side leaves this out."""
    for topics_ in told.values():
        for s in topics_.remarks:
            touched = {t.id for t, _ in themed(s.text)} | set(names(s.text, topics_.known))
            own = {p.side for c in topics_.account.silences if s.start <= c.start < s.end and (p := c.whose)}
            if f.item in touched and silent in {*own, *names(s.text, topics_.known)}:
                yield s.evidence("topics")


def _closed(record: Record, told: dict[str, Topics], material: Material) -> Iterator[Difference]:
    """Texts of a side that came, but that nobody could read."""
    for document in material.closed(record):
        first = next(
            (t for topics_ in told.values() if topics_.account.official for t in topics_.touched.values()), None
        )
        if first is not None:
            holder = next(side for side, topics_ in told.items() if first in topics_.touched.values())
            yield Difference(
                scope=record.id, kind="not_comparable", field="topics", side_a=holder, side_b=document.official_of,
                label=f"the text of {document.official_of} was not read: what it says or leaves out cannot be told",
                a=first.sentence.evidence("topics"),
            )  # fmt: skip


def _rows(found: Sequence[tuple[Account, Account, Finding]], sides: tuple[str, ...]) -> Iterator[Row]:
    together: dict[tuple[int, str], list[tuple[Account, Account, Finding]]] = {}
    for a, b, f in found:
        together.setdefault((FIELDS.index(f.field), key(f.item)), []).append((a, b, f))
    for place, _ in sorted(together):
        own = together[place, _]
        cells: dict[str, Cell] = {}
        for a, b, f in own:
            if f.a is not None:
                cells.setdefault(a.side, Cell(a.side, f.shown_a, f.a))
            if f.b is not None:
                cells.setdefault(b.side, Cell(b.side, f.shown_b, f.b))
        verdict = min((f.verdict for *_, f in own), key=WEIGHT.index)
        note = next((f.note for *_, f in own if f.note), "")
        yield Row(FIELDS[place], own[0][2].item, verdict, tuple(cells.get(s, Cell(s)) for s in sides), note)
