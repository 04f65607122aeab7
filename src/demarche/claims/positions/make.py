"""A position as a claim, with the words of each of its parts."""

from collections.abc import Sequence

from demarche.claims.attribution import reported_by
from demarche.claims.parties import date_of
from demarche.claims.positions.targets import Target, phrase
from demarche.claims.scene import Scene
from demarche.model import Participant, Position, Statement, Stretch, When, Words
from demarche.model.values import Stance

VERSION = "1"


def make(
    scene: Scene,
    *,
    cue: Sequence[int],
    actors: Sequence[Participant],
    stance: Stance,
    at: Target,
    by: str,
    confidence: float,
    said: Sequence[Statement],
) -> Position:
    """The claim; its own words run from the cue to the end of its target, or the other way round."""
    target = _words(scene, phrase(scene, at.at, whole=at.is_clause)) if at.at is not None else None
    about = _about(scene, at)
    spoken = _words(scene, sorted(cue))
    parts = [w for w in (spoken, target, about) if w]
    own = scene.words(min(w.start for w in parts), max(w.end for w in parts))
    return Position(
        document=scene.document.id,
        start=own.start,
        end=own.end,
        quote=own.quote,
        sentence=Stretch(scene.sentence.start, scene.sentence.end),
        found_by=f"positions.{by}/{VERSION}",
        confidence=round(confidence, 4),
        attributed_to=_reporter(scene, cue[0], actors, said),
        actors=tuple(actors),
        target=_named(scene, at, target),
        stance=stance,
        about=about.quote if about else None,
        date=_date(scene, cue[0]),
        cue=spoken,
        target_words=target,
        about_words=about,
    )


def _about(scene: Scene, at: Target) -> Words | None:
    """The matter, from the thing that is to happen to its end where it is a clause with a subject of its own."""
    if at.matter is None:
        return None
    tokens = phrase(scene, at.matter, whole=scene.tokens[at.matter].upos == "VERB")
    return _words(scene, sorted({at.thing, *tokens} if at.thing is not None else tokens))


def _named(scene: Scene, at: Target, words: Words | None) -> str | None:
    """The target in the text's words; a pronoun's is whoever it stands for."""
    mention = scene.mention(at.at) if at.at is not None and scene.tokens[at.at].upos == "PRON" else None
    return (mention.name if mention and mention.name else words.quote) if words else None


def _words(scene: Scene, tokens: Sequence[int]) -> Words:
    return scene.words(scene.tokens[tokens[0]].start, scene.tokens[tokens[-1]].end)


def speakers(scene: Scene, i: int, said: Sequence[Statement]) -> tuple[Participant, ...]:
    """Whoever says the words in which a token stands."""
    start = scene.tokens[i].start
    around = [s for s in said if s.content.start <= start < s.content.end and s.speakers]
    near = min(around, key=lambda s: s.content.end - s.content.start, default=None)
    return near.speakers if near else ()


def _reporter(scene: Scene, i: int, actors: Sequence[Participant], said: Sequence[Statement]) -> Participant | None:
    """Who reports the position of somebody else: nobody where the actors themselves do."""
    found = reported_by(scene, i) or next(iter(speakers(scene, i, said)), None)
    if found is None or not (found.side or found.role) or any(_same(found, a) for a in actors):
        return None
    return found


def _same(a: Participant, b: Participant) -> bool:
    """One voice: the same words, or one person. A minister who tells his country's position stays its reporter."""
    if a.actor and b.actor:
        return a.actor == b.actor
    return a.start == b.start or bool(a.name and a.name == b.name)


def _date(scene: Scene, i: int) -> When | None:
    """The day that the cue itself carries, not one in a clause below it."""
    own = scene.children(i, "obl", "advmod", "nmod")
    dated = [
        t for t in scene.times_in([k for c in own for k in (c, *scene.children(c))]) if t.first and t.type == "DATE"
    ]
    return date_of(scene, dated[0]) if dated else None
