"""Who said it, to whom, when and on what occasion; unknown rather than wrong."""

from demarche.claims.actors import actors
from demarche.claims.parties import date_of, party
from demarche.claims.scene import Scene
from demarche.lexicon.speech import SpeechLexicon, speech_lexicon
from demarche.model import Participant, Stretch, Time, When, Words


def speakers(scene: Scene, cue: int) -> tuple[tuple[Participant, ...], Words | None]:
    """Whoever says it, and the words that name them; unknown rather than wrong."""
    own = scene.children(cue, "nsubj") or scene.children(cue, "obl:agent")
    heads = own or _beside(scene, cue) or _shared_subject(scene, cue)
    named = {(m.start, m.end): m for i in heads for _, m in actors(scene, i, private=True)}
    found = [party(m) for m in named.values()]
    if not heads:
        return (), None
    top = heads[0]
    mention = scene.mention(top)
    tokens = [t for t in scene.subtree(top) if scene.tokens[t].upos != "PUNCT" or t > top]
    span = Stretch(mention.start, mention.end) if mention and len(found) == 1 else scene.stretch(tokens[:12] or [top])
    if not found and scene.tokens[top].upos not in ("PROPN", "NOUN"):
        return (), None
    return tuple(found), scene.words(span.start, span.end)


def _beside(scene: Scene, cue: int) -> list[int]:
    """The subject right beside a cue that the parser gave to the words quoted: "…”, *said the minister*"."""
    for side in (range(cue + 1, len(scene.tokens)), range(cue - 1, -1, -1)):
        for i in side:
            token = scene.tokens[i]
            if token.upos in ("PUNCT", "VERB", "SCONJ"):
                break
            if token.deprel.startswith("nsubj") and token.head != cue:
                return [i]
    return []


def _shared_subject(scene: Scene, i: int) -> list[int]:
    """The subject of the verb that a cue is joined to or hangs on; of several above it, the one that speaks too:
    in "X stressed that Y would help, *adding* that", it is X who adds.
    """
    above = []
    while scene.tokens[i].deprel in ("conj", "advcl", "xcomp", "ccomp", "parataxis") and scene.tokens[i].head >= 0:
        i = scene.tokens[i].head
        above.append(i)
    speaking = [a for a in above if scene.lemma(a) in speech_lexicon().verbs]
    return next((found for a in [*speaking, *above] if (found := scene.children(a, "nsubj"))), [])


def addressees(scene: Scene, cue: int) -> tuple[Participant, ...]:
    """Those spoken to: "*told* Lavrov that", "said *to* the ministers"."""
    verb = scene.lemma(cue)
    direct = scene.children(cue, "iobj") + (scene.children(cue, "obj") if verb in ("tell", "inform", "assure") else [])
    indirect = [c for c in scene.children(cue, "obl") if scene.case(c) == "to"]
    found = [m for c in direct + indirect if (m := scene.mention(c)) and m.kind != "place"]
    return tuple(party(m) for m in found)


def date(scene: Scene, cue: int) -> When | None:
    below = [t for c in scene.children(cue, "obl", "advmod", "nmod") for t in scene.subtree(c)]
    dated: list[Time] = [t for t in scene.times_in(below) if t.first]
    if not dated:
        return None
    return date_of(scene, dated[0])


def venue(scene: Scene, lexicon: SpeechLexicon) -> str | None:
    sentence = scene.document.text[scene.sentence.start : scene.sentence.end].lower()
    return next((venue for phrase, venue in lexicon.venues.items() if phrase in sentence), None)
