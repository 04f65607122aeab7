"""`demarche run`: from the store's documents to families, claims, records and measures."""

from typing import Annotated

import typer

from demarche.cli.options import AsJson, StoreAt, Workers
from demarche.cli.output import counted, data_json, note, refused
from demarche.cli.progress import Progress
from demarche.cli.project import current, opened


def run(
    store: StoreAt = None,
    workers: Workers = 0,
    engine: Annotated[
        str | None, typer.Option("--engine", metavar="NAME", help="Where texts are read: local, pool, daft or ray.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring the records up to date. A run that was stopped goes on where it stood."""
    with opened(store) as opened_store, Progress() as progress:
        from demarche import pipeline

        workers = workers or current().workers
        report = pipeline.process(opened_store, workers=workers, engine=engine, tell=progress)
    if as_json:
        data_json(report)
    note(
        f"{counted(report.read, 'document')} read in {report.seconds:.1f} s; the store holds "
        f"{counted(report.families, 'family', 'families')}, {counted(report.claims, 'claim')}, "
        f"{counted(report.records, 'record')}"
    )
    raise typer.Exit(refused(report.rejects))
