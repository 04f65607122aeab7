"""The words of an act's two sides -> CAMEO actor codes, as a coder of single sentences reads them.

A coder completes what the sentence leaves to its reader: rebels *in Chad* are Chad's, and the police whom rioters in
Haiti attack are Haiti's. A claim of the record takes no such step.
"""

from collections.abc import Iterable, Sequence

import msgspec

from demarche.claims.acts.people import CROWDS, people
from demarche.claims.scene import Scene
from demarche.lexicon import knowledge
from demarche.lexicon.cameo import AS_CAMEO, actor_code
from demarche.model import Mention, Participant

LEADERS = frozenset({"leader", "leadership"})
"""As good as the state: the codebook's agents know no leader."""
HOMES = frozenset({"in", "from", "of", "across", "inside", "at", "near", "throughout"})
"""Prepositions that put a group in its country."""
EDGES = frozenset({"border", "frontier", "boundary", "relation", "tie"})
"""What has the other side behind "with": "on *the border with* Poland"."""
INNER = frozenset({"OPP", "LEG", "JUD", "COP"})
"""Those whom a state, too, has only inside."""
RULERS = frozenset({"GOV", "MIL", "PTY"})
PUBLIC = frozenset({"OPP", "CVL", "EDU", "LAB", "REL", "COP", "SOC", "AGR"})
BANDS = frozenset({"REB", "INS", "SEP"})
"""The public and armed bands deal with rulers of their own; whoever rules deals with anybody."""


class Side(msgspec.Struct, frozen=True):
    """One actor of a side: a code, or the role of somebody whose country the words leave out."""

    code: str | None
    role: str = ""

    @property
    def country(self) -> str:
        """The first three letters of the code."""
        return (self.code or "")[:3]

    def in_country(self, home: str) -> str | None:
        """The code in a country; null for a body's letters, which are no country's."""
        return home + AS_CAMEO.get(self.role, self.role) if home != "IGO" else None


def codes(
    scene: Scene, doers: Sequence[int], others: Sequence[int], anchor: int, on_things: bool = False
) -> tuple[list[str], list[str]]:
    """The codes of those who act and of those acted upon, each once; `anchor` is the verb that says where.

    `on_things`: the act may be done to things, which are of the country they stand in ("struck *targets* in Lebanon").
    """
    left, right = _sides(scene, doers), _sides(scene, others)
    site = _site(scene, anchor)
    actors, targets = _completed(left, right, site), _completed(right, left, site)
    struck = [site] if site and others and on_things and not right else targets
    return actors, struck


def _site(scene: Scene, anchor: int) -> str | None:
    """The country in which it takes place: "bombed militants *in Afghanistan*"."""
    at = (_country(scene, c) for c in scene.children(anchor, "obl") if scene.case(c) == "in")
    return next((actor_code(Participant(country=land)) for land in at if land), None)


def _country(scene: Scene, i: int) -> str | None:
    """The country that a word names, or that the place lies in."""
    mention, token = scene.mention(i), scene.tokens[i]
    place = scene.place_at(token.start, token.end)
    return mention.country if mention and mention.country else place.country if place else None


def _completed(sides: Sequence[Side], opposite: Sequence[Side], site: str | None) -> list[str]:
    """Each side's codes; one with a role and no country is of the one country of the others, or where it happens."""
    near = [side for side in sides if side.code] or opposite
    lands = {o.country for o in near if o.code}
    home = lands.pop() if len(lands) == 1 else None
    other = next((o.role for o in near if o.code), "")
    out = (s.code or _somewhere(s, home, other, site) for s in sides)
    return list(dict.fromkeys(code for code in out if code))


def _somewhere(side: Side, home: str | None, other: str, site: str | None) -> str | None:
    if site and (side.role in BANDS or side.role in PUBLIC):
        return side.in_country(site)
    return side.in_country(home) if home and _is_at_home(side.role, other) else None


def _is_at_home(role: str, other: str) -> bool:
    if role in INNER:
        return True
    if role in RULERS:
        return other in PUBLIC or other in BANDS
    return (role in PUBLIC and other in (*PUBLIC, *BANDS)) or (role in BANDS and other in (*RULERS, *INNER))


def _sides(scene: Scene, heads: Iterable[int]) -> list[Side]:
    return list(dict.fromkeys(side for head in heads for side in _of(scene, head)))


def _of(scene: Scene, head: int) -> list[Side]:
    as_state = scene.lemma(head) in LEADERS or _is_post_abroad(scene, head)
    named = [_side(scene, head, p, as_state) for p in people(scene, [head])]
    return named or [Side(actor_code(_party(m))) for m in _beyond(scene, head)]


def _is_post_abroad(scene: Scene, head: int) -> bool:
    """ "Recalled its ambassador *from Peru*": the state, though the post has its name from it."""
    mention = scene.mention(head)
    return mention is not None and mention.kind == "office" and scene.case(head) == "from"


def _side(scene: Scene, head: int, p: Participant, as_state: bool) -> Side:
    """Somebody's code; of somebody without a country the place they are at, or whose they are, gives it."""
    role = p.sector or _role(scene, head)
    stands_in = p.start is not None and p.start > scene.tokens[head].start
    whose = msgspec.structs.replace(p, sector=role or None) if p.country and not stands_in and not p.sector else p
    if code := actor_code(whose, as_state):
        return Side(code, role)
    owner = next(iter(_owners(scene, head)), None)
    if owner is None:
        at = scene.place_at(p.start, p.end) if p.start is not None and p.end is not None else None
        return Side(actor_code(Participant(country=at.country)) if at and at.country else None, role)
    return Side(actor_code(msgspec.structs.replace(_party(owner), sector=role or None)), role)


def _role(scene: Scene, head: int) -> str:
    """The role of a noun, with what is compounded to it first: "aid *agency*", "police", "thousands of *miners*"."""
    known = knowledge().agent_sectors
    if scene.tokens[head].upos != "NOUN":
        return ""
    if scene.lemma(head) in CROWDS:
        return next((_role(scene, c) for c in scene.children(head, "nmod") if scene.case(c) == "of"), "")
    before = scene.lemma(head - 1) if head else ""
    return known.get(f"{before} {scene.lemma(head)}") or known.get(scene.lemma(head), "")


def _owners(scene: Scene, head: int) -> Iterable[Mention]:
    """The states and bodies that a noun has beside it: "inspectors *of the IAEA*", "rebels *in Chad*"."""
    for c in scene.children(head, "nmod", "nmod:poss", "amod", "compound", "obl"):
        is_beside = scene.tokens[c].deprel in ("nmod", "obl") and c > head
        mention = scene.mention(c)
        if mention and (mention.country or mention.organisation) and (not is_beside or scene.case(c) in HOMES):
            yield mention


def _beyond(scene: Scene, head: int) -> Iterable[Mention]:
    """Whoever lies behind a border: "on the border *with Poland*"."""
    if scene.lemma(head) in EDGES:
        for c in scene.children(head, "nmod", "obl"):
            mention = scene.mention(c)
            if mention and mention.country and scene.case(c) in ("with", "to"):
                yield mention


def _party(m: Mention) -> Participant:
    return Participant(country=m.country, organisation=m.organisation)
