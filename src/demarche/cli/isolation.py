"""`demarche isolation`: whom a state still meets, at which level, beside an earlier time, with the records behind."""

from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.conditions import party, period
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import data, data_json
from demarche.cli.project import opened
from demarche.model import UsageError
from demarche.model.values import LEVELS

if TYPE_CHECKING:
    from demarche.model.values import Level
    from demarche.network.panel import Panel
    from demarche.network.windows import Window
    from demarche.publish.standing import Question
    from demarche.store import Store

Party = Annotated[str, typer.Argument(metavar="STATE", help="A state's code (RU, RUS) or an organisation (EU, NATO).")]
At = Annotated[str, typer.Option("--level", metavar="L", help="head, minister, deputy, ambassador, official, or any.")]
Over = Annotated[str, typer.Option("--window", metavar="P", help="90d, 2021, 2021-03, 2021-01..2021-06.")]
Against = Annotated[str | None, typer.Option("--baseline", metavar="P", help="The time to compare with.")]
Reference = Annotated[
    str | None, typer.Option("--reference", metavar="BLOC|ISO,...", help="Whom it might have met: G20, EU, or codes.")
]
Groups = Annotated[
    str | None, typer.Option("--groups", metavar="BLOC,...", help="Whose shares to show: EU,NATO,BRICS.")
]
By = Annotated[str | None, typer.Option("--by", metavar="STEP", help="Also a row for each month, quarter or year.")]
Official = Annotated[
    str | None, typer.Option("--official", metavar="ISO", help="Count only what this government's own texts tell.")
]
Dated = Annotated[
    bool, typer.Option("--dated-only", help="Leave out what stands under the day of its report for want of a day.")
]
Behind = Annotated[bool, typer.Option("--records", help="Print the ids of the records behind every number.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print one row a number.")]


def isolation(
    state: Party,
    level: At = "head",
    window: Over = "90d",
    baseline: Against = None,
    reference: Reference = None,
    groups: Groups = None,
    by: By = None,
    official: Official = None,
    dated_only: Dated = False,
    records: Behind = False,
    as_csv: Csv = False,
    as_json: AsJson = False,
    store: StoreAt = None,
) -> None:
    """Show whom a state met and whom not: partners by level, gained and lost, rates, shares, refusals. No index."""
    from demarche.publish.blocs import DEFAULT, bloc
    from demarche.publish.standing import Question

    question = Question(
        state=party(state),
        level=asked_level(level),
        reference=reference,
        official=party(official) if official else None,
        groups=tuple(bloc(g) for g in groups.split(",") if g.strip()) if groups else DEFAULT,
    )
    with opened(store) as opened_store:
        found = _panel(opened_store, question, window, baseline, by, dated_only)
    if as_json:
        data_json(found)
    elif as_csv:
        from demarche.cli.panel_table import table

        data(table(found))
    else:
        from demarche.cli.panel_lines import lines

        data("\n".join(lines(found, records)))


def asked_level(typed: str) -> "Level | None":
    """A level, or none for *any*."""
    if typed == "any":
        return None
    for level in LEVELS[:-1]:
        if typed == level:
            return level
    raise UsageError(f"{typed!r} is no level; there are {', '.join(LEVELS[:-1])}, and any")


def _panel(
    store: "Store", question: "Question", window: str, baseline: str | None, by: str | None, dated_only: bool
) -> "Panel":
    from demarche.publish.standing import standing, standing_ground

    held = standing_ground(store, question.state, official=question.official, dated_only=dated_only)
    if held.last is None:
        raise UsageError(
            "the store holds no text with a date" + (f" of {question.official}" if question.official else "")
        )
    now = period(window, held.last)
    before = period(baseline, held.last) if baseline else None
    steps = _steps(by, min([now, *([before] if before else [])]).first, now.last) if by else []
    return standing(store, question, held, now, before, steps)


def _steps(by: str, first: str, last: str) -> "list[Window]":
    """The months, quarters or years from the first day to the last."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(by)
    if months is None:
        raise UsageError(f"{by!r} is no step; there are month, quarter, year")
    year, month = int(first[:4]), (int(first[5:7]) - 1) // months * months + 1
    found: list[Window] = []
    while (start := f"{year:04}-{month:02}") <= last[:7]:
        end = month + months - 1
        found.append(period(f"{start}..{year:04}-{end:02}", last))
        year, month = (year + 1, 1) if end == 12 else (year, end + 1)
    return found
