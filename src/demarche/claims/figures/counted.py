"""What a number counts or measures: *60 million barrels of **Russian oil***, ***exports** fell by 45 percent*."""

from demarche.claims.figures.measured import Measured
from demarche.claims.scene import Scene
from demarche.lexicon.quantities import quantities

NOUNS = frozenset({"NOUN", "PROPN"})
LEADS = frozenset({"of", "to", "from", "at"})
RUN = 4
"""Words that a noun may stand behind its number."""
IN = frozenset({"in", "for", "on"})
"""Prepositions after an amount that tell what it is spent on: "200 million yuan *in humanitarian aid*"."""


def noun_of(scene: Scene, m: Measured) -> int | None:
    """The noun that a number without a unit counts."""
    a, b = m.digits
    heads = [scene.tokens[k].head for k in range(a, b + 1) if not a <= scene.tokens[k].head <= b]
    head = heads[0] if heads else -1
    if head > b and scene.tokens[head].upos in NOUNS and _is_phrase(scene, b, head):
        return head
    below = [c for k in range(a, b + 1) for c in scene.children(k, "nmod", "obl") if c > b and scene.case(c) == "of"]
    if below and scene.tokens[below[0]].upos in NOUNS | {"PRON"}:
        return below[0]
    return _beside(scene, b) or _out_of(scene, b)


def _out_of(scene: Scene, b: int) -> int | None:
    """*six of 10 **substations***: what the second number counts, the first does too."""
    at = b + 2 if b + 2 < len(scene.tokens) and scene.lower(b + 1) == "of" else 0
    return _beside(scene, at) if at and scene.tokens[at].upos == "NUM" else None


def _is_phrase(scene: Scene, b: int, head: int) -> bool:
    """Does nothing but modifiers stand between a number and its noun?"""
    return all(scene.tokens[k].upos not in ("VERB", "AUX", "ADP", "SCONJ", "PRON") for k in range(b + 1, head))


def _beside(scene: Scene, b: int) -> int | None:
    """The noun, or the adjective that stands for one, right after a number: *seven wounded*, *three others*."""
    after = b + 1
    if after >= len(scene.tokens):
        return None
    if (noun := _run(scene, after)) is not None:
        return noun
    token = scene.tokens[after]
    if token.upos in ("ADJ", "VERB") and scene.feature(after, "VerbForm") in (None, "Part") and _is_last(scene, after):
        return after if scene.feature(after, "Tense") in (None, "Past") else None
    return None


def _run(scene: Scene, after: int) -> int | None:
    """The last noun of an unbroken run of modifiers and nouns: *1,550 **deployed warheads***."""
    last = None
    for k in range(after, min(after + RUN, len(scene.tokens))):
        token = scene.tokens[k]
        if token.upos == "NOUN" and (not token.deprel.startswith("nsubj") or k in scene.ancestors(after - 1)):
            last = k
        elif token.upos not in ("ADJ", "PROPN") and scene.feature(k, "VerbForm") != "Part":
            break
    return last


def _is_last(scene: Scene, i: int) -> bool:
    return i + 1 >= len(scene.tokens) or scene.tokens[i + 1].upos in ("PUNCT", "ADP", "CCONJ", "AUX", "VERB")


def what(scene: Scene, m: Measured, noun: int | None) -> list[int]:
    """The words of what is counted or measured; empty where the sentence does not say."""
    if m.unit is None or m.is_share:
        return _counted(scene, m, noun) if noun is not None else _subject(scene, m)
    return _of(scene, m) or _modified(scene, m) or _above(scene, m) or _spent_on(scene, m) or _subject(scene, m)


def _counted(scene: Scene, m: Measured, noun: int) -> list[int]:
    """A noun with what stands between the number and it, and with what it holds (*rounds of talks*)."""
    if scene.tokens[noun].upos == "PRON":
        return []  # *133 of them*
    start = m.last + 1
    if start < len(scene.tokens) and scene.lower(start) in ("-", "–"):
        start += 1
    if scene.case(noun) == "of" and noun not in (start,):
        return _phrase(scene, noun)
    if start > m.last + 1 and scene.tokens[noun].deprel == "compound" and scene.tokens[noun].head > noun:
        noun = scene.tokens[noun].head
    words = list(range(start, noun + 1)) if start <= noun else [noun]
    if scene.lower(noun) in quantities().words.containers:
        held = [c for c in scene.children(noun, "nmod") if scene.case(c) == "of"]
        words += list(range(noun + 1, held[0] + 1)) if held and held[0] > noun else []
    return words


