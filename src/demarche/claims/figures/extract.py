"""Sentences -> figures."""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.figures.around import period, qualifier, source
from demarche.claims.figures.compared import against, goes_on
from demarche.claims.figures.counted import noun_of, what
from demarche.claims.figures.kinds import is_figure
from demarche.claims.figures.measured import Measured, measured
from demarche.claims.scene import Scene
from demarche.model import Figure, Statement, Stretch, Words

VERSION = "1"


def figures(scene: Scene, said: Sequence[Statement]) -> Iterator[Figure]:
    """The figures of one sentence; `said` are the statements of its document, which tell whose figures they are."""
    kept: list[tuple[Measured, int | None, Measured | None]] = []
    for m in measured(scene):
        noun = noun_of(scene, m) if m.unit is None or m.is_share else None
        before = [k[0] for k in kept]
        if is_figure(scene, m, noun) or goes_on(scene, m, before):
            kept.append((m, noun, against(scene, m, noun, before)))
    made: list[Figure] = []
    every = [m for m, _, _ in kept]
    for m, noun, earlier in kept:
        figure = _figure(scene, m, noun, every, said)
        if earlier is not None:
            figure = _beside(figure, made[every.index(earlier)])
        elif made and figure.what is None and m.unit is None and _in_one_breath(scene, every[len(made) - 1], m):
            figure = _like(figure, made[-1])
        made.append(figure)
    yield from made


def _figure(
    scene: Scene, m: Measured, noun: int | None, every: Sequence[Measured], said: Sequence[Statement]
) -> Figure:
    name, _ = qualifier(scene, m)
    counted = what(scene, m, noun)
    of = _words(scene, counted)
    during = period(scene, m, [o for o in every if o is not m])
    when = scene.words(during.start, during.end) if during else None
    who, speaker = source(scene, m, said)
    own = _own_words(scene, m, noun, counted)
    return Figure(
        document=scene.document.id,
        start=own.start,
        end=own.end,
        quote=own.quote,
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"figures/{VERSION}",
        confidence=0.9 if m.unit or of else 0.7,
        attributed_to=speaker,
        value=m.value,
        low=m.low,
        high=m.high,
        unit=m.unit,
        qualifier=name,
        what=of.quote if of else None,
        period=when.quote if when else None,
        source=who.quote if who else None,
        what_words=of,
        period_words=when,
        source_words=who,
    )


def _words(scene: Scene, tokens: Sequence[int]) -> Words | None:
    if not tokens:
        return None
    return scene.words(scene.tokens[tokens[0]].start, scene.tokens[tokens[-1]].end)


def _own_words(scene: Scene, m: Measured, noun: int | None, counted: Sequence[int]) -> Words:
    """The number with its unit, or with what it counts where that follows at once."""
    last = m.last
    if noun is not None and m.unit is None and counted and counted[0] in (m.last + 1, m.last + 2) and noun > m.last:
        last = noun
    return scene.words(scene.tokens[m.first].start, scene.tokens[last].end)


def _beside(figure: Figure, other: Figure) -> Figure:
    """A figure set against another: what it leaves out, the other says."""
    unit = figure.unit or other.unit
    given = figure.what is None or (figure.unit is None and other.unit is not None)
    return msgspec.structs.replace(
        figure,
        unit=unit,
        what=other.what if given else figure.what,
        what_words=other.what_words if given else figure.what_words,
        compared_with=other.with_id().id,
    )


def _like(figure: Figure, other: Figure) -> Figure:
    """ "Moscow has 5,977 warheads, Washington *5,428*": a bare number counts what the one before it did."""
    if other.unit is not None or other.what is None:
        return figure
    return msgspec.structs.replace(figure, what=other.what, what_words=other.what_words)


def _in_one_breath(scene: Scene, one: Measured, other: Measured) -> bool:
    return all(scene.tokens[k].upos not in ("VERB", "AUX") for k in range(one.last + 1, other.first))
