"""The one town of its sentence in which an engagement can have been, however the parser hung it.

"After four days of haggling *in an Addis Ababa hotel*, X and Y signed": nothing in the sentence is anywhere else. A
town of somebody who only tells of it, of an office ("the ministry in Beijing") or of a clause about something else is
no candidate.
"""

from collections.abc import Iterator
from itertools import takewhile

from demarche.claims.engagements.setting import MARGINS, is_seat
from demarche.claims.engagements.shared_day import is_then, is_there
from demarche.claims.engagements.where import place_at
from demarche.claims.parties import place_of
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Place

TO = frozenset({"to", "into"})
AT = frozenset({"in", "at", "near", "outside", "inside", "above", "into"})
SPEECH = frozenset(
    {"say", "tell", "announce", "report", "write", "state", "add", "claim", "note", "confirm", "declare"}
)
STANDING = frozenset({
    "ambassador", "ministry", "office", "embassy", "government", "spokesman", "spokeswoman", "spokesperson", "official",
    "president", "war", "conflict", "crisis", "election",
})  # fmt: skip
"""What is at a place for good: "the ministry *in Beijing*"."""
WELCOMING = frozenset({"welcome", "invite", "bring", "summon", "call", "gather", "convene"})
"""Whom one welcomes *to* a town one meets there."""
DISCUSSING = frozenset(
    {"discuss", "review", "debate", "consider", "address", "raise", "negotiate", "examine", "mention", "prepare"}
)
SPEAKING = SPEECH | DISCUSSING | {"talk", "speak", "meet", "confer", "consult", "brief", "agree"}
ABOUT = frozenset({
    "about", "regarding", "concerning", "on", "over", "against", "for", "as", "from", "since", "like", "until", "than",
    "despite",
})  # fmt: skip
MEALS = frozenset(
    {"lunch", "dinner", "breakfast", "supper", "tea", "coffee", "banquet", "luncheon", "table", "ceremony"}
)
DOWN = frozenset({"obl", "nmod", "obj", "nsubj", "appos", "conj", "compound", "advmod", "acl", "amod", "parataxis"})


def only_town(scene: Scene, token: int, anchor: int, *, done: bool) -> Place | None:
    """That town, where there is just one, or several of one state; of what is not `done` only what is next to it."""
    path = list(_path(scene, token)) if done else list(_own(scene, token, anchor))
    below = [k for top in path for k in (*_stay(scene, top), *_below(scene, top, set(path)))]
    opening = _before(scene, path[-1]) if done else ()
    found = [p for k in dict.fromkeys((*below, *opening)) if (p := _town(scene, k)) is not None]
    return found[0] if len({p.country for p in found}) == 1 else None


def _path(scene: Scene, v: int) -> Iterator[int]:
    """A word and those above it whose place it shares."""
    yield v
    while (head := scene.tokens[v].head) >= 0 and _shares(scene, v, head):
        v = head
        yield v


def _own(scene: Scene, token: int, anchor: int) -> Iterator[int]:
    """An event's words, and the stay that it is to be part of: "a visit to Paris, *during which* they meet"."""
    yield from dict.fromkeys((token, anchor))
    head = scene.tokens[anchor].head
    if head >= 0 and scene.feature(anchor, "VerbForm") == "Inf" and scene.feature(head, "Tense") == "Past":
        yield from (head,) if scene.tokens[anchor].deprel == "advcl" else ()  # "stepped off a plane in Asmara to see"
    if is_there(scene, anchor):
        yield from takewhile(lambda a: scene.tokens[a].head >= 0, scene.ancestors(anchor))


def _shares(scene: Scene, v: int, head: int) -> bool:
    """Is a word where the one above it is?"""
    relation = scene.tokens[v].deprel
    kind = relation.partition(":")[0]
    if relation == "acl:relcl":
        return is_there(scene, v) or is_then(scene, v)
    saying = kind in ("xcomp", "obl", "advcl") and scene.lemma(head) in SPEECH and bool(scene.children(head, "obj"))
    if kind == "ccomp" or saying:
        return False
    if kind in ("conj", "parataxis"):
        return all(_goes_back(scene, s) for s in scene.children(v, "nsubj"))
    if kind in ("nmod", "appos", "compound") and (m := scene.mention(head)) is not None:
        return m.kind == "person"
    return True


def _goes_back(scene: Scene, s: int) -> bool:
    """ "X saw Y in Oslo, and *the two* signed": is a subject those whom the sentence has just named?"""
    mention = scene.mention(s)
    back = mention.antecedents if mention is not None and mention.plural else ()
    return bool(back) and all(scene.sentence.start <= a.start for a in back)


