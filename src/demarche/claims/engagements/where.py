"""Where an engagement took place: the places that its clause names."""

import msgspec

from demarche.claims.engagements.setting import in_clause, is_seat
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.parties import place_of
from demarche.claims.places import place_named
from demarche.claims.scene import Scene
from demarche.lexicon.events import discourse, event_lexicon
from demarche.model import Mention, Place, Toponym

PLACE_CASES = frozenset({"in", "at", "near", "outside"})
AIMS = frozenset({"destination", "stop", "leg", "end"})
DURING = frozenset({"on", "during"})
"""What is done on a visit is done where it led."""


def where(scene: Scene, trigger: Trigger, places: tuple[str, ...]) -> list[Place]:
    """The places of an event: where it is said to be, or for a visit all it goes to (`places`: its prepositions).

    One that no table knows gives way to one beside it that lies in a state ("at Ngurdoto, *near Arusha*").
    """
    if trigger.verb and "be" in trigger.verb.lemmas and scene.children(trigger.token, "cop"):
        return [p for k in scene.listed(trigger.token) if (p := place_of(scene, scene.mention(k)))]
    named = _antecedent(scene, trigger) or (_aim(scene, trigger) if places else [])
    if named:
        return named
    cases = frozenset(places) if places and trigger.verb else PLACE_CASES | frozenset(places)
    inner = scene.children(trigger.token, "nmod" if trigger.noun else "obj") if places else _held(scene, trigger)
    held = [v for v in scene.children(trigger.token, "acl") if trigger.noun]
    nowhere: list[Place] = []
    for top in dict.fromkeys((trigger.token, trigger.anchor, *inner, *held)):
        for c in scene.children(top, "obl", "nmod", "obj"):
            if scene.tokens[c].deprel == "obj":
                if "obj" not in places or top != trigger.token:
                    continue
            elif scene.case(c) not in cases:
                continue
            found = [p for k in scene.listed(c) if (p := place_at(scene, k))]
            if any(p.country for p in found) or (found and places):
                return found
            nowhere = nowhere or found
    tops = dict.fromkeys(_on_a_journey(scene, trigger) if places else (trigger.token, trigger.anchor))
    beside = [p for top in tops for k in in_clause(scene, top) if (p := place_at(scene, k))]
    known = [p for p in beside if p.country] if nowhere else beside
    return known[:1] or nowhere


def _aim(scene: Scene, trigger: Trigger) -> list[Place]:
    """ "Made Morocco *the goal of his first trip*", "Cairo was *the last stop of his tour*": where a journey leads."""
    k = scene.tokens[trigger.token].head
    if trigger.noun is None or k < 0 or scene.case(trigger.token) != "of" or scene.lemma(k) not in AIMS:
        return []
    v = scene.tokens[k].head
    made = scene.children(v, "obj") if v >= 0 and scene.tokens[k].deprel in ("xcomp", "obj") else []
    return [p for c in (*scene.children(k, "nsubj"), *made) if c != k and (p := place_at(scene, c))]


def _on_a_journey(scene: Scene, trigger: Trigger) -> tuple[int, ...]:
    """ "Met him in Khartoum *on his first visit*": the verb whose place is where a journey of nobody else led."""
    token = scene.tokens[trigger.token]
    done = trigger.noun and scene.case(trigger.token) in DURING and token.head >= 0
    return (token.head,) if done and scene.tokens[token.head].upos == "VERB" else ()


def _antecedent(scene: Scene, trigger: Trigger) -> list[Place]:
    """ "Flew to Kyiv, *where* the president received him": the place before the relative word."""
    anchor = scene.tokens[trigger.anchor]
    if anchor.deprel != "acl:relcl" or not any(scene.lower(c) == "where" for c in scene.children(trigger.anchor)):
        return []
    mark = next(c for c in scene.children(trigger.anchor) if scene.lower(c) == "where")
    near = [p for k in scene.listed(anchor.head) if k < mark and (p := place_at(scene, k))]
    return near[-1:]  # "has been to Kyiv, Moscow and *Mar-a-Lago, where*"


