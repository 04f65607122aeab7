"""Nouns that tell of an act, and the light verbs that carry them."""

from demarche.claims.acts.clause import is_passive
from demarche.claims.acts.hit import Fills, Hit, has_slots, is_near, weight
from demarche.claims.acts.phrasing import carrier_of, hyphened, is_modifier, particles, qualifiers
from demarche.claims.scene import Scene
from demarche.lexicon.acts import ActLexicon, ActLight, classed


def noun_hit(scene: Scene, i: int, lexicon: ActLexicon, fills: Fills) -> Hit | None:
    """A noun with the frame that fits it best."""
    entries = lexicon.nouns.get(scene.lemma(i)) or lexicon.nouns.get(scene.lower(i)) or ()
    entries = lexicon.nouns.get(hyphened(scene, i), ()) or entries
    if not entries or is_modifier(scene, i) or _is_named_so(scene, i):
        return None
    carrier = carrier_of(scene, i)
    anchor, light, relation = _light(scene, carrier, lexicon)
    before = qualifiers(scene, i)
    fits = []
    for kind, frame in entries:
        if frame.qualified_by and not before & classed(frame.qualified_by):
            continue
        if not is_near(scene, frame, (i, anchor)):
            continue
        hit = Hit(kind, i, carrier, anchor, noun=frame, light=light, relation=relation)
        if not before & classed(frame.not_qualified_by) and has_slots(hit, frame.needs, frame.not_with, fills):
            fits.append(hit)
    return max(fits, key=lambda h: weight(h.frame), default=None)


def _light(scene: Scene, i: int, lexicon: ActLexicon) -> tuple[int, ActLight | None, str]:
    """The light verb that carries a noun, and how; without one the noun is its own anchor."""
    if scene.children(i, "cop") and (said := _said_to_be(scene, i, lexicon)):
        return i, said, scene.case(i)
    head = scene.tokens[i].head
    if head < 0 or scene.tokens[head].upos not in ("VERB", "AUX"):
        return i, None, ""
    relation = _relation(scene, i, head)
    if relation not in ("obj", "subj") and scene.children(head, "obj"):
        return i, None, ""  # "issued a warrant *in the killing*": the verb carries its object
    for light in lexicon.lights.get(scene.lemma(head), ()):
        if relation in light.takes and (light.particle is None or light.particle in particles(scene, head)):
            return head, light, relation
    return i, None, ""


def _is_named_so(scene: Scene, i: int) -> bool:
    """ "Mr *Ban*", "in *March*": the word is a part of somebody's name, or a month."""
    if scene.tokens[i].upos != "PROPN":
        return False
    mention = scene.mention(i)
    if mention is not None and mention.kind == "person":
        return True
    return any(t.start <= scene.tokens[i].start < t.end for t in scene.times)


def _said_to_be(scene: Scene, i: int, lexicon: ActLexicon) -> ActLight | None:
    """ "The army *is on alert*": the noun is its clause's own predicate."""
    return next((light for light in lexicon.lights.get("be", ()) if scene.case(i) in light.takes), None)


def _relation(scene: Scene, i: int, head: int) -> str:
    deprel = scene.tokens[i].deprel
    if deprel in ("obj", "nsubj:pass") or (deprel.startswith("acl") and is_passive(scene, head)):
        return "obj"
    if deprel.startswith("nsubj"):
        return "subj"
    return scene.case(i) if deprel.startswith("obl") else deprel
