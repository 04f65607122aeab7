"""The commands under one name, and what an error becomes: one line on stderr and an exit code."""

import logging
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from demarche import __version__
from demarche.cli import (
    actors,
    add,
    backup,
    bench,
    brief,
    compare,
    correct,
    demo,
    diff,
    digest,
    doctor,
    explain,
    export,
    families,
    follow,
    init,
    isolation,
    itinerary,
    listing,
    mcp,
    process,
    release,
    review,
    serve,
    show,
    watch,
    who_meets,
)
from demarche.model import DemarcheError, UsageError

FAILED, WRONG_USAGE = 1, 2

app = typer.Typer(
    name="demarche",
    help="Reads what is written about diplomacy and keeps the record, tied to the words it came from.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo.demo,
    "digest": digest.digest,
    "init": init.init,
    "add": add.add,
    "run": process.run,
    "follow": follow.follow,
    "export": export.export,
    "release": release.release,
    "list": listing.listing,
    "show": show.show,
    "explain": explain.explain,
    "compare": compare.compare,
    "correct": correct.correct,
    "merge": correct.merge,
    "split": correct.split,
    "undo": correct.undo,
    "judgements": correct.judgements,
    "review": review.review,
    "families": families.families,
    "diff": diff.diff,
    "isolation": isolation.isolation,
    "who-meets": who_meets.who_meets,
    "brief": brief.brief,
    "itinerary": itinerary.itinerary,
    "bench": bench.bench,
    "serve": serve.serve,
    "mcp": mcp.mcp,
    "backup": backup.backup,
    "restore": backup.restore,
    "doctor": doctor.doctor,
}
for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(actors.app, name="actors")
app.add_typer(watch.app, name="watch")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"demarche {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of every command stand after its name."""


def run(arguments: list[str] | None = None) -> int:
    """Run a command line and give its exit code; `sys.argv` where none is given."""
    logging.getLogger().addHandler(logging.NullHandler())  # libraries grumble about inputs; ours are told by Rejects
    try:
        app(arguments, prog_name="demarche")
    except SystemExit as e:
        return _flushed(e.code if isinstance(e.code, int) else FAILED)
    except DemarcheError as e:
        print(f"demarche: {e}", file=sys.stderr)
        return WRONG_USAGE if isinstance(e, UsageError) else FAILED
    except BrokenPipeError:
        return _flushed(FAILED)
    return _flushed(0)


def _flushed(code: int) -> int:
    """The code, once stdout took everything; whoever reads it may have gone (`demarche list | head`): no complaint."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return code or FAILED
    return code
