"""The tables of actors as one value: read from CSV and checked, or taken from a cache of the same files.

`DEMARCHE_ACTORS` names a folder whose files have the names and columns of the shipped ones: their rows are added, and a
row under a shipped key takes its place.
"""

import os
from collections.abc import Callable, Iterable
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from demarche.lexicon import actors
from demarche.lexicon.kept import digest, kept
from demarche.lexicon.tables import data, load_csv
from demarche.model import BadKnowledge

T = TypeVar("T")


class Shelf(msgspec.Struct, frozen=True):
    """All rows of all tables; `digest` names what else is kept of them."""

    states: tuple[actors.State, ...]
    aliases: tuple[actors.Alias, ...]
    organisations: tuple[actors.Organisation, ...]
    members: tuple[actors.Member, ...]
    organs: tuple[actors.Organ, ...]
    roles: tuple[actors.Role, ...]
    titles: tuple[actors.Title, ...]
    offices: tuple[actors.Office, ...]
    persons: tuple[actors.Person, ...]
    tenures: tuple[actors.Tenure, ...]
    spellings: tuple[actors.Spelling, ...]
    places: tuple[actors.City, ...]
    agents: tuple[actors.Agent, ...]
    bodies: tuple[actors.BodyNoun, ...]
    digest: str = ""


KEYS: dict[str, Callable[[Any], object]] = {
    "aliases": lambda a: a.surface, "members": lambda m: (m.organisation, m.state, m.start),
    "titles": lambda t: (t.phrase, t.scope), "tenures": lambda t: (t.person, t.office, t.start),
    "spellings": lambda s: s.forms[0], "agents": lambda a: a.phrase,
    "bodies": lambda b: b.phrase,
}  # fmt: skip
"""What makes two rows of a table rivals; elsewhere it is the id."""


def shelf(overlay: Path | None = None) -> Shelf:
    """All tables, with a user's own rows laid over them."""
    folders: list[Traversable | Path] = [data("actors")]
    if overlay is not None:
        folders.append(overlay)
    name = digest(folders)
    found = kept(f"actors-{name}.msgpack", Shelf, lambda: _checked(_read(folders)))
    return msgspec.structs.replace(found, digest=name)


def read(folders: list[Traversable | Path]) -> Shelf:
    """The tables of the folders, the later over the earlier, checked; no cache is asked."""
    return _checked(_read(folders))


def own_folder() -> Path | None:
    """The folder of a user's own tables, if the environment names one."""
    named = os.environ.get("DEMARCHE_ACTORS")
    return Path(named) if named else None


def rank_of(name: str) -> Callable[[Any], object]:
    """What makes two rows of a table rivals."""
    return KEYS.get(name, _id)


def _id(row: Any) -> object:
    return row.id


def _read(folders: list[Traversable | Path]) -> Shelf:
    tables: dict[str, Any] = {}
    for name, kind in row_types():
        rows: tuple[Any, ...] = load_csv(folders[0] / f"{name}.csv", kind)
        for folder in folders[1:]:
            rows = _laid_over(rows, own_rows(Path(str(folder)), name, kind), rank_of(name))
        tables[name] = rows
    return Shelf(**tables)


def row_types() -> list[tuple[str, type[Any]]]:
    """The name of each table and the type of its rows."""
    return [(f.name, f.type.__args__[0]) for f in msgspec.structs.fields(Shelf) if f.name != "digest"]


def own_rows(folder: Path, name: str, kind: type[T]) -> tuple[T, ...]:
    """The rows a user's folder has for a table."""
    path = folder / f"{name}.csv"
    return load_csv(path, kind) if path.is_file() else ()


def _laid_over(rows: tuple[T, ...], own: tuple[T, ...], rank: Callable[[T], object]) -> tuple[T, ...]:
    replaced = {rank(row) for row in own}
    return (*(row for row in rows if rank(row) not in replaced), *own) if own else rows


def _checked(tables: Shelf) -> Shelf:
    """Refuse a row that points at nothing."""
    persons = {p.id for p in tables.persons}
    roles = {r.id for r in tables.roles}
    bodies = {s.id for s in tables.states} | {o.id for o in tables.organisations}
    offices = {o.id for o in tables.offices} | {o.id for o in tables.organs}
    _point("tenures.csv", "person", ((t.person, t) for t in tables.tenures), persons)
    _point("tenures.csv", "office", ((t.office, t) for t in tables.tenures), offices)
    _point("offices.csv", "body", ((o.body, o) for o in tables.offices), bodies)
    _point("offices.csv", "role", ((o.role, o) for o in tables.offices), roles)
    _point("titles.csv", "role", ((t.role, t) for t in tables.titles), roles)
    _point("members.csv", "organisation", ((m.organisation, m) for m in tables.members), bodies)
    _point("aliases.csv", "entity", ((a.entity, a) for a in tables.aliases if a.kind != "none"), bodies)
    return tables


def _point(file: str, field: str, rows: Iterable[tuple[str, object]], known: set[str]) -> None:
    for target, row in rows:
        if target not in known:
            raise BadKnowledge(file, str(row)[:120], f"its {field} {target!r} stands in no table")
