"""The day that an event has from what stands around it in its sentence: from a clause it opens or closes, from the
occasion on which it took place.

"*Standing on the quay on Friday*, X rang Y"; "X met Y *on the sidelines of the summit on Friday*"; "X left *on Friday,
hours after* Y received him".
"""

import re
from datetime import date, timedelta

import msgspec

from demarche.claims.engagements.narrated import goes_on
from demarche.claims.engagements.setting import MARGINS
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import date_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import event_lexicon
from demarche.model import Time, When

OCCASIONS = frozenset({"at", "during", "in", "on", "for", "as part of", "within", "amid"})
"""Prepositions of an occasion: "met *at* the summit on Friday"."""
PARTS = MARGINS | {"edge", "opening", "course", "start", "close", "end"}
SOON = frozenset({"hour", "minute", "moment", "shortly", "immediately", "soon", "just", "right", "straight"})
"""How long before or after another event of the same day: "*hours* after he had received him"."""
WHILE = frozenset({"as", "while", "when"})
LONG = frozenset({"day", "week", "month", "year", "decade"})
LONGEST = 4
"""Words of a measure: "*less than two hours* after"."""
COUNTED = re.compile(r"P(\d+)([DW])")


def opening(scene: Scene, trigger: Trigger) -> list[Time]:
    """The times of a clause that opens that of the event: "Speaking *on Friday*, X", "As X landed *on Friday*, Y"."""
    opened = [c for c in scene.children(trigger.anchor, "advcl") if c < trigger.anchor]
    bare = [c for c in opened if scene.feature(c, "VerbForm") in ("Part", "Ger") and not scene.children(c, "nsubj")]
    beside = [c for c in opened if any(scene.lower(m) in WHILE for m in scene.children(c, "mark", "advmod"))]
    return _of(scene, [*bare, *beside])


def at_that_moment(scene: Scene, trigger: Trigger) -> list[Time]:
    """The times of a clause with "when": "became the first to go there *when he landed on Monday*"."""
    v = trigger.anchor
    over = [scene.tokens[t].head for t in (trigger.token, v) if scene.tokens[t].deprel in ("acl", "xcomp")]
    over += [h for o in over if (h := scene.tokens[o].head) >= 0 and scene.tokens[o].upos != "VERB"]
    tops = [t for t in dict.fromkeys((trigger.token, v, *over)) if t >= 0]
    told = [c for t in tops for c in scene.children(t, "advcl") if c > v]
    then = [c for c in told if any(scene.lower(m) == "when" for m in scene.children(c, "mark", "advmod"))]
    return [t for t in _of(scene, [c for c in then if scene.feature(c, "Tense") == "Past"]) if t.precision == "day"]


def on_the_occasion(scene: Scene, trigger: Trigger) -> list[Time]:
    """The times of an event on which another took place: "met him at *Friday's* summit", "on the sidelines of"."""
    nouns = event_lexicon().nouns
    tops = [c for t in {trigger.token, trigger.anchor} for c in scene.children(t, "obl", "nmod")]
    on = [c for c in tops if scene.case(c) in OCCASIONS]
    inner = [k for c in on if scene.lemma(c) in PARTS for k in scene.children(c, "nmod")]
    held = [k for k in (*on, *inner) if scene.lemma(k) in nouns]
    return scene.times_in([k for n in held for c in scene.children(n) for k in scene.subtree(c)])


def of_the_deed(scene: Scene, trigger: Trigger) -> list[Time]:
    """The times of what was done at an event: "clasped hands *on Friday* at the summit"."""
    token = scene.tokens[trigger.token]
    done = trigger.noun is not None and trigger.light is None and token.deprel.startswith("obl") and token.head >= 0
    if not done or scene.case(trigger.token) not in ("at", "during", "in"):
        return []
    return [t for t in _of(scene, [token.head]) if t.precision == "day"]


