"""Is it one engagement, or contact in general ("dozens of calls", "they often speak", "regular visits")?"""

from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.claims.status.form import adverbs
from demarche.lexicon.events import Generic


def is_generic(scene: Scene, trigger: Trigger, words: Generic) -> bool:
    """Does the text speak of no particular engagement?"""
    if trigger.noun and trigger.noun.only_generic:
        return True
    several = trigger.noun is None or _is_plural(scene, trigger.token)
    below = {i for top in (trigger.token, trigger.anchor) for i in scene.subtree(top)}
    starts = {scene.tokens[i].start for i in below if trigger.noun or scene.tokens[i].deprel != "amod"}
    if several and any(t.type == "SET" and t.start in starts for t in scene.times):
        return True
    if adverbs(scene, trigger.anchor) & words.adverbs:
        return True
    return trigger.noun is not None and _many(scene, trigger.token, words)


def _many(scene: Scene, n: int, words: Generic) -> bool:
    """ "*numerous* meetings", "*dozens of* calls": more than anybody counts."""
    before = {scene.lower(c) for c in scene.children(n, "amod", "det", "nummod") if c < n}
    if _is_plural(scene, n) and before & words.adjectives:
        return True
    head = scene.tokens[n].head
    return (
        head >= 0 and scene.case(n).startswith("of") and bool({scene.lower(head), scene.lemma(head)} & words.quantities)
    )


def _is_plural(scene: Scene, n: int) -> bool:
    return scene.feature(n, "Number") == "Plur" or scene.lower(n).endswith("s")
