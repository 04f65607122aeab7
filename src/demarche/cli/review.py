"""`demarche review`: what most wants a person's eye, one question at a time; without a terminal, the list of it."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from demarche.cli.columns import inert
from demarche.cli.judging import By, kept, who
from demarche.cli.options import AsJson, StoreAt
from demarche.cli.output import counted, data, line_json, note
from demarche.cli.project import opened
from demarche.model import Judgement

if TYPE_CHECKING:
    from demarche.model import Record
    from demarche.records import Question
    from demarche.store import Store

Most = Annotated[int, typer.Option("-n", "--most", min=1, metavar="N", help="At most so many questions.")]
KEYS = "[a] it is right  [x] it is wrong  [s] skip  [u] take the last answer back  [q] stop"
AROUND = 90


def review(most: Most = 20, by: By = None, store: StoreAt = None, as_json: AsJson = False) -> None:
    """Ask about doubtful merges, disputed events and stale judgements, the weightiest first; every answer is kept."""
    from demarche.records import questions

    with opened(store) as opened_store:
        every = tuple(opened_store.judgements)
        asked = questions(opened_store.records, opened_store.claims, opened_store.families, opened_store.texts(), every)
        first = asked[:most]
        if as_json or not sys.stdin.isatty():
            for q in first:
                line_json(q) if as_json else data("\n".join(_lines(opened_store, q)))
            note(f"{counted(len(asked), 'question')} open, {len(first)} shown")
            return
        _ask(opened_store, first, who(by))


def _ask(store: "Store", asked: "tuple[Question, ...]", by: str) -> None:
    from demarche.records.judging import about, rejected, undone

    told: list[Judgement] = []
    left = list(asked)
    while left:
        q = left[0]
        data("\n".join(_lines(store, q)))
        match typer.prompt(KEYS, default="s", show_default=False).strip().lower()[:1]:
            case "a":
                told += kept(store, [about(_of(store, q), q.field, None, why=f"reviewed: {q.question}", by=by)])
            case "x":
                told += kept(store, list(rejected(_of(store, q), q, by=by)))
            case "u" if told:
                kept(store, [undone(told.pop().id, why="taken back", by=by)])
                continue
            case "q":
                break
        left.pop(0)
    note(f"{counted(len(told), 'answer')} kept; `demarche judgements` lists them, `demarche undo` takes one back")


def _of(store: "Store", q: "Question") -> "Record":
    return store.records[store.current(q.record)]


def _lines(store: "Store", q: "Question") -> Iterator[str]:
    yield ""
    yield f"{q.kind}: {q.question}  ({q.record})"
    for e in q.words:
        document = store.documents[e.document]
        before = document.text[max(0, e.start - AROUND) : e.start]
        after = document.text[e.end : e.end + AROUND]
        yield f"  {document.published or 'no date'}  {inert(document.publisher or document.source)}"
        yield f"    …{_flat(before)} [{_flat(e.quote)}] {_flat(after)}…"


def _flat(text: str) -> str:
    return " ".join(inert(text).split())
