"""An edition -> one HTML page: its style inside, no script, no request to anywhere, hostile text inert."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from jinja2 import Environment
from markupsafe import Markup

from demarche.publish.digest import page, words
from demarche.publish.digest.links import followable
from demarche.publish.editions import Edition
from demarche.publish.editions.dating import brief, day, span
from demarche.publish.editions.nouns import Piece


def html(edition: Edition) -> str:
    """The page as text; write it as UTF-8."""
    style = page.style("digest.css")
    return (
        _environment()
        .get_template("digest.html.j2")
        .render(
            e=edition,
            style=Markup(style),
            policy=page.policy(style),
            back=_back_links(edition),
            names=_headlines(edition),
        )
    )


@cache
def _environment() -> Environment:
    environment = page.environment()
    environment.filters |= {"day": day, "link": followable, "runs": runs, "credit": words.credit}
    environment.globals |= {"words": words, "span": span, "brief": brief}
    return environment


def runs(pieces: Iterable[Piece]) -> Iterator[tuple[bool, list[Piece]]]:
    """Pieces in runs of lit and plain ones, so that one claim is one mark, whatever fields it holds."""
    for lit, run in groupby(pieces, key=lambda p: p.lit):
        yield lit, list(run)


def _headlines(edition: Edition) -> dict[str, str]:
    """The sentences of the records that the page shows, by their ids."""
    return {x.record: x.headline for w in (*edition.weeks, *edition.loose) for s in w.sections for x in s.entries}


def _back_links(edition: Edition) -> dict[int, list[str]]:
    """For each note the anchors of the places that cite it, in the order of the page."""
    back: dict[int, list[str]] = {}

    def cite(anchor: str, notes: Iterable[int]) -> None:
        for note in notes:
            back.setdefault(note, []).append(anchor)

    for week in (*edition.weeks, *edition.loose):
        for section in week.sections:
            for entry in section.entries:
                cite(entry.record, entry.notes)
    for number, saying in enumerate(edition.sayings, start=1):
        cite(f"s{number}", (saying.note,))
    for course in edition.courses:
        cite(course.campaign, course.notes)
    for number, turn in enumerate(edition.turned, start=1):
        cite(f"t{number}", (turn.before_note, turn.after_note))
    for stand in edition.positions:
        cite(f"p{stand.note}", (stand.note,))
    for quantity in edition.figures:
        cite(f"f{quantity.note}", (quantity.note,))
    for box in edition.boxes:
        cite(f"d{box.number}", [s.note for s in (box.a, box.b) if s])
    return back
