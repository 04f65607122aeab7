"""`demarche digest`: the main job in one line, from paths to a cited digest."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.conditions import codes, day, days_of
from demarche.cli.editions import Form, check, form, save, show, written
from demarche.cli.locations import checked
from demarche.cli.options import AsJson, Focus, Since, Until, Workers
from demarche.cli.output import data, data_json, note, refused
from demarche.cli.progress import Progress
from demarche.cli.project import current, opened
from demarche.model import UsageError

if TYPE_CHECKING:
    from demarche.pipeline import Report
    from demarche.store import Store

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|URL", help="What to read; nothing means what the store holds already."),
]
Out = Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where it goes; by default stdout.")]
AsForm = Annotated[
    Form | None,
    typer.Option("-f", "--format", metavar="md|html|docx|pdf", help="By default as FILE is named."),
]
Week = Annotated[str | None, typer.Option("--week", metavar="W", help="One ISO week: 2026-W47, or `last`.")]
House = Annotated[
    Path | None, typer.Option("--house", metavar="FILE", help="House style: title, spellings, order, quote length.")
]
InStore = Annotated[str | None, typer.Option("--store", metavar="PATH|URL", help="Keep what is read in this store.")]


def digest(
    paths: Paths = None,
    out: Out = None,
    as_form: AsForm = None,
    week: Week = None,
    since: Since = None,
    until: Until = None,
    focus: Focus = None,
    house: House = None,
    store: InStore = None,
    workers: Workers = 0,
    as_json: AsJson = False,
) -> None:
    """Read the paths into a temporary store and write the digest; without paths, of what the project's store holds."""
    chosen, (first, last) = form(as_form, out), _days(week, since, until)
    check(chosen)
    countries = codes(focus) if focus is not None else codes(",".join(current().focus))
    from demarche.publish import edition
    from demarche.publish.editions.house import house_style

    with _store(store, bool(paths)) as opened_store:
        report = _read(opened_store, checked(paths), workers) if paths else None
        made = edition(opened_store, since=first, until=last, focus=sorted(countries), style=house_style(house))
        content = written(made, chosen)
        if out is not None:
            save(content, out)
        if as_json:
            data_json({"file": str(out) if out else None, "report": report, "edition": made})
        elif out is None:
            show(content.decode("utf-8")) if chosen == "md" else data(content.decode("utf-8"))
        _remember(opened_store, made.title)
    if out is not None:
        note(f"wrote {out}")
    raise typer.Exit(refused(report.rejects) if report else 0)


def _days(week: str | None, since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day asked for."""
    if week is None:
        return day(since), day(until)
    if since or until:
        raise UsageError("--week says both days; leave --since and --until out")
    return days_of(week)


@contextmanager
def _store(named: str | None, reads: bool) -> "Iterator[Store]":
    """The store named; for paths without one, a store that is gone afterwards, whatever DEMARCHE_STORE says."""
    from demarche.store import Store

    if named or not reads:
        with opened(named or os.environ.get("DEMARCHE_STORE"), create=reads) as kept:
            yield kept
        return
    with TemporaryDirectory(prefix="demarche-") as folder, Store(Path(folder) / "demarche.db") as temporary:
        yield temporary


def _read(store: "Store", paths: list[str], workers: int) -> "Report":
    from demarche import pipeline

    with Progress() as progress:
        added = pipeline.add(store, paths, tell=progress)
        done = pipeline.process(store, workers=workers or current().workers, tell=progress)
    return pipeline.together(added, done)


def _remember(store: "Store", title: str) -> None:
    """So that the next digest of this store can say what has changed since."""
    from demarche.model import content_id

    if not store.link.readonly:
        seen = store.editions.seen()
        known = sorted(f"{id} {s.digest}" for id, s in seen.items())
        store.editions.put(content_id("ed", *known), title, seen)
