"""The day that a text carries on: "X landed in Rome on Monday. His host gave him a dinner." - on Monday too.

A reader dates what is told in the plain past by the day named just before, where the text says that the day goes on
("then", "in the evening", "twice within hours"). "Later" does not say so, nor does a mere next sentence: own paragraphs
annotated by hand left those without a date more often than not.
"""

import re
from collections.abc import Iterator

from demarche.claims.engagements.datable import is_of_a_thing
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.claims.status.form import negated
from demarche.model import Time, When

ON = frozenset({
    "then", "evening", "afternoon", "morning", "night", "dinner", "lunch", "breakfast", "hours", "minutes", "same",
    "midnight", "noon", "dawn", "overnight",
})  # fmt: skip
"""Words by which a story goes on within one day."""
LENGTHS = frozenset({"hours", "minutes"})
PLANNING = frozenset(
    {"plan", "schedule", "expect", "announce", "cancel", "postpone", "refuse", "offer", "propose", "invite"}
)
ASIDE = frozenset({"before", "earlier", "ago", "after", "later", "previous", "following", "since"})
PROGRAMME = 20
"""Sentences that a programme of several days may run on."""
BACK = 3
"""Sentences back in which the day may stand."""


WISHING = frozenset({"wish", "congratulate", "commemorate", "mark", "celebrate"})
SAYING = frozenset({"say", "quote", "report", "write", "cite"})

NEXT = 1
"""The same where only its people go on."""
EARLIER = re.compile(
    r"\b(?:hours?|minutes|moments|shortly) (?:earlier|before)\b|\bbeforehand\b|\bearlier (?:in|on|that|the same) "
    r"|\b(?:that|the) (?:very |same )?(?:morning|afternoon|day)\b"
)
"""What had been on the same day: "*hours earlier* he had been received", "after he had seen her in *the morning*"."""
DATELINE = re.compile(r"\)? ?[–—-]{1,2} ")
"""What parts the day in a heading from the report: "OSLO, March 24 - ..."."""


def narrated(scene: Scene, trigger: Trigger) -> When | None:
    """The one day named in the nearest sentence before that names any, where the story goes on from there."""
    if not is_told_on(scene, trigger.anchor) and not _was_earlier(scene, trigger):
        return None
    back = (
        BACK if goes_on(scene, trigger) or _was_earlier(scene, trigger) else NEXT if _same_people(scene, trigger) else 0
    )
    for earlier in list(sentences_before(scene))[:back]:
        days = days_named(earlier)
        if days:
            return date_of(earlier, days[0]) if len({d.first for d in days}) == 1 else None
        if any(t.first for t in earlier.times):
            return None
    return None


def _was_earlier(scene: Scene, trigger: Trigger) -> bool:
    """ "Hours earlier she had received him": what came before, on the day that is told of."""
    v = told_by(scene, trigger.anchor)
    had = any(scene.lower(c) == "had" for c in scene.children(v, "aux", "cop"))
    return had and EARLIER.search(" ".join(scene.lower(k) for k in _clause(scene, trigger))) is not None


def soon(scene: Scene, trigger: Trigger) -> When | None:
    """ "Will gather *in the afternoon*", "in the next few *minutes*": on the day of the report itself."""
    published = scene.document.published
    ahead = any(scene.lower(c) in ("will", "'ll") for c in scene.children(trigger.anchor, "aux"))
    if not published or not ahead or not goes_on(scene, trigger) or _is_of_days_to_come(scene, published):
        return None
    return When(start=published, end=published)


def _is_of_days_to_come(scene: Scene, published: str) -> bool:
    """ "On Thursday they dine, and in the afternoon …": once a later day is told of, an afternoon may be that day's."""
    told = (scene, *list(sentences_before(scene))[:PROGRAMME])
    return any(t.first is not None and t.first > published for s in told for t in s.times)


def _same_people(scene: Scene, trigger: Trigger) -> bool:
    """Does the clause speak of somebody whom the sentence before names, by a pronoun, a name or a word for both?"""
    if scene.before is None:
        return False
    start, end = scene.before.sentence.start, scene.before.sentence.end
    mentions = [
        m for k in scene.subtree(trigger.anchor) if (m := scene.mention(k)) and m.kind in ("person", "office", "group")
    ]
    back = [a for m in mentions for a in m.antecedents]
    return any(start <= a.start < end for a in back)