def of_what_followed(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Left for Cotonou *on Wednesday* after talks with his host": the day of what was done right after."""
    token = scene.tokens[trigger.token]
    after = trigger.noun is not None and token.deprel == "obl" and trigger.kind.mode != "visit"
    mark = next((c for c in scene.children(trigger.token, "case") if scene.lower(c) in ("after", "following")), None)
    if not after or mark is None or {scene.lemma(k) for k in _measure(scene, mark)} & LONG:
        return []
    return [t for t in _of(scene, [token.head]) if t.precision == "day"]


def of_the_main(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Wound up his affairs *on Wednesday*, meeting the minister": a bare participle has the day of its verb.

    So has a stay beside it: "held talks *on Thursday* with her guest, who is paying a visit".
    """
    v = trigger.anchor
    token = scene.tokens[v]
    bare = token.deprel == "advcl" and scene.feature(v, "VerbForm") in ("Part", "Ger") and token.head < v
    bare = bare and not scene.children(v, "nsubj", "mark", "case", "aux")
    if (verb := _said_beside(scene, v)) is not None:
        return [t for t in _of(scene, [verb]) if t.start < token.start]
    if bare or is_then(scene, v):
        return [t for t in _of(scene, [token.head]) if t.start < token.start]
    going_on = scene.feature(v, "VerbForm") in ("Part", "Ger") and scene.feature(v, "Tense") == "Pres"
    stays = trigger.kind.mode == "visit" and (going_on or scene.children(v, "cop"))
    if not stays or token.deprel != "acl:relcl":
        return []
    above = next((a for a in scene.ancestors(v) if scene.tokens[a].upos == "VERB"), None)
    return [t for t in _of(scene, [above]) if t.precision == "day"] if above is not None else []


def close_by(scene: Scene, trigger: Trigger) -> When | None:
    """The day of the clause that an event stands beside in time: "*hours after* X received him", "*a day after*"."""
    mark, head = _beside(scene, trigger.anchor), scene.tokens[trigger.anchor].head
    if mark is None and trigger.noun is not None and scene.tokens[trigger.token].deprel in ("obl", "nmod"):
        mark = next((c for c in scene.children(trigger.token, "case") if scene.lower(c) in ("after", "before")), None)
        head = scene.tokens[trigger.token].head
    if mark is None:
        return None
    while not (days := _days_of(scene, head)) and scene.tokens[head].deprel in ("ccomp", "xcomp"):
        head = scene.tokens[head].head
    measure = _measure(scene, mark)
    if len(days) != 1 or not measure:
        return None
    if any(scene.lemma(k) in SOON for k in measure):
        return date_of(scene, days[0])
    return _moved(scene, days[0], measure, -1 if scene.lower(mark) == "after" else 1)


def long_before(scene: Scene, trigger: Trigger) -> bool:
    """ "*Years after* they had met": nothing that the clause around it tells has the event's day."""
    mark = _beside(scene, trigger.anchor)
    measure = _measure(scene, mark) if mark is not None else []
    long = any(t.type == "DURATION" for t in scene.times_in(measure))
    return long and not any(scene.lemma(k) in SOON for k in measure)


def _beside(scene: Scene, v: int) -> int | None:
    """The "after" or "before" that hangs a clause on another."""
    if scene.tokens[v].deprel.partition(":")[0] != "advcl" or scene.tokens[v].head < 0:
        return None
    return next((c for c in scene.children(v, "mark", "case") if scene.lower(c) in ("after", "before")), None)


def of_first_half(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Visited Moscow *on Tuesday* and met the president": joined events share the day that the first one has."""
    anchor = scene.tokens[trigger.anchor]
    if anchor.deprel != "conj" or (scene.children(trigger.anchor, "nsubj") and not goes_on(scene, trigger)):
        return []
    beside = [c for c in scene.children(anchor.head, "obl", "nmod", "advmod") if c < trigger.anchor]
    return scene.times_in([t for c in beside for t in scene.subtree(c)])


def of_the_journey(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Flew *on Tuesday* to Kyiv, where the president received him": the day of the journey that the clause ends."""
    anchor = scene.tokens[trigger.anchor]
    if anchor.deprel != "acl:relcl" or not is_there(scene, trigger.anchor):
        return []
    verb = next(
        (a for a in scene.ancestors(trigger.anchor) if scene.tokens[a].upos == "VERB" or scene.children(a, "cop")), None
    )
    told = (verb, *scene.children(verb, "cop")) if verb is not None else ()
    if verb is None or not any(scene.feature(v, "Tense") == scene.feature(trigger.anchor, "Tense") for v in told):
        return []
    return scene.times_in(
        [k for c in scene.children(verb, "obl", "nmod") for k in scene.subtree(c) if k < trigger.anchor]
    )


def of_the_way(scene: Scene, trigger: Trigger) -> list[Time]:
    """ "Flies *today* to Belgrade to see her host": what a journey is made for has the day of the journey."""
    v = trigger.anchor
    token = scene.tokens[v]
    purpose = token.deprel in ("advcl", "xcomp") and scene.feature(v, "VerbForm") == "Inf" and 0 <= token.head < v
    if not purpose or not any(k.mode == "visit" for k, _ in event_lexicon().verbs.get(scene.lemma(token.head), ())):
        return []
    return _of(scene, [token.head])


def is_there(scene: Scene, v: int) -> bool:
    """ "Paris, *where* they met", "the table *at which* they sat": a clause of the place or the occasion itself."""
    if any(scene.lower(c) == "where" for c in scene.children(v)):
        return True
    return any(scene.lower(c) == "which" and scene.case(c) in ("at", "in", "during") for c in scene.children(v, "obl"))


def _said_beside(scene: Scene, v: int) -> int | None:
    """ "Took his ministers to Oslo on Tuesday, *his first trip abroad*": the verb that a noun beside it sums up."""
    while scene.tokens[v].deprel in ("amod", "compound") and scene.tokens[v].head >= 0:
        v = scene.tokens[v].head
    token = scene.tokens[v]
    if token.deprel not in ("appos", "parataxis") or token.upos != "NOUN" or scene.children(v, "nsubj", "cop"):
        return None
    return next((a for a in scene.ancestors(v) if scene.tokens[a].upos == "VERB"), None)


def is_then(scene: Scene, v: int) -> bool:
    """ "It was struck in Bali, *when* they met": a clause that ends the one it tells of, at once."""
    token = scene.tokens[v]
    return 0 <= token.head < v and any(scene.lower(c) == "when" for c in scene.children(v, "advmod", "mark"))


def _measure(scene: Scene, mark: int) -> list[int]:
    """The words right before "after", back to a comma, whatever the parser hung them on."""
    words = range(max(0, mark - LONGEST), mark)
    last = max((i for i in words if scene.tokens[i].upos == "PUNCT"), default=words.start - 1)
    return list(range(last + 1, mark))


def _moved(scene: Scene, day: Time, measure: list[int], way: int) -> When | None:
    """ "*A day after* X arrived" another thing happened on Saturday: X arrived on Friday."""
    found = next((m for t in scene.times_in(measure) if (m := COUNTED.fullmatch(t.value or ""))), None)
    if day.first is None or found is None:
        return None
    days = int(found[1]) * (7 if found[2] == "W" else 1)
    moved = (date.fromisoformat(day.first) + timedelta(way * days)).isoformat()
    return msgspec.structs.replace(date_of(scene, day), start=moved, end=moved)


def _days_of(scene: Scene, v: int) -> list[Time]:
    return [t for t in _of(scene, [v]) if t.precision == "day" and t.first]


def _of(scene: Scene, verbs: list[int]) -> list[Time]:
    """The times that hang on verbs themselves."""
    below = [c for v in verbs for c in scene.children(v, "obl", "advmod", "nmod")]
    return scene.times_in([k for c in below for k in scene.subtree(c)])
