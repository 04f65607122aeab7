"""`demarche families`: the texts of the store, each with its copies and rewrites, why they are taken for one, and which
other families tell of the same event."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from demarche.cli.columns import inert
from demarche.cli.named import in_store
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data, data_json, line_json, note
from demarche.cli.project import opened
from demarche.model import StoreError

if TYPE_CHECKING:
    from demarche.model import Document, Edge, Family
    from demarche.store import Store

Named = Annotated[
    str | None, typer.Argument(metavar="ID", help="A family, or one of its documents: by id or by source.")
]
Every = Annotated[bool, typer.Option("--all", help="Also the texts that nobody copied.")]


def families(id: Named = None, every: Every = False, store: StoreAt = None, as_json: AsJson = False) -> None:
    """List the families of two or more documents; of one family its members, and what ties each to which."""
    with opened(store) as opened_store:
        if id is None:
            _list(opened_store, every, as_json)
            return
        family = _family(opened_store, id)
        told = _told(opened_store, family)
        data_json(told) if as_json else data("\n".join(_lines(family, told)))


def _list(store: "Store", every: bool, as_json: bool) -> None:
    """Streamed, however many there are."""
    from demarche.store.schema import families as table

    shown = 0
    for family in store.families.where(*(() if every else (table.c.size > 1,))):
        shown += 1
        best = store.documents.get(family.best or family.documents[0])
        if as_json:
            about = {name: getattr(family, name) for name in ("id", "documents", "best", "origin", "thread")}
            line_json({**about, "source": _source(best)})
        else:
            data(f"{family.id}  {counted(len(family.documents), 'document'):13}  {_source(best)}")
    note(f"{counted(shown, 'family', 'families')} shown of {len(store.families):,}")


def _family(store: "Store", name: str) -> "Family":
    family = store.families.get(store.current(name))
    if family is not None:
        return family
    document = in_store(store, name)
    if document is None:
        raise StoreError(f"{store.name} holds no family and no document {name!r}")
    home = store.families.of(document.id)
    if home is None:
        raise StoreError(f"{document.id} is in no family yet; next: demarche run")
    return store.families[home]


def _told(store: "Store", family: "Family") -> dict[str, Any]:
    """The family with what is known of its members, and of the documents that its edges lead to."""
    near = {d for edge in family.edges for d in (edge.a, edge.b)} - set(family.documents)
    known = {id: store.documents.get(id) for id in (*family.documents, *sorted(near))}
    members = {id: _member(document) for id, document in known.items() if document}
    about = ("id", "best", "why", "damaged", "origin", "documents", "referents", "thread", "edges")
    return {name: getattr(family, name) for name in about} | {"members": members, "related": _related(store, family)}


def _related(store: "Store", family: "Family") -> list[dict[str, Any]]:
    """The other families of its thread: independent reports of the same event."""
    others = [f for f in store.families.in_thread(family.thread) if f.id != family.id] if family.thread else []
    best = {f.id: store.documents.get(f.best or f.documents[0]) for f in others}
    return [{"id": f.id, "documents": len(f.documents), "source": _source(best[f.id])} for f in others]


def _member(document: "Document") -> dict[str, str | None]:
    names = ("source", "title", "publisher", "published", "source_class")
    return {name: getattr(document, name) for name in names}


def _source(document: "Document | None") -> str | None:
    return inert(document.source) if document else None


def _lines(family: "Family", told: dict[str, Any]) -> Iterator[str]:
    members = told["members"]
    yield f"{family.id}  {counted(len(family.documents), 'document')}"
    if family.origin:
        yield f"account of {inert(family.origin.replace(':', ' ', 1))}"
    if family.referents:
        yield f"formerly  {', '.join(family.referents)}"
    for id in family.documents:
        m = members.get(id, {})
        about = "  ".join(inert(x) for x in (m.get("published") or "no date", m.get("publisher"), m.get("source")) if x)
        mark = "best" if id == family.best else "bad " if id in family.damaged else "    "
        yield f"{mark}  {id}  {about}"
    if family.why:
        yield f"the best is {family.why}"
    for edge in sorted(family.edges, key=lambda e: (not e.firm, -e.score, e)):
        yield ""
        yield from _edge(edge, set(family.documents), members)
    if told["related"]:
        yield f"\nother reports of the same event or story ({family.thread}):"
        yield from (f"    {f['id']}  {counted(f['documents'], 'document'):13}  {f['source']}" for f in told["related"])


def _edge(edge: "Edge", inside: set[str], members: dict[str, dict[str, str | None]]) -> Iterator[str]:
    one, other, arrow = edge.a, edge.b, "—"
    if edge.direction != "unknown":
        arrow = "→"
        one, other = (one, other) if edge.direction == "a>b" else (other, one)
    yield f"{edge.kind} {edge.score:.2f}  {one} {arrow} {other}"
    for id in (one, other):
        if id not in inside:
            yield f"    {id} is outside this family: {inert(members.get(id, {}).get('source') or '?')}"
    yield f"    {edge.why}"