def goes_on(scene: Scene, trigger: Trigger) -> bool:
    """Does the clause say that it is the same day still? "Spent *hours*" does not."""
    spent = set(scene.children(trigger.anchor, "obj"))
    said = [*_clause(scene, trigger), *_opening_of_the_first(scene, trigger.anchor)]
    return any(scene.lower(i) in ON and not (i in spent and scene.lower(i) in LENGTHS) for i in said)


def _opening_of_the_first(scene: Scene, v: int) -> list[int]:
    """ "*In the afternoon* he travelled on and met her": what opens two verbs of one subject."""
    token = scene.tokens[v]
    if token.deprel != "conj" or scene.children(v, "nsubj"):
        return []
    return [k for c in scene.children(token.head, "advmod", "obl") if c < token.head for k in scene.subtree(c)]


def is_told_on(scene: Scene, v: int) -> bool:
    """Is the clause in the plain past, on its own or beside another, and neither question nor condition?"""
    v = told_by(scene, v)
    token = scene.tokens[v]
    helpers = scene.children(v, "aux", "aux:pass", "cop")
    if any(scene.lemma(c) in ("have", "will", "would", "could", "may", "might", "should") for c in helpers):
        return False
    if negated(scene, v) or scene.lemma(v) in PLANNING:
        return False
    first = [token.head] if token.deprel == "conj" and not helpers else []  # "held talks and *inaugurated* a bridge"
    past = any(
        scene.feature(c, "Tense") == "Past" and scene.feature(c, "VerbForm") == "Fin" for c in (v, *helpers, *first)
    )
    return past and token.deprel.partition(":")[0] in ("root", "conj", "parataxis", "ccomp")


def told_by(scene: Scene, v: int) -> int:
    """The verb that says when: of "agreed *at a meeting*" and "signed *after receiving* him" the one above."""
    for _ in scene.tokens:
        token = scene.tokens[v]
        noun = token.upos in ("NOUN", "PROPN") and not scene.children(v, "cop")
        beside = token.deprel == "advcl" and scene.feature(v, "VerbForm") == "Ger"
        if token.head < 0 or not (noun or beside):
            break
        v = token.head
    return v


def _clause(scene: Scene, trigger: Trigger) -> list[int]:
    return [k for c in scene.children(trigger.anchor, "advmod", "obl", "obj") for k in scene.subtree(c)]


def sentences_before(scene: Scene) -> Iterator[Scene]:
    while scene.before is not None:
        scene = scene.before
        yield scene


def opens(scene: Scene) -> bool:
    """Does a report begin with a sentence, a heading or dateline left aside?"""
    return not any(has_verb(s) for s in sentences_before(scene))


def has_verb(scene: Scene) -> bool:
    """Does a sentence say anything? A heading or a dateline does not."""
    return any(scene.feature(i, "VerbForm") == "Fin" for i in range(len(scene.tokens)))


def days_named(scene: Scene) -> list[Time]:
    """The days that a sentence tells of, not those to which it only looks back or ahead ("the day before")."""
    published = scene.document.published or ""
    days = [t for t in scene.times if t.type in ("DATE", "TIME") and t.precision == "day" and t.first]
    days = [t for t in days if not published or str(t.first) <= published]
    days = [t for t in days if t.first != published or not DATELINE.match(scene.document.text, t.end)]
    days = [t for t in days if not {w.lower() for w in scene.document.text[t.start : t.end].split()} & ASIDE]
    return [t for t in days if not (is_of_a_thing(scene, t) or _is_aside(scene, t))]


def _is_aside(scene: Scene, time: Time) -> bool:
    """ "Wished her a happy *New Year*", "the king, who landed *on Tuesday*": in passing; what is of today is not."""
    if time.first == scene.document.published:
        return False
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    verb = next((a for a in scene.ancestors(at) if scene.tokens[a].upos in ("VERB", "AUX")), None)
    if verb is None:
        return False
    who = scene.tokens[verb].deprel == "acl:relcl" and any(
        scene.lower(c) == "who" for c in scene.children(verb, "nsubj")
    )
    return who or scene.lemma(verb) in WISHING


def is_of_words(scene: Scene, time: Time) -> bool:
    """ "Quoted him as saying *on Thursday*": the day of words that were not spoken to anybody of the story."""
    at = next((i for i, t in enumerate(scene.tokens) if t.start >= time.start), 0)
    verb = next((a for a in scene.ancestors(at) if scene.tokens[a].upos == "VERB"), None)
    if verb is None or scene.lemma(verb) not in SAYING:
        return False
    return not any(scene.case(c) in ("to", "with") or scene.tokens[c].deprel == "iobj" for c in scene.children(verb))
