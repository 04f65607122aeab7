"""`demarche add`: texts into the store."""

import typer

from demarche.cli.locations import checked
from demarche.cli.options import AsJson, Locations, StoreAt
from demarche.cli.output import counted, data_json, note, refused
from demarche.cli.progress import Progress
from demarche.cli.project import opened


def add(locations: Locations, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Read files, folders, feeds, archives and URLs into the store; what is there already stays as it is."""
    given = checked(locations)
    with opened(store, create=True) as opened_store, Progress() as progress:
        from demarche import pipeline

        report = pipeline.add(opened_store, given, tell=progress)
    if as_json:
        data_json(report)
    note(f"{counted(report.new, 'new document')}, {report.documents:,} in the store; next: demarche run")
    raise typer.Exit(refused(report.rejects))
