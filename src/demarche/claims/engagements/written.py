"""Who writes to whom: letters and messages, whoever brings them."""

from collections.abc import Iterator

from demarche.claims.actors import actors
from demarche.claims.engagements.roles import Role, subjects
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.model import Mention
from demarche.model.values import Part


def named(scene: Scene, i: int, towns: bool = False) -> list[tuple[int, Mention]]:
    """The actors of a phrase; with `towns`, a town too stands for the state it lies in."""
    found = actors(scene, i)
    mention = scene.mention(i)
    if found or not towns or mention is None or mention.kind != "place" or not mention.country:
        return found
    return [(i, mention)]


def writers(scene: Scene, trigger: Trigger, partners: dict[str, Part]) -> Iterator[Role]:
    """ "A letter in which *X* asked *Y*": who writes to whom; and towns that the parser hung on the verb."""
    for c in scene.children(trigger.token, "acl"):
        after = scene.children(c, "obj", "iobj") or [j for j in (c + 1,) if j < len(scene.tokens) and scene.mention(j)]
        for part, words in (("caller", subjects(scene, c)), ("receiver", after)):
            found = [(j, m) for i in words if i != trigger.token for j, m in actors(scene, i)]
            yield from (Role(m, part, j) for j, m in found)  # type: ignore[arg-type]  # parts as above
        to = [k for k in scene.children(c, "obl") if scene.case(k) == "to"]
        yield from (Role(m, "receiver", j) for k in to for j, m in named(scene, k, towns=True))
    if trigger.light:
        for c in scene.children(trigger.anchor, "obl", "nmod", "obj"):
            part_of = (
                "receiver" if scene.tokens[c].deprel == "obj" and c != trigger.token else partners.get(scene.case(c))
            )
            if part_of and c != trigger.token and (trigger.carried != "obj" or scene.tokens[c].deprel != "obj"):
                yield from (Role(m, part_of, j) for j, m in named(scene, c, towns=True))


def from_others(scene: Scene, trigger: Trigger) -> bool:
    """Is what is brought from somebody else: "a letter *from Paris*", "*his* letter", "a note that *X wrote*"?"""
    n = trigger.token
    if any(scene.case(c) in ("from", "between") for t in (n, trigger.anchor) for c in scene.children(t, "nmod", "obl")):
        return True
    return bool(scene.children(n, "nmod:poss", "acl"))