def _phrase(scene: Scene, noun: int) -> list[int]:
    """A noun with the modifiers before it, without article, number or preposition; a unit is no such noun."""
    if (scene.lower(noun),) in quantities().units:
        return []
    own = {noun}
    for c in scene.children(noun, "amod", "compound", "nmod:poss", "flat", "nmod:desc", "det"):
        if c < noun:
            own.update(scene.subtree(c))
    first = min(own)
    while first < noun and scene.tokens[first].upos in ("DET", "ADP", "NUM", "PUNCT", "PART"):
        first += 1
    after = [c for c in scene.children(noun, "flat") if c == noun + 1]
    return list(range(first, (after or [noun])[-1] + 1))


def _of(scene: Scene, m: Measured) -> list[int]:
    """*60 million barrels **of oil***."""
    span = range(m.first, m.last + 1)
    held = [c for k in span for c in scene.children(k, "nmod", "obl") if c > m.last and scene.case(c) == "of"]
    return _phrase(scene, held[0]) if held and scene.tokens[held[0]].upos in NOUNS else []


def _modified(scene: Scene, m: Measured) -> list[int]:
    """The noun that a measured number stands before: *a $650 million programme*, *a 300-km border*."""
    heads = {scene.tokens[k].head for k in range(m.first, m.last + 1)} - set(range(m.first, m.last + 1))
    for head in sorted(heads):
        if head > m.last and scene.tokens[head].upos in NOUNS and _is_phrase(scene, m.last, head):
            return [k for k in range(m.last + 1, head + 1) if scene.lower(k) not in ("-", "–")]
    return []


def _top(scene: Scene, m: Measured) -> int:
    """The word by which a number hangs on the rest of the sentence."""
    span = range(m.first, m.last + 1)
    return next((k for k in span if scene.tokens[k].head not in span), m.last)


def _above(scene: Scene, m: Measured) -> list[int]:
    """The noun that a number is an "of" of: *a **reward** of up to $2 million*."""
    top = _top(scene, m)
    above = scene.tokens[top].head
    is_noun = 0 <= above < m.first and scene.tokens[above].upos == "NOUN"
    return _phrase(scene, above) if is_noun and scene.case(top) in LEADS else []


def _spent_on(scene: Scene, m: Measured) -> list[int]:
    after = m.last + 1
    if after >= len(scene.tokens) or scene.lower(after) not in IN:
        return []
    noun = scene.tokens[after].head
    is_thing = noun > after and scene.tokens[noun].upos == "NOUN" and scene.lower(noun) not in quantities().words.times
    return _phrase(scene, noun) if is_thing and not scene.times_in(scene.subtree(noun)) else []


def _subject(scene: Scene, m: Measured) -> list[int]:
    """The subject, or the object, of the verb that gives a value: ***imports** hit 60 million*, *cut **output** by*."""
    words = quantities().words
    top = _top(scene, m)
    for above in (top, *scene.ancestors(top)) if scene.children(top, "cop") else scene.ancestors(top):
        if scene.tokens[above].upos == "NOUN" and above < m.first and scene.case(top) in LEADS:
            return _phrase(scene, above)
        things = [c for c in scene.children(above, "obj") if not m.first <= c <= m.last]
        if scene.lemma(above) in words.changing and things:
            return _phrase(scene, things[0])
        subjects = scene.children(above, "nsubj", "nsubj:pass")
        if (scene.lemma(above) in words.measuring or scene.children(above, "cop")) and subjects:
            return _thing(scene, subjects[0])
        if scene.tokens[above].upos == "VERB" and subjects:
            break
    return []


def _thing(scene: Scene, i: int) -> list[int]:
    """A subject with what it is of (*price of oil*), if it is no person and no pronoun."""
    if scene.tokens[i].upos not in NOUNS:
        return []
    words = _phrase(scene, i)
    held = [p for c in scene.children(i, "nmod") if scene.case(c) == "of" and c > i and (p := _phrase(scene, c))]
    return list(range(words[0], held[0][-1] + 1)) if words and held else words
