"""`/states/{code}`, its panel, `/pairs/{a}/{b}`, `/people/{id}`: whom a state or a person meets, and what was read."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from litestar import get

from demarche.model import Measure, Record, UsageError
from demarche.model.values import LEVELS, Level, check_day
from demarche.network.brief import Brief
from demarche.network.panel import Panel
from demarche.network.windows import TRAILING, moved
from demarche.publish.api.asked import every
from demarche.publish.api.duties import House
from demarche.publish.api.questions import Day, Id, Level_, Values
from demarche.publish.api.shapes import Side
from demarche.publish.editions.acts import label
from demarche.publish.editions.selection import sides
from demarche.publish.names import country as code_of
from demarche.publish.names import named
from demarche.publish.people import Journeys, journeys
from demarche.publish.queries import Query
from demarche.publish.standing import EARLIEST, LATEST_DAY, Question, bounded, pair_brief, standing, standing_ground
from demarche.store import schema

MET = frozenset({"happened", "ongoing"})
OFF = frozenset({"refused", "cancelled"})
MONTHS = 36
"""The latest months that a table shows; the counts are of the whole window."""


class Partner(msgspec.Struct, frozen=True, kw_only=True):
    """Another party, and the highest level of contact by month."""

    code: str
    name: str
    engagements: int
    best_level: Level
    last: str | None
    records: list[str]
    months: dict[str, Level]


class StateView(msgspec.Struct, frozen=True, kw_only=True):
    """A party's partners in a window. `coverage` counts reports read a month: none is no coverage, not silence.

    `gained`, `kept`, `lost`: partners against the baseline, empty without one.
    """

    side: Side
    level: str | None
    since: str | None
    until: str | None
    months: list[str]
    coverage: dict[str, int]
    partners: list[Partner]
    gained: list[Side]
    kept: list[Side]
    lost: list[Side]
    refusals: list[str]
    measures: list[Measure]


@get("/states/{code:str}", sync_to_thread=True)
def state(
    house: House, code: Id, level: Level_ = None, since: Day = None, until: Day = None, baseline_since: Day = None,
    baseline_until: Day = None,
) -> StateView:  # fmt: skip
    """The partners of a state (ISO code) or organisation (its id), two by two; gatherings of more are left out."""
    own = code if ":" in code else code_of(code)
    now = _records(house, own, since, until)
    placed = {id: c.first for c in standing_ground(house.store, None).contacts if c.reported for id in c.records}
    met = _partners(own, now, level, placed)
    before = set(_partners(own, _records(house, own, baseline_since, baseline_until), level, {})) if (
        baseline_since or baseline_until) else set()  # fmt: skip
    coverage = _coverage(house)
    months = _months([*coverage, *(m for p in met.values() for m in p.months)], since, until)
    return StateView(
        side=Side(own, named(own)), level=level, since=since, until=until, months=months, coverage=coverage,
        partners=sorted(met.values(), key=lambda p: (-p.engagements, p.name)),
        gained=_named(set(met) - before) if before else [], kept=_named(set(met) & before),
        lost=_named(before - set(met)), refusals=[r.id for r in now if r.status in OFF],
        measures=list(house.store.measures.where(schema.measures.c.state == own)),
    )  # fmt: skip


def _records(house: House, own: str, since: str | None, until: str | None) -> list[Record]:
    question = Query(countries=frozenset({own}), types=frozenset({"engagement"}), since=since, until=until)
    return [r for r in every(house.store, question) if not r.generic]


def _partners(own: str, records: Iterable[Record], level: str | None, placed: Mapping[str, str]) -> dict[str, Partner]:
    """By code; `placed` are the days of the reports that open with a contact for which no words give a day."""
    held: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        parties = sides(record)
        if record.status in MET and len(parties) == 2 and _high_enough(record.level, level):
            held[next(p for p in parties if p != own)].append(record)
    return {code: _partner(code, own_records, placed) for code, own_records in held.items()}


def _high_enough(level: Level, least: str | None) -> bool:
    if least is None:
        return True
    return level != "unknown" and LEVELS.index(level) <= [*LEVELS].index(least)  # type: ignore[arg-type]


def _partner(code: str, records: list[Record], placed: Mapping[str, str]) -> Partner:
    months: dict[str, Level] = {}
    for record in records:
        date, day = record.date, placed.get(record.id)
        if date and date.start and date.precision in ("day", "week", "month", "approx"):
            day = date.start
        if day:
            months[day[:7]] = min(months.get(day[:7], "unknown"), record.level, key=LEVELS.index)
    told = (r.date.start if r.date and r.date.start else placed.get(r.id) for r in records)
    days = sorted(d for d in told if d)
    return Partner(
        code=code, name=named(code), engagements=len(records), records=[r.id for r in records], months=months,
        best_level=min((r.level for r in records), key=LEVELS.index), last=days[-1] if days else None,
    )  # fmt: skip


def _coverage(house: House) -> dict[str, int]:
    """Families by the month of their first publication."""
    kept = house.store.families.by_document()
    first: dict[str, str] = {}
    for id, published in house.store.link.rows(_DAYS):
        family = kept.get(id, id)
        first[family] = min(first.get(family, "9999"), published[:7])
    return dict(Counter(first.values()))


_d = schema.documents.c
_DAYS = schema.documents.select().with_only_columns(_d.id, _d.published).where(_d.published.is_not(None))


def _months(known: Iterable[str], since: str | None, until: str | None) -> list[str]:
    """Every month from the first to the last, the latest `MONTHS` of them."""
    inside = [m for m in known if (not since or m >= since[:7]) and (not until or m <= until[:7])]
    if not inside:
        return []
    year, month = map(int, min(inside).split("-"))
    found: list[str] = []
    while (current := f"{year:04}-{month:02}") <= max(inside):
        found.append(current)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found[-MONTHS:]


def _named(codes: set[str]) -> list[Side]:
    return sorted((Side(c, named(c)) for c in codes), key=lambda s: s.name)


@get("/states/{code:str}/panel", sync_to_thread=True)
def state_panel(
    house: House, code: Id, level: Level_ = None, since: Day = None, until: Day = None, baseline_since: Day = None,
    baseline_until: Day = None, reference: Values = None, official: Values = None,
) -> Panel:  # fmt: skip
    """The isolation panel, every number with the records behind it; of the last ninety days if none are given."""
    asked = Question(state=_party(code), level=level, reference=reference,
                     official=_party(official) if official else None)  # fmt: skip
    held = standing_ground(house.store, asked.state, official=asked.official)
    last = until or held.last
    if last is None:
        raise UsageError("the record has no text with a date: give since and until")
    window = bounded(since or _before(last), last)
    before = bounded(baseline_since or held.first or window.first, baseline_until or _before(window.first, 1)) if (
        baseline_since or baseline_until) else None  # fmt: skip
    return standing(house.store, asked, held, window, before)


class PairView(Brief, frozen=True, kw_only=True):
    """The brief, with the `names` of all that it has by code: parties, places, kinds of acts."""

    names: dict[str, str]


_CODE = re.compile(r"(?:\(|^)([A-Z]{3}|org:[\w-]+)(?:\)|$)")


class PersonView(Journeys, frozen=True, kw_only=True):
    """The journeys, with the names of the `countries` that they have by code, and of those who were there."""

    countries: dict[str, str]


@get("/pairs/{a:str}/{b:str}", sync_to_thread=True)
def pair(house: House, a: Id, b: Id) -> PairView:
    """Two parties: last contact at each level, what was said, promised and left open, and where accounts differ."""
    one, other = _party(a), _party(b)
    if one == other:
        raise UsageError(f"{a} and {b} are one: two parties are needed")
    told = pair_brief(house.store, one, other)
    codes = {one, other} | {m.venue for m in told.last + told.recent if m.venue}
    codes |= {code for item in told.promised + told.plans for code in item.by.split(" + ")}
    kinds = {item.kind: label(item.kind.replace(" ", "_")) for item in told.promised}
    return PairView(**msgspec.structs.asdict(told), names=kinds | {code: named(code) for code in sorted(codes)})


@get("/people/{id:str}", sync_to_thread=True)
def person(house: House, id: Id, since: Day = None, until: Day = None) -> PersonView:
    """Where a person (a name, or an id) was when, and with whom; tours among it."""
    told = journeys(house.store, id, since, until)
    codes = {s.country for s in told.stops} | {c for t in told.tours for c in (t.initiator, *t.countries)}
    codes |= {found[1] for s in told.stops for who in s.company if (found := _CODE.search(who))}
    return PersonView(**msgspec.structs.asdict(told), countries={c: named(c) for c in sorted(filter(None, codes))})


def _party(code: str) -> str:
    return code if ":" in code else code_of(code)


def _before(day: str, days: int = TRAILING - 1) -> str:
    check_day(day, "until")
    if not EARLIEST < day <= LATEST_DAY:
        raise UsageError(f"{day}: no day between {EARLIEST} and {LATEST_DAY}")
    return moved(day, -days)


ROUTES = [state, state_panel, pair, person]
