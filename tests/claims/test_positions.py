"""Positions: our own rows, every example of the lexicon, every verb in its frame."""

from collections.abc import Iterator

import pytest

from demarche.lexicon.stance import Judgement, Neutral, StanceEntry, stance_lexicon
from demarche.model import Participant, Position
from tests.claims.reading import document, read
from tests.claims.rows.read import rows

ROWS = list(rows("positions.txt", 4))
MISSED = {
    "China has repeatedly refused to call the war an invasion.": "a refusal to name a thing",
    "The foreign ministry in Hanoi has so far avoided criticism of Moscow.": "a ministry known by its town only",
    "The Slovenian prime minister said he understood Serbia's position but did not share it.": "understood, not shared",
    "Singapore regards the invasion as a violation of international law.": "a town that is a state",
    "Mongolia hopes that the two sides will return to dialogue.": "a hope is too often no stance",
}


def found(text: str) -> list[Position]:
    return [c for c in read(document(text)) if isinstance(c, Position)]


def names(p: Participant) -> set[str | None]:
    return {p.country, p.organisation, p.actor, (p.name or "").split(" ")[-1]}


def fits(position: Position, cells: list[str]) -> bool:
    actors, stance, target, reporter = cells
    told = f"{position.target} {position.about}"
    by = position.attributed_to
    return (
        position.stance == stance
        and all(any(actor in names(p) for p in position.actors) for actor in actors.split(";"))
        and target in told
        and (
            not reporter
            or (by is not None and bool({reporter, reporter.split(" ")[-1]} & {by.name, by.role} | names(by)))
        )
    )


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        pytest.param(*row, marks=[pytest.mark.xfail(reason=MISSED[row[0]], strict=True)] if row[0] in MISSED else [])
        for row in ROWS
    ],
    ids=[row[0][:50] for row in ROWS],
)
def test_rows(text: str, answers: list[list[str]]) -> None:
    positions = found(text)
    assert len(positions) == len(answers), [(p.stance, p.target) for p in positions]
    for cells in answers:
        assert any(fits(p, cells) for p in positions), (cells, positions)


def examples(*, positive: bool) -> Iterator[object]:
    for entry in stance_lexicon().entries:
        name = entry.verb if isinstance(entry, Neutral) else entry.lemmas[0]
        for n, text in enumerate(entry.positive if positive else entry.negative):
            yield pytest.param(entry, text, id=f"{name}-{n}")


@pytest.mark.parametrize(("entry", "text"), list(examples(positive=True)))
def test_an_example_is_a_position(entry: StanceEntry | Judgement | Neutral, text: str) -> None:
    own = "non_committal" if isinstance(entry, Neutral) else entry.stance
    may_be = {own, entry.denied} if isinstance(entry, StanceEntry) else {own}
    positions = [p for p in found(text) if any(a.country == "TUR" for a in p.actors)]
    assert any(p.stance in may_be for p in positions), [(p.stance, p.target) for p in found(text)]


@pytest.mark.parametrize(("entry", "text"), list(examples(positive=False)))
def test_what_only_looks_like_it_is_none(entry: object, text: str) -> None:
    assert not [p for p in found(text) if any(a.country == "TUR" for a in p.actors)]


def framed(entry: StanceEntry, lemma: str) -> str | None:
    """A sentence in which the verb stands in its first frame that takes a noun."""
    frame = next((f for f in entry.takes if f not in ("that", "to do", "doing", "none")), None)
    if frame is None:
        return None
    thing = min(entry.objects, default="proposal")
    particle = f"{entry.particle} " if entry.particle else ""
    return f"Turkey will {lemma} {particle}{'' if frame == 'obj' else frame + ' '}the {thing}."


def test_every_verb_is_read_in_its_frame() -> None:
    asked = [
        (e, lemma, s)
        for own in stance_lexicon().verbs.values()
        for e in own
        for lemma in e.lemmas
        if (s := framed(e, lemma))
    ]
    asked = list({s: (e, lemma, s) for e, lemma, s in asked}.values())
    positions = found("\n\n".join(sentence for _, _, sentence in asked))
    told = {p.cue.quote: p for p in positions if p.cue}
    missed = [s for e, lemma, s in asked if lemma not in told]
    assert len(asked) > 200
    assert len(missed) <= len(asked) // 20, missed


def test_a_stance_has_its_day_and_its_words() -> None:
    text = "Turkey condemned the attack on the embassy on Friday."
    (position,) = found(text)
    assert position.date is not None
    assert position.date.start == "2022-07-29"
    assert position.cue is not None
    assert position.cue.quote == "condemned"
    assert position.target_words is not None
    assert text[position.target_words.start : position.target_words.end] == "attack on the embassy"


def test_silence_is_nothing() -> None:
    assert not found("Turkey was represented by its ambassador. The minister spoke for two minutes and left.")


def test_a_minister_who_tells_another_states_position_is_its_reporter() -> None:
    (position,) = found("Foreign Minister Dmytro Kuleba said that Turkey supports the plan.")
    assert [a.country for a in position.actors] == ["TUR"]
    assert position.attributed_to is not None
    assert position.attributed_to.name == "Dmytro Kuleba"