def _held(scene: Scene, trigger: Trigger) -> list[int]:
    """What an event is part of or is told by: "sat down *for a meeting* in Oslo", "the *summit* ended in Oslo"."""
    nouns = event_lexicon().nouns
    named = [c for c in scene.children(trigger.token, "obl", "obj") if scene.lemma(c) in nouns]
    nested = [
        k for c in scene.children(trigger.token, "obl") for k in scene.children(c, "nmod") if scene.lemma(k) in nouns
    ]
    token = scene.tokens[trigger.token]
    above = [token.head] if trigger.noun and token.deprel.startswith("nsubj") and token.head >= 0 else []
    return [*named, *nested, *above]


PEOPLED = frozenset({"government", "regime", "administration", "leadership", "delegation", "team", "authority"})
"""What a state is called by for those who act for it: nobody arrives *in a French government*."""
TOWNS = frozenset(
    {"town", "city", "capital", "resort", "port", "village", "province", "island", "hotel", "suburb", "district"}
)


def _of_town(scene: Scene, k: int) -> Place | None:
    """ "The resort *of Davos*", "the port *city Odesa*": the name that a word for a town carries, or its state."""
    if scene.lemma(k) not in TOWNS:
        return None
    inside = [c for c in scene.children(k, "nmod", "appos", "flat", "compound") if c > k]
    named = next(
        (p for c in inside if scene.case(c) in ("of", "in", "") and (p := place_of(scene, scene.mention(c)))), None
    )
    if named or scene.lemma(k) != "capital":
        return named
    return next(
        (p for c in scene.children(k, "amod", "nmod:poss", "compound") if (p := place_of(scene, scene.mention(c)))),
        None,
    )


def place_at(scene: Scene, k: int) -> Place | None:
    """The place that a word names; one that is nobody too: *the Palais des Nations*, a town in no table of actors."""
    if (town := _of_town(scene, k)) is not None:
        return town
    mention, token = scene.mention(k), scene.tokens[k]
    named = scene.place_at(token.start, token.end)
    if mention is not None and is_seat(mention) and scene.case(k) in ("in", "at", "outside"):
        words = scene.words(mention.start, mention.end)
        return Place(name=mention.name or words.quote, country=mention.country, precision="site", words=words)
    if mention is not None and scene.lemma(scene.head_of(mention)) in PEOPLED:
        return None
    if mention is None or (mention.kind == "organisation" and named is not None and named.precision == "site"):
        return place_named(named, scene.document.text)
    if mention is not None and named is not None and _is_nobody(mention) and _covers(named, mention):
        return place_named(named, scene.document.text)  # "flew into *Biarritz*", which looked like somebody
    inside = mention is not None and mention.kind in ("person", "office") and scene.head_of(mention) < k
    if inside and named is not None and named.precision == "site":  # "the President *at the Kremlin*"
        return place_named(named, scene.document.text)
    return _with_its_town(scene, place_of(scene, mention)) or _gone_to(scene, k)


def _is_nobody(mention: Mention) -> bool:
    return mention.kind == "person" and mention.actor is None and mention.country is None


def _covers(named: Toponym, mention: Mention) -> bool:
    """Is a whole name that of a place? *Kamala* in somebody's full name is none."""
    return named.start <= mention.start and mention.end <= named.end


def _with_its_town(scene: Scene, place: Place | None) -> Place | None:
    """ "*Paris* Roissy Charles de Gaulle *Airport*": a house that no table knows is where the town of its name is."""
    if place is None or place.country or place.words is None:
        return place
    last = place.words.quote.rpartition(" ")[2].lower()
    town = scene.place_at(place.words.start, place.words.end)
    if town is None or not town.country or last not in discourse().houses:
        return place
    return msgspec.structs.replace(place, country=town.country, precision="site")


def _gone_to(scene: Scene, k: int) -> Place | None:
    """The state in "a delegation *to France*", which whoever reads names takes for an office of France."""
    mention, token = scene.mention(k), scene.tokens[k]
    if mention is None or scene.case(k) != "to" or mention.start >= token.start:
        return None
    if mention.country is None:
        return place_named(scene.place_at(token.start, token.end), scene.document.text)
    words = scene.words(token.start, token.end)
    return Place(name=words.quote, country=mention.country, precision="country", words=words)
