"""What a store comes to piece by piece, in any order, with corrections, deletions, other readings and other families,
is what merging everything at once comes to."""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model import Claim, Document, Family, Record, text_sha256
from demarche.pipeline.records import merged
from demarche.records.judging import about, apart, one, undone
from demarche.store import Store, schema
from tests.records.test_laws import lines
from tests.tellings import told

Text = tuple[Document, tuple[Claim, ...]]


@st.composite
def texts(draw: st.DrawFn) -> list[str]:
    """Tellings of one week, told in a few texts; a visit in them may have meetings inside it."""
    every = draw(st.lists(lines(), min_size=3, max_size=9))
    trips = draw(st.lists(st.sampled_from(TRIPS), max_size=3))
    official = draw(st.sampled_from(["", " of=USA", " of=RUS"]))
    return [f"{line} doc=d{draw(st.integers(0, 5))}{official}" for line in [*every, *trips]]


TRIPS = (
    "visit happened USA:Antony_Blinken/minister RUS in=Moscow,RUS on=2022-07-02..2022-07-04 pub=2022-07-05",
    "meeting happened USA:Antony_Blinken/minister RUS:Lavrov/minister in=Moscow,RUS on=2022-07-03 pub=2022-07-03",
    "meeting happened USA:Antony_Blinken/minister RUS:Putin/head in=Moscow,RUS on=2022-07-04 pub=2022-07-04",
    "visit happened USA:Antony_Blinken/minister RUS KAZ in=Moscow,RUS on=2022-07-01..2022-07-06 pub=2022-07-06",
)  # fmt: skip

KINDS = (
    "add", "add", "add", "merge", "merge", "drop", "read otherwise", "date", "family", "correct", "remove", "join",
    "split", "undo",
)  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 20)), min_size=4, max_size=16)


class Desk:
    """A store that grows and changes as the steps say."""

    def __init__(self, store: Store, told_in: dict[str, Text]) -> None:
        self.store = store
        self.waiting = [told_in[d] for d in sorted(told_in)]
        self.homes: dict[str, str] = {}

    def do(self, step: str, n: int) -> None:
        getattr(self, f"_{step.replace(' ', '_')}")(n)

    def _merge(self, n: int) -> None:
        merged(self.store)

    def _add(self, n: int) -> None:
        if self.waiting:
            document, claims = self.waiting.pop(n % len(self.waiting))
            self._put(document, claims)

    def _put(self, document: Document, claims: Iterable[Claim]) -> None:
        self.store.documents.put([(document, document.text.encode())])
        self.store.claims.put(document.id, claims, "reader/1")
        self.homes.setdefault(document.id, f"fam_{document.id}")
        self._kin()

    def _kin(self) -> None:
        groups: dict[str, list[str]] = {}
        for document, home in self.homes.items():
            groups.setdefault(home, []).append(document)
        self.store.families.replace(Family(id=id, documents=tuple(sorted(own))) for id, own in groups.items())

    def _some(self, n: int) -> Document | None:
        held = list(self.store.documents)
        return held[n % len(held)] if held else None

    def _drop(self, n: int) -> None:
        if document := self._some(n):
            self.store.link.delete(schema.documents, schema.documents.c.id == document.id)
            del self.homes[document.id]
            self._kin()

    def _read_otherwise(self, n: int) -> None:
        if document := self._some(n):
            claims = list(self.store.claims.of(document.id))
            self.store.claims.put(document.id, [_longer(c, document.text) for c in claims[n % 2 :]], "reader/2")

    def _date(self, n: int) -> None:
        if document := self._some(n):
            claims = list(self.store.claims.of(document.id))
            day = f"2022-07-0{1 + n % 9}"
            self._put(msgspec.structs.replace(document, published=day, published_basis="given"), claims)

    def _family(self, n: int) -> None:
        if document := self._some(n):
            self.homes[document.id] = f"fam_{n % 3}"
            self._kin()

    def _record(self, n: int) -> Record | None:
        held = list(self.store.records)
        return held[n % len(held)] if held else None

    def _correct(self, n: int) -> None:
        if record := self._record(n):
            self.store.judgements.add(about(record, "status", '"cancelled"' if n % 2 else None, why="seen", by="a"))

    def _remove(self, n: int) -> None:
        if record := self._record(n):
            self.store.judgements.add(about(record, "record", "null", why="none", by="a"))

    def _join(self, n: int) -> None:
        a, b = self._record(n), self._record(n + 1)
        if a and b and a.id != b.id:
            self.store.judgements.add(one(a, b, why="one", by="a"))

    def _split(self, n: int) -> None:
        if (record := self._record(n)) and len(record.claims) > 1:
            self.store.judgements.add(apart(record, record.claims[:1], why="two", by="a"))

    def _undo(self, n: int) -> None:
        held = list(self.store.judgements)
        if held:
            self.store.judgements.add(undone(held[n % len(held)].id, why="no", by="a"))


