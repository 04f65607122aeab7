"""Who is reported to have said so: the source on whose word a text tells of an event."""

from demarche.claims.parties import party
from demarche.claims.scene import Scene
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Participant

SURE = 0.9
"""Trust from which a verb makes its subject the source of what it governs."""


def reported_by(scene: Scene, i: int) -> Participant | None:
    """The speaker above a clause ("*the Kremlin* said that they met"), or the one it is according to."""
    verbs = speech_lexicon().verbs
    for above in (i, *scene.ancestors(i)):
        for c in scene.children(above, "parataxis"):
            if scene.lemma(c) in verbs and (speaker := _subject(scene, c)):
                return party(speaker)
        cue = verbs.get(scene.lemma(above)) if above != i else None
        if cue and cue.sort == "speech" and cue.trust >= SURE and "clause" in cue.frames:
            speaker = _subject(scene, above)
            if speaker and not _inside(scene, speaker, i):
                return party(speaker)
        for c in scene.children(above, "obl", "nmod"):
            if scene.case(c) == "according to" and (speaker := scene.mention(c)):
                return party(speaker)
    return None


def _subject(scene: Scene, verb: int) -> Mention | None:
    for c in scene.children(verb, "nsubj"):
        mention = scene.mention(c)
        if mention and mention.kind != "place":
            return mention
    return None


def _inside(scene: Scene, mention: Mention, i: int) -> bool:
    """Does a mention lie in the event's own words? Then it is no outside source."""
    token = scene.tokens[i]
    return mention.start <= token.start < mention.end
