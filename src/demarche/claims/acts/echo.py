"""Acts told by pointing at another's: "Nicaragua *did the same*", "Brazil *followed suit*", "*followed by* Egypt"."""

from collections.abc import Iterator, Sequence

import msgspec

from demarche.claims.acts.clause import is_passive, subjects
from demarche.claims.acts.people import people
from demarche.claims.acts.terms import day_at
from demarche.claims.scene import Scene
from demarche.claims.status import event_status
from demarche.model import Act, Participant, Stretch

AGAIN = {"do": frozenset({"same", "likewise", "so"}), "follow": frozenset({"suit"}), "act": frozenset({"likewise"})}
"""Verbs that stand for another's deed, with the word that must hang on them."""
DOUBT = 0.8
"""How far such an act is trusted, as a share of the one it points at."""


def echoes(scene: Scene, told: Sequence[Act]) -> Iterator[Act]:
    """Those acts of a sentence that say of somebody that they did what another did, in it or just before."""
    for v in scene.tagged("VERB", "AUX") if told else ():
        meant = _meant(scene, v, told)
        if meant is None:
            continue
        done = {p.country for p in meant.actors}
        others = tuple(p for p in people(scene, subjects(scene, v)) if p.country and p.country not in done)
        if others:
            yield _as_done_by(scene, v, meant, others)


def _meant(scene: Scene, v: int, told: Sequence[Act]) -> Act | None:
    """The act that a verb points at: the last one told before it."""
    if not (_is_again(scene, v) or _is_followed(scene, v)):
        return None
    start, first = scene.tokens[v].start, (scene.before or scene).sentence.start
    near = [act for act in told if first <= act.start < start and any(p.country for p in act.actors)]
    return near[-1] if near else None


def _is_again(scene: Scene, v: int) -> bool:
    wanted = AGAIN.get(scene.lemma(v), frozenset())
    if scene.feature(v, "VerbForm") == "Ger" or scene.lower(v) == "doing":
        return False  # "in *so doing*"
    return bool(wanted) and any(scene.lower(c) in wanted for c in scene.children(v))


def _is_followed(scene: Scene, v: int) -> bool:
    """ "Khartoum was the first, *followed* within hours *by Egypt*"."""
    return scene.lemma(v) == "follow" and is_passive(scene, v) and scene.tokens[v].deprel in ("advcl", "acl", "conj")


def _as_done_by(scene: Scene, v: int, meant: Act, actors: tuple[Participant, ...]) -> Act:
    """The same deed by others, under the words of the clause that says so."""
    starts = [scene.tokens[v].start, *(p.start for p in actors if p.start is not None)]
    ends = [scene.tokens[v].end, *(p.end for p in actors if p.end is not None)]
    span = Stretch(max(scene.sentence.start, min(starts)), max(ends))
    status = event_status(scene, v)
    return msgspec.structs.replace(
        meant,
        start=span.start,
        end=span.end,
        quote=scene.document.text[span.start : span.end],
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by="acts.echo/1",
        confidence=round(meant.confidence * DOUBT, 3),
        status=meant.status if status == "happened" else status,
        actors=actors,
        targets=tuple(p for p in meant.targets if p.country not in {q.country for q in actors}),
        date=day_at(scene, v),
        place=None,
        amount=None,
    )
