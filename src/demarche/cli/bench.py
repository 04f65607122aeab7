"""`demarche bench`: one stage scored against a gold file."""

from pathlib import Path
from typing import Annotated

import typer

from demarche.cli.options import AsJson
from demarche.cli.output import data
from demarche.cli.progress import Progress


def bench(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What to score: parse, ner, readouts, records …")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The gold file, or the folder of `records`.")],
    predictions: Annotated[
        Path | None, typer.Option("--predictions", metavar="P", help="Also write what was answered.")
    ] = None,
    store: Annotated[
        str | None, typer.Option("--store", hidden=True, help="Not used: gold files are no store.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Score one stage against a gold file; prints a table, or one JSON object."""
    from rich.console import Console

    from demarche.bench import task as named
    from demarche.bench.runner import report
    from demarche.bench.show import as_json as written
    from demarche.bench.show import print_table

    asked = named(task)
    with Progress() as progress:
        progress(f"bench {asked.name}", 0, None)
        found = report(asked, file, predictions=predictions)
    if as_json:
        data(written(found))
    else:
        print_table(found, asked.card, Console())