@settings(max_examples=20, deadline=None)
@given(texts(), STEPS)
def test_any_pieces_in_any_order_come_to_what_everything_at_once_comes_to(
    every: list[str], steps: list[tuple[str, int]]
) -> None:
    with opened() as store:
        desk = Desk(store, documents(every))
        for step, n in steps:
            desk.do(step, n)
        merged(store)
        pieces = content(store)
        store.notes.put("records made by", "another code")
        merged(store)
        assert content(store) == pieces


@settings(max_examples=12, deadline=None)
@given(texts(), st.permutations(range(6)), st.lists(st.booleans(), min_size=6, max_size=6))
def test_any_split_gives_the_records_of_one_run(every: list[str], order: list[int], pauses: list[bool]) -> None:
    told_in = documents(every)
    with opened() as store:
        desk = Desk(store, told_in)
        for place, pause in zip(order, pauses, strict=True):
            desk.do("add", place)
            if pause:
                merged(store)
        merged(store)
        pieces = nameless(store)
    with opened() as store:
        desk = Desk(store, told_in)
        for _ in told_in:
            desk.do("add", 0)
        merged(store)
        assert nameless(store) == pieces


@cache
def _empty() -> bytes:
    """An empty store's file: making one takes longer than merging a few texts."""
    with tempfile.TemporaryDirectory() as folder:
        with Store(Path(folder) / "a.db") as store, store.transaction():
            store.notes.put("made for", "tests")
        with sqlite3.connect(Path(folder) / "a.db") as file:
            file.execute("PRAGMA journal_mode = DELETE")
        return (Path(folder) / "a.db").read_bytes()


@contextmanager
def opened() -> Iterator[Store]:
    """A new store."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        path.write_bytes(_empty())
        with Store(path) as store:
            yield store


def _longer(claim: Claim, text: str) -> Claim:
    """The claim as another model reads it: one more character of the text."""
    end = min(claim.end + 1, len(text))
    return msgspec.structs.replace(claim, id="", end=end, quote=text[claim.start : end]).with_id()


def documents(every: Iterable[str]) -> dict[str, Text]:
    """The texts of some lines, with their claims: each says its lines' words one after the other."""
    found: dict[str, list[tuple[Claim, Document]]] = {}
    for number, line in enumerate(every):
        claim, document, _ = told(line, number)
        found.setdefault(document.id, []).append((claim, document))
    return {id: _text(own) for id, own in found.items()}


def _text(own: list[tuple[Claim, Document]]) -> Text:
    text, claims = "", []
    for claim, _ in own:
        claims.append(
            msgspec.structs.replace(claim, id="", start=len(text), end=len(text) + len(claim.quote)).with_id()
        )
        text += claim.quote + " . "
    digest = text_sha256(text)
    return msgspec.structs.replace(own[0][1], text=text, text_sha256=digest, raw_sha256=digest), tuple(claims)


def content(store: Store) -> dict[str, Any]:
    """Records with what they were made from, differences, measures, ties."""
    ties = sa.select(schema.record_claims.c.record, schema.record_claims.c.claim)
    return {
        "records": list(store.records), "bases": store.records.bases(), "differences": list(store.differences),
        "measures": list(store.measures), "ties": sorted(map(tuple, store.link.rows(ties))),
        "spots": sorted(map(tuple, store.link.rows(sa.select(schema.record_spots)))),
        "blocks": sorted(map(tuple, store.link.rows(sa.select(schema.blocks)))),
    }  # fmt: skip


def nameless(store: Store) -> list[Any]:
    """The records without their ids, which say what came first: links lead to claims."""
    held = {r.id: r.claims for r in store.records}

    def bare(r: Record) -> tuple[Any, ...]:
        links = tuple(sorted((held[link.record], link.why) for link in (*r.part_of, *r.parts)))
        return msgspec.structs.replace(r, id="", part_of=(), parts=(), referents=()), links

    return sorted(map(bare, store.records), key=repr)


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        desk = Desk(store, documents([f"{line} doc=d{n}" for n, line in enumerate(TRIPS)]))
        for _ in range(4):
            desk.do("add", 0)
        merged(store)
        written = list(_writes(store))
        merged(store)
        assert list(_writes(store)) == written


def _writes(store: Store) -> Iterator[Any]:
    yield from (row for row in store.link.rows(sa.select(schema.records.c.id, schema.records.c.changed)))
    yield store.notes.get("records")
