"""The options that commands share."""

from pathlib import Path
from typing import Annotated

import typer

StoreAt = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="DEMARCHE_STORE",
        metavar="PATH|URL",
        help="The store: a file, or a postgresql:// URL. By default the project's demarche.db.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on stdout.")]
Workers = Annotated[
    int,
    typer.Option(
        "--workers", min=0, metavar="N", help="Processes that read; 0 means as many as it is worth.", show_default=False
    ),
]
Locations = Annotated[list[str], typer.Argument(metavar="PATH|URL", help="Files, folders, feeds, archives, URLs.")]
Since = Annotated[str | None, typer.Option("--since", metavar="D", help="From this day on: 2022-07-01, or 7d.")]
Until = Annotated[str | None, typer.Option("--until", metavar="D", help="Up to this day, included.")]
Focus = Annotated[
    str | None, typer.Option("--focus", metavar="ISO,...", help="Only these countries: RU,UA or RUS,UKR.")
]
To = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write into.")]
