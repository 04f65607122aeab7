"""The clause that a cue gives as its content, its borders mended where a parser or a writer blurs them."""

from demarche.claims.scene import Scene
from demarche.claims.statements.cues import Cue
from demarche.lexicon.speech import SpeechVerb, speech_lexicon

SURE = 0.7
"""Trust from which a verb of saying opens words of its own."""
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
LATE = 12
"""Words that may stand between a cue and its "that" ("said in a statement on Friday that")."""


def clause(scene: Scene, cue: Cue) -> list[int]:
    """The clause that is said: under the cue, else the one that opens right after it, whatever it was hung on."""
    i = cue.at
    if isinstance(cue.entry, SpeechVerb):
        relations: tuple[str, ...] = ("ccomp",)
    else:
        relations = ("ccomp", "acl", "acl:relcl", "advcl", "csubj")
    after = [
        c
        for c in scene.children(i, *relations)
        if c > i and (relations == ("ccomp",) or _opens(scene, c) or _is_of_adjective(scene, i, c))
    ]
    if not after and isinstance(cue.entry, SpeechVerb):
        after = [c for c in scene.children(i, "advcl", "xcomp", "obj") if c > i and _opens(scene, c)]
    if after:
        barred = _also_said(scene, after[0]) | _afterthoughts(scene, after[0]) | _own_verbs(scene, i, after[0])
        clauses = [*_adjoining(scene, after), *_sequel(scene, i, after[0])]
        said = sorted({t for c in clauses for t in _after(scene, c, cue.last, barred)})
        return said[2:] if _is_day(scene, cue.last, said) else said
    return _opened(scene, cue) if isinstance(cue.entry, SpeechVerb) else []


def _is_day(scene: Scene, last: int, said: list[int]) -> bool:
    """ "Said *on Tuesday* they had left": a day right behind a cue is the day of saying, wherever a parser hung it."""
    if said[:2] != [last + 1, last + 2] or scene.lower(last + 1) != "on" or scene.lower(last + 2) not in WEEKDAYS:
        return False
    return len(said) > 2 and scene.lower(said[2]) != ","


def _after(scene: Scene, top: int, last: int, barred: set[int]) -> list[int]:
    """The words under a word that stand after a cue."""
    return [t for t in scene.subtree(top) if t > last and t not in barred]


def _opens(scene: Scene, c: int) -> bool:
    """Does a clause open with "that", "whether" or a question word?"""
    first = next(t for t in scene.subtree(c) if scene.tokens[t].upos != "PUNCT")
    if scene.lower(first) == "that":
        return scene.tokens[first].deprel == "mark" and first < c
    return scene.lower(first) in ("whether", "how", "why", "what", "who", "if") and first < c


def _is_of_adjective(scene: Scene, i: int, c: int) -> bool:
    """ "Was sure *they would come*": an adjective's clause needs no "that"."""
    return scene.tokens[i].upos != "NOUN" and scene.tokens[c].deprel == "ccomp" and bool(scene.children(c, "nsubj"))


def _adjoining(scene: Scene, after: list[int]) -> list[int]:
    """Clauses that a parser parted in the middle: only marks stand between them."""
    out = after[:1]
    for c in after[1:]:
        last, first = max(t for o in out for t in scene.subtree(o)), min(scene.subtree(c))
        if all(scene.tokens[k].upos in ("PUNCT", "CCONJ") for k in range(last + 1, first)):
            out.append(c)
    return out


def _sequel(scene: Scene, cue: int, clause: int) -> list[int]:
    """What goes on from a clause: "he was open to talks, *but any contact would have to wait*".

    A parser may hang the second half on the cue; it is the speaker's still, unless it has a cue of its own or the first
    half opened with a "that" which the second does not repeat.
    """
    if any(scene.lower(m) == "that" for m in scene.children(clause, "mark")):
        return []
    return [
        c
        for c in scene.children(cue, "conj")
        if c > clause and scene.children(c, "nsubj", "nsubj:pass", "expl") and not speaks(scene, c)
    ]


