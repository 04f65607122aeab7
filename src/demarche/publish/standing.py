"""A store -> the panel of a state: what it was in contact with, how that was read, and what stands beside it."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import sqlalchemy as sa

from demarche.model import Assertion, Claim, Figure, Record, UsageError
from demarche.model.values import Level, check_day
from demarche.network.asserted import Check, checks
from demarche.network.brief import Brief, brief, shared
from demarche.network.economy import economic, ties
from demarche.network.ground import Ground, Text, ground
from demarche.network.panel import Asked, Panel, panel, series
from demarche.network.parties import sides
from demarche.network.windows import Window
from demarche.publish.blocs import DEFAULT, members, reference
from demarche.store import Store, schema

EARLIEST, LATEST_DAY = "1800-01-01", "2199-12-31"
LATEST = 40
"""Engagements of two parties whose texts are searched for what was said."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody asks of a state. `reference` is a bloc (*G20*) or codes; `official` whose own texts alone count."""

    state: str
    level: Level | None = None
    reference: str | None = None
    groups: tuple[str, ...] = DEFAULT
    official: str | None = None


def standing_ground(
    store: Store, state: str | None, *, official: str | None = None, dated_only: bool = False
) -> Ground:
    """The engagements of everybody, and the acts that a state has a part in."""
    records = store.records.where(schema.records.c.type == "engagement")
    acts = store.records.where(schema.records.c.type == "act", schema.records.c.id.in_(_of(state))) if state else ()
    return ground([*records, *acts], store.families, texts(store), official=official, dated_only=dated_only)


def texts(store: Store) -> dict[str, Text]:
    """Whose texts the documents are and when they were published; not the texts, which are long."""
    d = schema.documents.c
    rows = store.link.rows(schema.documents.select().with_only_columns(d.id, d.published, d.official_of, d.publisher))
    return {id: Text(published=day, official_of=of, publisher=by) for id, day, of, by in rows}


def bounded(first: str, last: str) -> Window:
    """The days between two, both included; refused if there are none, or they lie beyond all reports."""
    check_day(first, "the first day")
    check_day(last, "the last day")
    if not EARLIEST <= first <= last <= LATEST_DAY:
        raise UsageError(f"{first} to {last}: no period between {EARLIEST} and {LATEST_DAY}")
    return Window(first, last)


def standing(
    store: Store, question: Question, held: Ground, window: Window, baseline: Window | None = None,
    steps: Sequence[Window] = (),
) -> Panel:  # fmt: skip
    """The panel, with economic ties, assertions about the state, and a series where one is asked for."""
    for span in (window, *((baseline,) if baseline else ()), *steps):
        bounded(span.first, span.last)
    wanted = reference(question.reference, window.last) if question.reference else None
    asked = Asked(
        state=question.state, window=window, baseline=baseline, level=question.level, reference=wanted,
        reference_name=question.reference, official=question.official,
        groups={name: members(name, window.last) for name in question.groups},
    )  # fmt: skip
    chosen = economic(held.records.values(), question.state, window)
    differences = store.differences.where(schema.differences.c.scope.in_(_of(question.state)))
    return panel(
        asked, held, differences, ties=ties(chosen, _figures(store, chosen)),
        checks=assertions(store, held, window, (question.state,)), series=series(asked, held, steps) if steps else (),
    )  # fmt: skip


def assertions(store: Store, held: Ground, window: Window | None, parties: Sequence[str]) -> tuple[Check, ...]:
    """The assertions about some parties (all of them named), published in a window, held against the record."""
    c = schema.claims.c
    published = {id: t.published for id, t in texts(store).items() if t.published}
    said = (a for a in store.claims.where(c.type == "assertion") if isinstance(a, Assertion))
    about = [a for a in said if set(parties) <= sides(a.parties) and a.document in published]
    return checks([a for a in about if window is None or window.holds(*[published[a.document]] * 2)], held, published)


def pair_brief(store: Store, a: str, b: str) -> Brief:
    """The brief on two parties; what was said is taken from the texts behind their latest records."""
    held = standing_ground(store, a if ":" not in a else b)
    common = shared(held, a, b)
    ids = [r.id for r in common]
    differences = store.differences.where(schema.differences.c.scope.in_(ids))
    claims = list(said_in(store, [r for r in common if r.type == "engagement"][:LATEST]))
    return brief(a, b, held, common, claims, differences, assertions(store, held, None, (a, b)))


def said_in(store: Store, records: Iterable[Record]) -> Iterator[Claim]:
    """Every claim of the texts that tell of some records."""
    for document in sorted({e.document for r in records for e in r.evidence}):
        yield from store.claims.of(document)


def _figures(store: Store, chosen: Sequence[Record]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for claim in said_in(store, chosen):
        if isinstance(claim, Figure):
            found.setdefault(claim.document, []).append(claim)
    return found


def _of(state: str) -> "sa.Select[tuple[str]]":
    """The ids of the records that a state has a part in."""
    held = schema.record_countries
    return sa.select(held.c.record).where(held.c.country == state)
