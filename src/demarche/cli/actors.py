"""`demarche actors`: the people the knowledge of actors has under a name, and what words of a text name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from demarche.cli.conditions import day
from demarche.cli.options import AsJson
from demarche.cli.output import data, line_json, note

if TYPE_CHECKING:
    from demarche.lexicon import Knowledge

app = typer.Typer(help="The knowledge of actors: states, bodies, offices, people.", no_args_is_help=True)

On = Annotated[str | None, typer.Option("--on", metavar="D", help="Only offices held on this day: 2022-07-29.")]
NotUsed = Annotated[str | None, typer.Option("--store", hidden=True, help="Not used: actors are no part of a store.")]


@app.command()
def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or surname, in any usual spelling.")],
    on: On = None,
    store: NotUsed = None,
    as_json: AsJson = False,
) -> None:
    """List the people of that name and the offices they held."""
    from demarche.lexicon import knowledge

    known, asked = knowledge(), day(on)
    found = list(_people(known, name, asked))
    for person in found:
        line_json(person) if as_json else data("\n".join(_lines(person)))
    if not found:
        note(f"nobody is known by the name {name!r}")


@app.command()
def find(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Words as they stand in a text.")],
    store: NotUsed = None,
    as_json: AsJson = False,
) -> None:
    """List everything that words of a text can name."""
    from demarche.lexicon import knowledge

    for hit in sorted(knowledge().surfaces.hits(text)):
        for surface in hit.surfaces:
            words = text[hit.start : hit.end]
            row = {"start": hit.start, "end": hit.end, "words": words, "kind": surface.kind, "names": surface.target}
            line_json(row) if as_json else data(f"{hit.start}-{hit.end}  {words}  {surface.kind}  {surface.target}")


def _people(known: "Knowledge", name: str, on: str | None) -> Iterator[dict[str, Any]]:
    for id in known.called(name) or known.like(name):
        posts = known.posts_on(id, on) if on else known.posts(id)
        held = [{"office": p.office, "start": p.start or None, "end": p.end or None, "source": p.source} for p in posts]
        if held or not on:
            yield {"id": id, "name": known.persons[id].name, "offices": held}


def _lines(person: dict[str, Any]) -> Iterator[str]:
    yield f"{person['name']}  ({person['id']})"
    for office in person["offices"]:
        yield f"    {office['start'] or '?':10} – {office['end'] or '':10}  {office['office']}  [{office['source']}]"
