"""Where somebody came who *flew in* or *landed*, where no word says it: to the land in which he was told to be."""

from collections.abc import Iterator, Sequence

from demarche.claims.engagements.roles import Role
from demarche.claims.engagements.trigger import Trigger
from demarche.claims.scene import Scene
from demarche.model import Engagement, Place

COMING = frozenset({"fly", "arrive", "land", "jet", "come", "drive"})
BACK = 3
"""Engagements told before that may say where somebody is."""


def come_to(scene: Scene, trigger: Trigger, roles: Sequence[Role], told: Sequence[Engagement]) -> list[Place]:
    """The place of the last engagement abroad of whoever is said to have come, unless that was told as a visit."""
    own = {r.mention.country for r in roles if r.part == "visitor"}
    if trigger.verb is None or scene.lemma(trigger.token) not in COMING or len(own) != 1 or None in own:
        return []
    if not _comes_in(scene, trigger.token):
        return []
    (home,) = own
    near = [e for e in told[-BACK:] if home in {p.country for p in e.participants}]
    visited = any(e.mode == "visit" and e.status == "happened" for e in near)
    return [] if visited else list(_abroad(near, home))[-1:]


def _comes_in(scene: Scene, v: int) -> bool:
    """ "Flew *in*", "landed at noon": with no word of where to or from."""
    particles = {scene.lower(c) for c in scene.children(v, "compound:prt", "advmod")}
    bare = scene.lemma(v) in ("arrive", "land")
    named = any(
        scene.case(c) in ("to", "from", "in", "into", "for") for c in scene.children(v, "obl") if scene.mention(c)
    )
    return (bare or "in" in particles) and not named


def _abroad(told: Sequence[Engagement], home: str | None) -> Iterator[Place]:
    for e in told:
        if e.place is not None and e.place.country not in (None, home) and e.status == "happened":
            yield e.place
