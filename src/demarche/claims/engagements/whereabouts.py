"""Where an engagement took place, told by what stands around its clause: a house in a town, a clause that it opens or
closes with, the "here" of a dateline.

`where` reads the places that hang on the event itself; this reads the others of its sentence.
"""

import re
from collections.abc import Iterator

from demarche.claims.engagements.setting import MARGINS
from demarche.claims.engagements.shared_day import is_then, is_there
from demarche.claims.engagements.story import peopled
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.engagements.where import place_at
from demarche.claims.parties import place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Place

AT = frozenset({"in", "into", "at", "outside", "inside", "near", "aboard", "around", "with"})
"""Prepositions of what may hold a place: "*with* full honours in the palace"."""
INSIDE = frozenset({"in", "at", "outside", "inside", "near", "of", "on", ""})
PEOPLE = frozenset({"person", "office", "group"})
ACTUAL = frozenset({"refuse", "decline", "begin", "start", "continue", "go", "come", "manage", "fail", "sit", "gather"})
"""Verbs that are where their infinitive is: "in Oslo he *declined* to meet him", but not "he *agreed* to"."""
HEAD = re.compile(r"\s*(?P<town>[A-Z][\w .'’-]{1,40}?)(?:, [A-Z][\w .]+)?(?: \([^)\n]{2,30}\))? ?[—–-]{1,2} ")
"""The town before a report: "GENEVA (Reuters) - ..."."""
TRANSCRIPT = re.compile(r"\s*(?P<town>[A-Z][^\n]{3,100})\n+(?:\([^)\n]+\)\n+)?\d{1,2}:\d\d [AP]\.M\.")
"""The place above a transcript, and its hour: "Warsaw, Poland", "1:13 P.M. CEST"."""


def around(scene: Scene, trigger: Trigger) -> Place | None:
    """The place that the sentence gives an event beside those that hang on it."""
    v = trigger.anchor
    own = {v, trigger.token}
    token = scene.tokens[v]
    if trigger.noun is not None and token.deprel == "obl" and scene.case(v) in ("in", "at", "during"):
        own.add(token.head)  # "*in talks* with him on the sidelines of a forum in Bali he handed over a list"
    ways = (_held(scene, own), _pointed_at(scene, own), _shared(scene, v))
    return next((p for way in ways for p in way if p.country), None)


def staged(scene: Scene) -> list[Place]:
    """The places that the main clauses of a sentence, and the events that they speak of, are at."""
    tops = {i for i, t in enumerate(scene.tokens) if t.head < 0 or (t.upos == "VERB" and t.deprel in ("conj", "xcomp"))}
    named = {
        c for v in tops for c in scene.children(v, "nsubj", "obj", "obl") if scene.lemma(c) in event_lexicon().nouns
    }
    aside = {c for v in tops for c in scene.children(v, "nsubj") if not peopled(scene)}
    return list(_held(scene, tops | named | aside))


def _held(scene: Scene, tops: set[int]) -> Iterator[Place]:
    """Places inside the circumstances of some words: "outside *the palace in Jeddah*"."""
    for top in sorted(
        tops | {c for t in tops for c in scene.children(t, "acl") if scene.feature(c, "Voice") == "Pass"}
    ):
        for c in scene.children(top, "obl", "nmod", "advmod", "obj"):
            if _is_somebody(scene, c):
                yield from (p for k in scene.children(c, "nmod") if k > c for p in _beside(scene, k))
            elif _may_hold(scene, c):
                yield from _inside(scene, c)
            elif scene.tokens[c].deprel == "obj":  # "gave his letter to the president in Rome"
                given = [k for k in scene.children(c, "nmod") if _is_somebody(scene, k)]
                yield from (p for n in given for k in scene.children(n, "nmod") if k > n for p in _beside(scene, k))
            elif scene.times_in([c]):  # "scheduled for Tuesday in Rome"
                yield from (p for k in scene.children(c, "nmod") if scene.case(k) in AT for p in _inside(scene, k))


def _may_hold(scene: Scene, c: int) -> bool:
    """Is a phrase one of the place or the occasion of an event?"""
    case, word = scene.case(c), scene.lemma(c)
    if case == "on" and word in MARGINS:  # "on *the sidelines* of a forum in Bali"
        return True
    if scene.tokens[c].deprel == "obj" or case in ("on", "before", "over", "in front of"):
        return word in discourse().grounds or word in discourse().papers
    if case == "during":
        return word in event_lexicon().nouns
    return case in AT and word not in discourse().wishes and word not in discourse().troubles


def _beside(scene: Scene, k: int) -> Iterator[Place]:
    """The town or house that the parser hung on somebody: "sat with him *outside the palace in Oslo*"."""
    if scene.case(k) in ("in", "at", "outside", "inside", "near"):
        yield from (p for p in _inside(scene, k) if p.precision in ("city", "site"))


def _is_somebody(scene: Scene, c: int) -> bool:
    """Is a phrase of people, or of a state or house that stands for some ("talks *with Moscow*")?"""
    mention = scene.mention(c)
    of_people = mention is not None and (mention.kind in PEOPLE or scene.case(c) == "with")
    return of_people or scene.case(c) == "by"


def _inside(scene: Scene, c: int) -> Iterator[Place]:
    """The place that a phrase is, or that its own phrases name."""
    if (found := _named(scene, c)) is not None:
        yield found
    for k in scene.children(c, "nmod", "appos"):
        if k > c and scene.case(k) in INSIDE and not _is_somebody(scene, k):
            yield from _inside(scene, k)


