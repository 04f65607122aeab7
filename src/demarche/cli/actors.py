"""`demarche actors`: whom the knowledge has under a name or office, what words of a text name, a user's own rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from demarche.cli.conditions import day
from demarche.cli.options import AsJson
from demarche.cli.output import counted, data, data_json, line_json, note
from demarche.model import UsageError

if TYPE_CHECKING:
    from demarche.lexicon import Knowledge

app = typer.Typer(help="The knowledge of actors: states, bodies, offices, people.", no_args_is_help=True)

On = Annotated[str | None, typer.Option("--on", metavar="D", help="On this day: 2022-07-29. Today if left out.")]
NotUsed = Annotated[str | None, typer.Option("--store", hidden=True, help="Not used: actors are no part of a store.")]
Own = Annotated[
    Path | None,
    typer.Option("--to", envvar="DEMARCHE_ACTORS", metavar="DIR", help="The folder of your own tables."),
]


@app.command()
def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or surname, or an office of a state.")],
    on: On = None,
    store: NotUsed = None,
    as_json: AsJson = False,
) -> None:
    """List the people of a name and the offices they held; or whom words like *foreign minister of Chile* mean."""
    from demarche.lexicon import knowledge

    known, asked = knowledge(), day(on)
    found = list(_people(known, name, asked)) or list(_meant(name, asked))
    for one in found:
        line_json(one) if as_json else data("\n".join(_lines(one)))
    if not found:
        note(f"nobody is known by {name!r}")


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


@app.command()
def add(
    table: Annotated[str, typer.Argument(metavar="TABLE", help="aliases, organs, persons, offices, tenures, titles …")],
    values: Annotated[
        list[str], typer.Argument(metavar="COLUMN=VALUE...", help="The cells of the row; `|` parts many.")
    ],
    to: Own = None,
    store: NotUsed = None,
    as_json: AsJson = False,
) -> None:
    """Add a row of your own to the tables in DEMARCHE_ACTORS; what does not fit the others is not written."""
    from demarche.lexicon.overlay import added, collisions

    folder = _folder(to)
    path = added(folder, table, dict(_cell(value) for value in values))
    found = collisions(folder)
    data_json({"file": str(path), "collisions": found}) if as_json else data(f"written to {path}")
    for line in found:
        note(line)


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="By default DEMARCHE_ACTORS.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail where a row takes another's place.")] = False,
    store: NotUsed = None,
    as_json: AsJson = False,
) -> None:
    """Check your own tables with the shipped ones: broken rows fail; rows that take another's place are listed."""
    from demarche.lexicon.overlay import check as sound
    from demarche.lexicon.overlay import collisions
    from demarche.lexicon.shelf import own_folder

    own = folder or own_folder()
    rows = sound(own) if own else 0
    found = collisions(own) if own else []
    told = {"folder": str(own) if own else None, "rows": rows, "collisions": found}
    data_json(told) if as_json else data("\n".join([*found, f"{counted(rows, 'row')} of your own, all sound"]))
    if found and strict:
        raise typer.Exit(1)


def _folder(to: Path | None) -> Path:
    if to is None:
        raise UsageError("no folder for tables of your own; name one with --to DIR, or in DEMARCHE_ACTORS")
    return to


def _cell(value: str) -> tuple[str, str]:
    column, is_, cell = value.partition("=")
    if not is_:
        raise UsageError(f"{value!r} is no COLUMN=VALUE")
    return column, cell


def _people(known: "Knowledge", name: str, on: str | None) -> Iterator[dict[str, Any]]:
    for id in known.called(name) or known.like(name):
        posts = known.posts_on(id, on) if on else known.posts(id)
        held = [
            {"office": p.office, "start": p.start or None, "end": p.end or None, "known_until": p.known_until or None,
             "confidence": p.confidence, "source": p.source}
            for p in posts
        ]  # fmt: skip
        if held or not on:
            yield {"id": id, "name": known.persons[id].name, "offices": held}


def _meant(words: str, on: str | None) -> Iterator[dict[str, Any]]:
    """Whom the words mean in a text of that day: "the foreign minister of Chile"."""
    from datetime import date

    from demarche.language.mentions.short import mentions_in

    for m in mentions_in(words, on or date.today().isoformat()):
        if m.role or m.actor:
            yield {"words": words[m.start : m.end], "actor": m.actor, "name": m.name, "role": m.role,
                   "country": m.country, "organisation": m.organisation, "reason": m.reason,
                   "confidence": m.confidence}  # fmt: skip


def _lines(found: dict[str, Any]) -> Iterator[str]:
    if "offices" not in found:
        of = ", ".join(str(found[k]) for k in ("role", "country", "organisation") if found[k])
        yield f"{found['name'] or '?'}  ({found['actor'] or '?'})  {of}"
        yield f"    {found['words']!r}: {found['reason']}, confidence {found['confidence']:.2f}"
        return
    yield f"{found['name']}  ({found['id']})"
    for office in found["offices"]:
        until = office["end"] or (f"at least {office['known_until']}" if office["known_until"] else "")
        yield f"    {office['start'] or '?':10} – {until:10}  {office['office']}  [{office['source']}]"
