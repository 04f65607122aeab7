"""Sentences -> positions."""

from collections.abc import Iterator, Sequence

from demarche.claims.attribution import reported_by
from demarche.claims.parties import party
from demarche.claims.positions.holders import held_by, holder
from demarche.claims.positions.judged import Judged, judged, pointless
from demarche.claims.positions.keeping_out import keeping_out
from demarche.claims.positions.make import make, speakers
from demarche.claims.positions.nouns import noun_stances
from demarche.claims.positions.words import stanced
from demarche.claims.scene import Scene
from demarche.lexicon.stance import StanceEntry
from demarche.model import Mention, Participant, Position, Statement
from demarche.model.values import Stance

SOFT = 0.75
SPEAKER = 0.85
"""Trust in a stance that is the speaker's only because the words are his."""


def positions(scene: Scene, said: Sequence[Statement]) -> Iterator[Position]:
    """The positions that one sentence tells of, each once; `said` are the statements around it."""
    if scene.is_question:
        return
    seen: set[tuple[object, ...]] = set()
    for found in (*_kept(scene, said), *_words(scene, said), *_nouns(scene, said), *_judged(scene, said)):
        key = (tuple(a.side for a in found.actors), found.target_words and found.target_words.start)
        if key not in seen:
            seen.add(key)
            yield found


def _kept(scene: Scene, said: Sequence[Statement]) -> Iterator[Position]:
    for k in keeping_out(scene):
        who = _people(scene, k.holder.at, held_by(scene, k.holder), k.holder.speaker, said)
        if who:
            yield make(
                scene,
                cue=[k.verb],
                actors=who,
                stance="non_committal",
                at=k.at,
                by="neutral",
                confidence=0.8,
                said=said,
            )


def _words(scene: Scene, said: Sequence[Statement]) -> Iterator[Position]:
    for s in stanced(scene):
        stance = _stance(s.entry, s.holder.turned, s.half, s.holder.hedged)
        who = _people(scene, s.holder.at, held_by(scene, s.holder), s.holder.speaker, said)
        if stance and who and _weighs(s.entry, who):
            trust = s.entry.trust * (0.85 if s.holder.would else 1.0)
            yield make(scene, cue=[s.word], actors=who, stance=stance, at=s.at, by="words", confidence=trust, said=said)


def _nouns(scene: Scene, said: Sequence[Statement]) -> Iterator[Position]:
    for n in noun_stances(scene):
        stance = _stance(n.entry, n.turned, n.half)
        who = _people(scene, n.word, list(n.who), n.speaker, said)
        if stance and who:
            yield make(
                scene, cue=[n.word], actors=who, stance=stance, at=n.at, by="nouns", confidence=n.entry.trust, said=said
            )


def _weighs(entry: StanceEntry, who: Sequence[Participant]) -> bool:
    """A word that is often no stance counts only with somebody who stands for a state or a body."""
    return entry.trust > SOFT or any(p.country or p.organisation for p in who)


def _stance(entry: StanceEntry, turned: bool, half: bool, hedged: bool = False) -> Stance | None:
    if hedged:
        return "non_committal"
    if half and not turned:
        return "mixed"
    return entry.denied if turned else entry.stance


def _judged(scene: Scene, said: Sequence[Statement]) -> Iterator[Position]:
    for j in (*judged(scene), *pointless(scene)):
        who, turned = _judges(scene, j, said)
        stance: Stance = "non_committal" if turned else j.stance
        if who and not (turned and j.stance == "supports"):
            yield make(
                scene, cue=[j.word], actors=who, stance=stance, at=j.at, by="judged", confidence=SPEAKER, said=said
            )


def _judges(scene: Scene, j: Judged, said: Sequence[Statement]) -> tuple[tuple[Participant, ...], bool]:
    """Whoever judges, the subject of the verb of judging or whoever says that it is so; and whether he refuses to."""
    if j.verb is not None:
        held = holder(scene, j.verb)
        if held is None:
            return (), False
        return _people(scene, held.at, held_by(scene, held), held.speaker, said), held.turned
    reporter = reported_by(scene, j.word)
    return ((reporter,) if reporter else speakers(scene, j.word, said)), False


def _people(
    scene: Scene, at: int, found: Sequence[tuple[int, Mention]], is_speaker: bool, said: Sequence[Statement]
) -> tuple[Participant, ...]:
    named = tuple(party(m) for _, m in found)
    if named:
        return tuple({(p.start, p.end): p for p in named}.values())
    return speakers(scene, at, said) if is_speaker else ()
