"""Tools about states and weeks: whom a state meets, the panel of its isolation, the digest of a week."""

from datetime import date
from typing import Any

import msgspec

from demarche.model import UsageError
from demarche.model.values import LEVELS, Level
from demarche.network.breadth import partners
from demarche.network.windows import TRAILING, Window, moved
from demarche.publish import edition
from demarche.publish.editions import Edition
from demarche.publish.mcp.held import Held
from demarche.publish.mcp.told import Told, answer, line
from demarche.publish.names import country, known_as, named
from demarche.publish.standing import Question, bounded, standing, standing_ground

READ = ("documents", "families", "undated", "unread", "records")
SHOWN = 40
"""Records that stand whole in an answer; of the rest their ids."""


def who_meets(held: Held, state: str, since: str = "", until: str = "", level: str = "") -> Told:
    """Whom a state (RU, RUS) or organisation (NATO) met or spoke with in some days, how often, at which matched level,
    with the records. Gatherings of more than four are not counted. `families_read` 0 means no coverage, not silence.
    """
    own, ground = party(state), standing_ground(held.store, None)
    window = bounded(since or ground.first or "1800-01-01", until or ground.last or "2199-12-31")
    found = partners(own, ground.within(own, window), level_of(level))
    rows: list[dict[str, Any]] = [
        {"code": code, "name": named(code), "contacts": len(met), "last": max(c.last for c in met),
         "best_level": min((c.level for c in met), key=LEVELS.index),
         "records": sorted({r for c in met for r in c.records})}
        for code, met in found.items()
    ]  # fmt: skip
    rows.sort(key=lambda row: (-row["contacts"], row["name"]))
    ids = [r for row in rows for r in row["records"]]
    return answer(
        state={"code": own, "name": named(own)}, window=msgspec.to_builtins(window),
        families_read=len(ground.read(window)),
        permalink=held.link("states", own), partners=rows,
        records=[line(held, held.record(id), quotes=1) for id in list(dict.fromkeys(ids))[:SHOWN]],
        records_not_shown=max(0, len(set(ids)) - SHOWN),
    )  # fmt: skip


def isolation_panel(
    held: Held, state: str, since: str = "", until: str = "", baseline_since: str = "", baseline_until: str = "",
    level: str = "head",
) -> Told:  # fmt: skip
    """A state's contacts in a window beside an earlier one: partners, gained and lost, rates with bands, refusals,
    coverage. There is no index of isolation in it: none is accepted. Each number carries the records behind it.
    """
    own = party(state)
    ground = standing_ground(held.store, own)
    if ground.last is None:
        raise UsageError("the store holds no text with a date")
    last = until or ground.last
    window = bounded(since or moved(last, 1 - TRAILING), last)
    before = bounded(baseline_since or "1800-01-01", baseline_until) if baseline_until else None
    asked = Question(state=own, level=level_of(level))
    panel = msgspec.to_builtins(standing(held.store, asked, ground, window, before))
    said = {"assertions_about_it": panel.pop("checks"), "economic_ties": panel.pop("ties"),
            "publishers_read": panel["coverage"].pop("publishers")}  # fmt: skip
    if panel["baseline"]:
        said["publishers_read_before"] = panel["baseline"].pop("publishers")
    ids = list(dict.fromkeys(r for number in panel["numbers"] for r in number["records"]))
    return answer(
        permalink=held.link("states", own), panel=panel, source_text=said,
        records=[line(held, held.record(id), quotes=1) for id in ids[:SHOWN]],
        records_not_shown=max(0, len(ids) - SHOWN),
    )  # fmt: skip


def weekly_digest(held: Held, week: str, focus: str = "") -> Told:
    """The digest of an ISO week (2022-W30), of some states if `focus` names them (RU,UA): what took place, what lies
    ahead, what is off, and how much was read.
    """
    window = week_of(week)
    codes = [country(code) for code in focus.split(",") if code.strip()]
    made = edition(held.store, since=window.first, until=window.last, focus=codes)
    return answer(
        week=week, window=msgspec.to_builtins(window), permalink=held.link("weeks", week),
        sections=_sections(held, made), coverage={name: getattr(made.coverage, name) for name in READ},
    )  # fmt: skip


def _sections(held: Held, made: Edition) -> list[Told]:
    return [
        {"kind": section.kind, "title": section.title, "more_in_the_store": section.more,
         "records": [line(held, held.record(e.record), quotes=2) for e in section.entries]}
        for week in (*made.weeks, *made.loose) for section in week.sections
    ]  # fmt: skip


def week_of(week: str) -> Window:
    """The days of an ISO week."""
    year, _, number = week.partition("-W")
    try:
        return Window(*(date.fromisocalendar(int(year), int(number), day).isoformat() for day in (1, 7)))
    except ValueError as e:
        raise UsageError(f"{week!r} is no ISO week; write 2022-W30") from e


def party(typed: str) -> str:
    """A state's code or an organisation's id."""
    try:
        return country(typed)
    except UsageError:
        if found := known_as(typed):
            return found
        raise


def level_of(typed: str) -> Level | None:
    """A level; none for *any* or nothing."""
    for level in LEVELS[:-1]:
        if typed == level:
            return level
    if typed in ("", "any"):
        return None
    raise UsageError(f"{typed!r} is no level; there are {', '.join(LEVELS[:-1])}, and any")
