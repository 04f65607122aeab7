"""The day that a clause hung on an event's own noun tells: "the summit *that begins on Saturday*".

Whatever the rest of the sentence dates - "decided on Tuesday to stay away from the summit that begins on Saturday" -
such a clause is about the event and nothing else. So is the clause in which a letter says what it says, and that of
the place of a visit ("took his ministers to Oslo, *where the king received them on Thursday*").
"""

from demarche.claims.engagements.shared_day import is_there
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.model import Time

HOLDING = frozenset({
    "begin", "start", "open", "take", "happen", "hold", "convene", "occur", "run", "kick", "make", "meet", "gather",
    "last", "schedule", "plan", "due", "conclude", "end", "set", "expect", "slate", "chair", "co-chair", "host",
    "attend", "conduct",
})  # fmt: skip
"""Verbs of an event's own course: "which *is happening* from June 11 to 13"."""


def of_its_clause(scene: Scene, trigger: Trigger) -> list[Time]:
    """The times of such clauses."""
    if trigger.noun is None or trigger.kind.mode == "visit":
        return _where_it_led(scene, trigger) if trigger.kind.mode == "visit" else []
    return its_own(scene, trigger.token, any_verb=trigger.kind.mode == "letter")


def its_own(scene: Scene, noun: int, *, any_verb: bool = False) -> list[Time]:
    """The times of the clauses of a noun that tell of its own course."""
    nouns = [noun, *(c for c in scene.children(noun, "nmod", "appos") if scene.case(c) in ("in", "at", ""))]
    clauses = [c for n in nouns for c in scene.children(n, "acl") if c > noun]
    return [t for c in clauses if any_verb or scene.lemma(c) in HOLDING for t in _hung(scene, c)]


def _where_it_led(scene: Scene, trigger: Trigger) -> list[Time]:
    places = scene.children(trigger.anchor, "obl", "nmod", "obj")
    spent = [c for p in places for c in scene.children(p, "acl:relcl") if is_there(scene, c)]
    done = [c for c in spent if scene.feature(c, "Tense") == scene.feature(trigger.anchor, "Tense") == "Past"]
    return [t for c in done for t in _hung(scene, c) if t.precision == "day"]


def _hung(scene: Scene, v: int) -> list[Time]:
    """The times that hang on a verb itself."""
    below = scene.children(v, "obl", "advmod", "nmod", "obj")
    return scene.times_in([k for c in below for k in scene.subtree(c)])
