"""Words of saying -> cues: a verb with its auxiliaries and its particle, a noun, an adjective with its copula."""

from collections.abc import Iterator

import msgspec

from demarche.claims.scene import Scene
from demarche.lexicon.speech import SpeechLexicon, SpeechNoun, SpeechVerb

GROUP = ("aux", "cop", "advmod", "mark", "discourse", "compound:prt")
CLAUSES = ("that", "as", "if", "when", "while", "because", "since", "after", "before", "how", "why", "where", "once")
"""Words that open the clause of a cue and are no part of it."""
REACH = 3
"""Words within which the particle of a verb stands: "*called* the minister *out*" is rare, "point *out*" the rule."""

Entry = SpeechVerb | SpeechNoun


class Cue(msgspec.Struct, frozen=True):
    """A cue: its head word, the first and last word of its group, and its entry in the lexicon.

    `own` is where the particle stands that the entry asks for, null where it asks for none.
    """

    at: int
    first: int
    last: int
    entry: Entry
    own: int | None = None


def cues(scene: Scene, lexicon: SpeechLexicon) -> Iterator[Cue]:
    """The words of a sentence that may attribute something to somebody."""
    for i in scene.tagged("VERB", "AUX", "NOUN", "ADJ"):
        token = scene.tokens[i]
        if token.upos in ("VERB", "AUX"):
            yield from _verb(scene, i, lexicon)
        elif token.upos == "NOUN" and (noun := lexicon.nouns.get(scene.lemma(i))):
            yield Cue(i, _noun_first(scene, i), i, noun)
        if token.upos in ("ADJ", "VERB") and (entry := _adjective(scene, i, lexicon)):
            yield Cue(i, _first(scene, i), i, entry)


def _verb(scene: Scene, i: int, lexicon: SpeechLexicon) -> Iterator[Cue]:
    lemma = scene.lemma(i)
    if scene.tokens[i].deprel in ("amod", "compound", "cop"):
        return
    for k in range(i + 1, min(i + 1 + REACH, len(scene.tokens))):
        entry = lexicon.phrasal.get((lemma, scene.lower(k)))
        if entry and (k == i + 1 or scene.tokens[k].head == i):
            yield Cue(i, _first(scene, i), k if k == i + 1 else i, entry, own=k)
            return
        if scene.tokens[k].upos in ("PUNCT", "VERB"):
            break
    verb = lexicon.verbs.get(lemma)
    if verb and verb.particle is None:
        yield Cue(i, _first(scene, i), i, verb)


def _adjective(scene: Scene, i: int, lexicon: SpeechLexicon) -> SpeechNoun | None:
    """ "Is *confident* that", "were *worried* about": with a copula, or beside a subject."""
    entry = lexicon.adjectives.get(scene.lower(i))
    if entry is None:
        return None
    token = scene.tokens[i]
    is_said_of = bool(scene.children(i, "cop", "nsubj", "nsubj:pass")) or token.deprel in ("acl", "advcl", "xcomp")
    return entry if is_said_of and token.deprel != "amod" else None


def _first(scene: Scene, i: int) -> int:
    """The first word of a verb's group: its auxiliaries, "not", adverbs between them, "to"."""
    first = i
    while first > 0:
        t = scene.tokens[first - 1]
        if t.head != i or t.deprel.partition(":")[0] not in ("aux", "cop", "advmod", "mark"):
            break
        if scene.lower(first - 1) in CLAUSES or (t.deprel == "mark" and scene.lower(first - 1) != "to"):
            break
        first -= 1
    return first


def _noun_first(scene: Scene, i: int) -> int:
    """A noun with the adjectives before it ("his *infamous comment*")."""
    first = i
    while first > 0 and scene.tokens[first - 1].head == i and scene.tokens[first - 1].deprel in ("amod", "compound"):
        first -= 1
    return first


def openers(cue: Cue) -> tuple[str, ...]:
    """The prepositions that open a cue's content: its particle too, where that is one ("called *for* talks")."""
    opens = isinstance(cue.entry, SpeechVerb) and {"object", "thing", "somebody"} & set(cue.entry.frames)
    particle = cue.entry.particle if isinstance(cue.entry, SpeechVerb) and opens else None
    return (*cue.entry.prepositions, *((particle,) if particle else ()))
