"""Who said it, to whom, when and on what occasion; unknown rather than wrong."""

import re
from functools import cache

from demarche.claims.actors import actors
from demarche.claims.parties import date_of, party
from demarche.claims.scene import Scene
from demarche.claims.statements.attributed import Attributed
from demarche.claims.statements.described import described
from demarche.lexicon.speech import speech_lexicon
from demarche.model import Mention, Participant, When

LISTENERS = ("obj", "iobj")
FIRST_PERSON = frozenset({"i", "we"})
SIGNED = re.compile(
    r"statement (?:by|from) (?!.*\b(?:joint|leaders)\b)(?P<whom>.+?)(?: (?:on|at|regarding|about) |$)", re.IGNORECASE
)
"""A title that says whose statement the whole text is."""


def speakers(a: Attributed) -> tuple[Participant, ...]:
    """Whoever says it, as actors."""
    if a.whose is None:
        return ()
    head = _antecedent(a.scene, a.whose)
    found = {(m.start, m.end): m for _, m in actors(a.scene, head, private=True) if not _is_owner(a.scene, head, m)}
    if not found and a.scene.lemma(head) in speech_lexicon().texts:
        found = {(m.start, m.end): m for m in owners(a.scene, head)}
    if not found:
        return _signatory(a.scene, head)
    return tuple(party(m) for m in found.values() if _is_known(m))


def voices(a: Attributed) -> tuple[Participant, ...]:
    """Whoever says it, as actors; those whom nobody knows as the words name them ("*witnesses* and police")."""
    known = speakers(a)
    if a.whose is None:
        return known
    heads = a.scene.conjuncts(_antecedent(a.scene, a.whose))
    others = (p for j in heads if not known or a.scene.mention(j) is None for p in described(a.scene, j))
    new = [p for p in others if not any(_share(p, q) for q in known)]
    return tuple(sorted((*known, *new), key=lambda p: p.start or 0)) if new else known


def _share(p: Participant, q: Participant) -> bool:
    """Do two share words, or has one none of its own?"""
    if p.start is None or q.start is None:
        return True
    return p.start < (q.end or 0) and q.start < (p.end or 0)


def _signatory(scene: Scene, i: int) -> tuple[Participant, ...]:
    """ "*We* call on both sides" in the statement of one official: the state that publishes it speaks."""
    signed = SIGNED.match(scene.document.title or "")
    country = scene.document.official_of
    if scene.lower(i) not in FIRST_PERSON or not signed or not country or " and " in signed["whom"]:
        return ()
    if len(country) != 3 or not country.isupper():
        return ()
    return (Participant(country=country, start=scene.tokens[i].start, end=scene.tokens[i].end),)


def _is_known(m: Mention) -> bool:
    """Neighbours and experts are a source in words only."""
    return any((m.actor, m.name, m.role, m.country, m.organisation))


def _antecedent(scene: Scene, i: int) -> int:
    """The noun that "who", "which" or "that" stands for."""
    if scene.feature(i, "PronType") != "Rel":
        return i
    clause = next((v for v in scene.ancestors(i) if scene.tokens[v].deprel.startswith("acl")), None)
    return scene.tokens[clause].head if clause is not None and scene.tokens[clause].head >= 0 else i


def _is_owner(scene: Scene, i: int, mention: Mention) -> bool:
    """ "*His* counterparts said": not he; "*Moscow's* envoys said": they speak for it."""
    if mention.kind != "person" or scene.tokens[i].deprel == "nmod:poss":
        return False
    return any(mention.start <= scene.tokens[c].start < mention.end for c in scene.children(i, "nmod:poss"))


def owners(scene: Scene, i: int) -> list[Mention]:
    """Whose text it is: "the *Kremlin's* readout", "a statement *by the ministry*", "*Turkish* readouts"."""
    beside = scene.children(i, "nmod:poss", "compound", "amod")
    behind = [c for c in scene.children(i, "nmod", "acl", "obl") if scene.case(c) in ("by", "from", "of")]
    mine = [m for c in beside if (m := scene.mention(c))] or [
        m for c in behind if (m := scene.mention(c)) and m.kind != "place"
    ]
    return [m for m in mine if m.country or m.organisation]


def addressees(a: Attributed) -> tuple[Participant, ...]:
    """Those spoken to: "*told* Lavrov that", "said *to* the ministers", "urged *both sides* to"."""
    if a.at is None:
        return ()
    scene, verb = a.scene, speech_lexicon().verbs.get(a.scene.lemma(a.at))
    speaks_to = verb is not None and bool({"told", "somebody"} & set(verb.frames))
    direct = scene.children(a.at, *LISTENERS) if speaks_to else scene.children(a.at, "iobj")
    called = [c for c in scene.children(a.at, "obl") if scene.case(c) in ("to", "upon", "on") and _is_listener(a, c)]
    found = {(m.start, m.end): m for c in [*direct, *called] for _, m in actors(scene, c, private=True)}
    own = {(p.start, p.end) for p in speakers(a)} | {(p.actor, p.name) for p in speakers(a) if p.name}
    heard = [m for place, m in found.items() if place not in own and (m.actor, m.name) not in own]
    return tuple(party(m) for m in heard if m.kind != "place" and _is_known(m))


def _is_listener(a: Attributed, c: int) -> bool:
    """ "Said *to* the ministers"; "called *on* Iran to stop": a preposition that opens the content is no address."""
    if a.scene.case(c) == "to":
        return not a.by.startswith("object")
    return a.by == "infinitive_of"


def date(a: Attributed) -> When | None:
    """The day that hangs on the cue."""
    if a.at is None:
        return None
    below = [t for c in a.scene.children(a.at, "obl", "advmod", "nmod") for t in a.scene.subtree(c)]
    dated = [t for t in a.scene.times_in(below) if t.first and not any(p.start <= t.start < p.end for p in a.parts)]
    return date_of(a.scene, dated[0]) if dated else None


def venue(a: Attributed) -> str | None:
    """On what occasion, by the words of the sentence that are not the content."""
    start, end = a.scene.sentence.start, a.scene.sentence.end
    text = list(a.scene.document.text[start:end].lower())
    for part in a.parts:
        for k in range(max(part.start, start), min(part.end, end)):
            text[k - start] = "\n"
    found = _venues().search("".join(text))
    return speech_lexicon().venues[found[0]] if found else None


@cache
def _venues() -> re.Pattern[str]:
    """Any phrase that tells of a venue; "in a call *for* talks" tells of none."""
    phrases = sorted(speech_lexicon().venues, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b(?! (?:for|to)\b)")