def _named(scene: Scene, k: int) -> Place | None:
    """A place by its name, or by its state's: "the *Ethiopian* capital"."""
    if scene.lemma(k) == "side" and not scene.children(k, "nmod"):
        return None  # "*on the Russian side* it was attended by", not "on the Russian side of the frontier"
    if scene.lemma(k) in discourse().edges:
        states = [c for c in scene.children(k, "amod", "nmod:poss", "compound") if c < k]
        return next((p for c in states if (p := place_of(scene, scene.mention(c)))), None)
    place = place_at(scene, k)
    owners = scene.children(k, "nmod:poss") if scene.lemma(k) in discourse().houses else []
    if (town := next((p for c in owners if (p := place_at(scene, c)) and p.precision == "city"), None)) is not None:
        return town  # "at *Baku's* Bina airport"
    if place is None and scene.lemma(k) in discourse().houses:
        place = next((p for c in scene.children(k, "compound") if (p := place_at(scene, c))), None)
    if place is None or (place.precision == "country" and scene.case(k) not in ("in", "inside")):
        return None
    return place


def _pointed_at(scene: Scene, tops: set[int]) -> Iterator[Place]:
    """ "Met *here*" under a dateline, "will meet *there*" after a place."""
    under = [c for t in tops for c in scene.children(t, "advmod")]
    words, first = {scene.lower(k) for c in under for k in (c, *scene.children(c, "advmod"))}, min(tops)
    if "here" in words and (town := dateline(scene) or _first_town(scene)) is not None:
        yield town
    ahead = [p for p in scene.places if "there" in words and p.end <= scene.tokens[first].start]
    here = [p for p in ahead if p.precision in ("city", "site")]
    if len({p.country for p in here}) == 1:
        yield from (p for i in range(first) if (p := place_at(scene, i)) is not None and p.country == here[0].country)
    elif "there" in words and not here and scene.before is not None:
        spots = [p for p in scene.before.places if p.precision in ("city", "site")]
        main = [p for p in staged(scene.before) if p.country]
        if len({p.country for p in main}) == 1:
            yield main[0]
        if len({p.country for p in spots}) == 1:
            yield from (p for i in range(len(scene.before.tokens)) if (p := _exact(scene.before, i)) is not None)


def _first_town(scene: Scene) -> Place | None:
    """The town that a text without a dateline begins with, for whoever writes "here"."""
    first = scene
    while first.before is not None:
        first = first.before
    return next((p for i in range(len(first.tokens)) if (p := _exact(first, i)) is not None and p.country), None)


def _exact(scene: Scene, i: int) -> Place | None:
    named = scene.place_at(scene.tokens[i].start, scene.tokens[i].end)
    return place_at(scene, i) if named is not None and named.precision in ("city", "site") else None


def dateline(scene: Scene) -> Place | None:
    """The town that a report is sent from, or where the words of a transcript were spoken."""
    head, first = HEAD.match(scene.document.text) or TRANSCRIPT.match(scene.document.text), scene
    while first.before is not None:
        first = first.before
    if head is None:
        return None
    return next((p for i, t in enumerate(first.tokens) if t.start < head.end("town") and (p := _exact(first, i))), None)


def _shared(scene: Scene, v: int) -> Iterator[Place]:
    """Places of the clause that one goes on with, opens, or follows at once."""
    over = _over(scene, v)
    opened = [c for c in scene.children(v, "advcl") if c < v and scene.feature(c, "VerbForm") in ("Part", "Ger")]
    yield from _held(scene, set(opened))
    if scene.tokens[v].head > v:  # "*speaking in Oslo* after seeing him, the minister said"
        subjects = scene.children(scene.tokens[v].head, "nsubj")
        opened = [c for n in subjects for c in scene.children(n, "acl") if n < c < v and scene.feature(c, "VerbForm")]
        yield from _held(scene, set(opened))
    if over is not None:
        yield from _held(scene, {over})
        yield from _gone_to(scene, over)
        yield from _shared(scene, over)


def _gone_to(scene: Scene, v: int) -> Iterator[Place]:
    """Where a journey led or somebody was: "flew *to Cairo* and met", "was *in Cairo* to see"."""
    goes = any(kind.mode == "visit" for kind, _ in event_lexicon().verbs.get(scene.lemma(v), ()))
    ways = [c for c in scene.children(v, "obl") if goes and scene.case(c) in ("to", "in", "into", "on to")]
    stays = [v] if scene.children(v, "cop") and scene.case(v) in ("in", "at") else []
    yield from (p for c in (*ways, *stays) if (p := place_at(scene, c)) is not None)


def _over(scene: Scene, v: int) -> int | None:
    """The verb whose place a clause shares: the first half of a pair, "in Oslo *declined* to", "after *seeing* him"."""
    token = scene.tokens[v]
    if token.head < 0:
        return None
    kind, bare = token.deprel.partition(":")[0], not scene.children(v, "nsubj")
    shares = kind == "conj" or (kind == "xcomp" and scene.lemma(token.head) in ACTUAL)
    shares = bare and (shares or (kind == "advcl" and token.head < v))
    if shares or (kind in ("acl", "advcl") and (is_there(scene, v) or is_then(scene, v))):
        return next((a for a in scene.ancestors(v) if scene.tokens[a].upos == "VERB" or scene.children(a, "cop")), None)
    return None