def _opened(scene: Scene, cue: Cue) -> list[int]:
    """The clause that opens right after a cue, with "that" or with its subject, up to the clause above."""
    last = cue.last
    start = _opening(scene, last)
    if start is None or ("told" not in cue.entry.frames and _is_of_thing(scene, cue.at, start)):
        return []
    begin = start + 1 if scene.lower(start) == "that" else start
    verb = next((a for a in scene.ancestors(begin) if scene.tokens[a].upos in ("VERB", "AUX", "NOUN", "ADJ")), None)
    if verb is None or verb <= last:
        return []
    return [t for t in scene.subtree(verb) if t >= start]


def _is_of_thing(scene: Scene, i: int, start: int) -> bool:
    """ "Stressed *the fact* that": the thing stressed has a clause of its own."""
    return scene.lower(start) == "that" and any(i < c < start for c in scene.children(i, "obj"))


def _opening(scene: Scene, last: int) -> int | None:
    """The first word of that clause: "that", or a subject pronoun right beside the cue."""
    for k in range(last + 1, min(last + 1 + LATE, len(scene.tokens))):
        if scene.lower(k) == "that" and scene.tokens[k].upos == "SCONJ" and k + 1 < len(scene.tokens):
            return k
        if k == last + 1 and scene.tokens[k].upos == "PRON" and scene.tokens[k].deprel in ("nsubj", "expl"):
            return k
        if scene.tokens[k].upos in ("VERB", "PRON") or (scene.tokens[k].upos == "PUNCT" and scene.lower(k) != ","):
            return None
    return None


def _also_said(scene: Scene, top: int) -> set[int]:
    """What hangs on a clause and has a cue of its own: "…, *adding that the port was open*"."""
    cues = [
        c
        for c in scene.children(top, "advcl")
        if c > top and scene.feature(c, "VerbForm") in ("Part", "Ger") and is_apart(scene, c) and speaks(scene, c)
    ]
    return {t for c in cues for t in scene.subtree(c)}


def _afterthoughts(scene: Scene, top: int) -> set[int]:
    """What stands behind a dash or semicolon with a verb of its own: the reporter's, as often as not."""
    return {t for c in scene.children(top, "parataxis") if c > top and is_apart(scene, c) for t in scene.subtree(c)}


def _own_verbs(scene: Scene, cue: int, top: int) -> set[int]:
    """ "Said he would wait *and warned of delays*", "said he would wait *and critics accused him of delay*".

    A verb of saying in the tense of the cue is the next cue of the text: with a subject that is named anew, or where it
    cannot stand beside the verb of the clause.
    """
    form = _form(scene, cue)
    return {
        t
        for c in scene.children(top, "conj")
        if speaks(scene, c) and _form(scene, c) == form and not scene.children(c, "aux", "mark", "aux:pass")
        and (_is_named(scene, c) if scene.children(c, "nsubj") else _form(scene, top) != form)
        for t in scene.subtree(c)
    }  # fmt: skip


def _form(scene: Scene, i: int) -> tuple[str | None, ...]:
    return scene.tokens[i].upos, scene.feature(i, "VerbForm"), scene.feature(i, "Tense")


def _is_named(scene: Scene, i: int) -> bool:
    return any(scene.tokens[s].upos in ("PROPN", "NOUN") for s in scene.children(i, "nsubj"))


def speaks(scene: Scene, i: int) -> bool:
    """Is a word a verb that surely opens words of its own?"""
    verb = speech_lexicon().verbs.get(scene.lemma(i))
    return bool(verb and verb.particle is None and verb.sort == "speech" and verb.trust >= SURE)


def is_apart(scene: Scene, c: int) -> bool:
    """Does a comma part a word's phrase from what is before it?"""
    first = min(scene.subtree(c))
    return scene.tokens[first].upos == "PUNCT" or (first > 0 and scene.tokens[first - 1].upos == "PUNCT")