def _stay(scene: Scene, top: int) -> Iterator[int]:
    """ "Was *in Taipei* to see her", "flies *to Paris*, where they meet": a place that a clause says or is of."""
    if scene.children(top, "cop") or any(is_there(scene, c) for c in scene.children(top, "acl:relcl")):
        yield top


def _before(scene: Scene, top: int) -> Iterator[int]:
    """ "And on Tuesday, *in Beijing*, his minister drank with": what opens a second clause is its own."""
    marks = scene.children(top, "cc")
    if scene.tokens[top].deprel == "conj" and marks:
        yield from (k for k in range(marks[0], top) if scene.children(k, "case") and not _is_under(scene, k, top))


def _is_under(scene: Scene, k: int, top: int) -> bool:
    return any(a == top or scene.tokens[a].deprel.startswith("nsubj") for a in scene.ancestors(k))


def _below(scene: Scene, top: int, path: set[int]) -> Iterator[int]:
    """The words under another that may name its place, other clauses and offices left out."""
    for c in scene.children(top, *DOWN):
        token = scene.tokens[c]
        if c in path or token.deprel == "acl:relcl" or (token.upos == "VERB" and token.deprel != "acl"):
            continue
        if (token.deprel in ("conj", "parataxis") and scene.children(c, "nsubj", "cop")) or _is_topic(scene, c):
            continue
        yield c
        if scene.lemma(c) not in STANDING and not _is_office(scene, c):
            yield from _below(scene, c, path)


def _is_topic(scene: Scene, c: int) -> bool:
    """ "Discussed *a visit to Paris*", "talked *about the war in Syria*": what is spoken of may be anywhere."""
    held = discourse().papers | discourse().grounds | MARGINS | MEALS
    if scene.lemma(c) in held:
        return False
    if scene.tokens[c].deprel == "obj":
        return scene.lemma(scene.tokens[c].head) in DISCUSSING
    nouns = event_lexicon().nouns
    told = scene.lemma(scene.tokens[c].head)
    return (told in nouns or told in SPEAKING) and scene.case(c) in ABOUT and scene.lemma(c) not in nouns


def _is_office(scene: Scene, c: int) -> bool:
    mention = scene.mention(c)
    if mention is None or scene.lemma(c) in discourse().gatherings:
        return False
    return mention.kind in ("organisation", "office") and not is_seat(mention)


def _town(scene: Scene, k: int) -> Place | None:
    """The town, house or capital that a word names under a preposition of place."""
    case, head = scene.case(k).rpartition(" ")[2], scene.tokens[k].head
    called = head >= 0 and scene.lemma(head) in WELCOMING
    led = case in TO and (
        called or _is_journey(scene, head) or any(is_there(scene, c) for c in scene.children(k, "acl:relcl"))
    )
    if scene.tokens[k].deprel in ("compound", "amod"):
        return _named_by(scene, k)
    if case not in AT and not led:
        return None
    place = place_at(scene, k)
    if place is None and scene.lemma(k) in discourse().houses:
        inside = scene.children(k, "compound", "nmod:poss", "nmod")
        place = next((p for c in inside if (p := place_at(scene, c)) is not None), None)
    if place is None and scene.lemma(k) == "capital":
        states = [c for c in scene.children(k, "amod", "nmod:poss", "compound") if c < k]
        return next((p for c in states if (p := place_of(scene, scene.mention(c)))), None)
    if place is None or not place.country:
        return None
    held = led or (head >= 0 and (scene.lemma(head) in event_lexicon().nouns or scene.lemma(head) in MEALS))
    return place if place.precision in ("city", "site") or held else None


def _named_by(scene: Scene, k: int) -> Place | None:
    """ "The *Geneva* talks": a town by whose name an event goes; not one of two, as in "Moscow-Minsk talks"."""
    mention, head = scene.mention(k), scene.tokens[k].head
    town = mention is not None and mention.kind == "place" and scene.lemma(head) in event_lexicon().nouns
    place = place_at(scene, k) if town and scene.lower(k + 1) not in ("-", "–") else None
    return place if place is not None and place.country and place.precision in ("city", "site") else None


def _is_journey(scene: Scene, head: int) -> bool:
    """ "During his *visit* to Paris", but not "on his *way* to Japan"."""
    return (
        head >= 0
        and scene.lemma(head) != "way"
        and any(kind.mode == "visit" for kind, _ in event_lexicon().nouns.get(scene.lemma(head), ()))
    )
