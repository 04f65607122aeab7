"""Figures -> the lines of an edition: those that measure something or are set against another, each once."""

from collections import Counter
from collections.abc import Iterator

from demarche.lexicon.names import key
from demarche.model import Document, Evidence, Figure
from demarche.publish.editions.dating import day
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Quantity
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import file, person

MOST, OF_ONE = 20, 3
"""Figures in an edition, and of one document."""
SMALL = 20
"""A count up to so many is in the exports only, unless it is set against another."""


def quantities(material: Material, choice: Choice, shown: frozenset[str], notes: Footnotes) -> tuple[Quantity, ...]:
    """The figures of an edition; `shown` are the documents behind its records."""
    every = {c.id: c for c in material.claims.values() if isinstance(c, Figure)}
    answers = {f.compared_with: f for f in every.values() if f.compared_with and f.compared_with in every}
    picked: dict[tuple[object, ...], Figure] = {}
    of: Counter[str] = Counter()
    for f in sorted(_eligible(material, choice, shown, answers), key=lambda f: _worth(f, answers)):
        same = (f.value, f.low, f.unit, tuple(key(f.what or "").split()[-1:]))
        if same not in picked and of[f.document] < OF_ONE and len(picked) < MOST:
            picked[same] = f
            of[f.document] += 1
    ordered = sorted(
        picked.values(), key=lambda f: (material.documents[f.document].published or "9999", f.document, f.start)
    )
    return tuple(_quantity(f, answers.get(f.id), material.documents[f.document], notes) for f in ordered)


def _eligible(
    material: Material, choice: Choice, shown: frozenset[str], answers: dict[str, Figure]
) -> Iterator[Figure]:
    for claim in material.claims.values():
        if not isinstance(claim, Figure) or claim.document not in material.documents or claim.compared_with:
            continue
        at = material.documents[claim.document].published
        wanted = (at is None or choice.holds(at, at)) and claim.document in shown
        if wanted and (claim.unit or claim.id in answers or (claim.value or 0) > SMALL):
            yield claim


def _worth(f: Figure, answers: dict[str, Figure]) -> tuple[bool, bool, bool, bool, float, str]:
    """Pairs first, then what has a source, a period, a unit."""
    return (f.id not in answers, f.source is None, f.period is None, f.unit is None, -f.confidence, f.id)


def _quantity(f: Figure, other: Figure | None, document: Document, notes: Footnotes) -> Quantity:
    reported = ", ".join(x for x in (document.publisher, day(document.published) if document.published else None) if x)
    end = max(f.end, other.end) if other else f.end
    start = min(f.start, other.start) if other else f.start
    return Quantity(
        words=_words(f),
        what=f.what if f.what and f.what not in f.quote else None,
        period=f.period,
        given_by=f.source or (person(f.attributed_to) if f.attributed_to else None),
        source=reported or document.title or file(document.source),
        against=_against(other) if other else None,
        note=notes.cite(
            f.document,
            start,
            end,
            document.text[start:end],
            f.sentence,
            [*_fields(f), *(_fields(other) if other else ())],
        ),
    )


def _words(f: Figure) -> str:
    return " ".join(f"{f.qualifier or ''} {f.quote}".split())


def _against(f: Figure) -> str:
    return ", ".join(x for x in (_words(f), f.period) if x)


def _fields(f: Figure) -> Iterator[Evidence]:
    given = (("what", f.what_words), ("period", f.period_words), ("source", f.source_words))
    for field, words in given:
        if words is not None:
            yield Evidence(f.document, words.start, words.end, words.quote, field, f.id)
