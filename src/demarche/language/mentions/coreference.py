"""Words that point back: *Lavrov*, *the Prime Minister*, *his Turkish counterpart*, *the two leaders*, *he*.

Each link says by which rule it was made. What cannot be told stays open: no actor, and the reason why.
"""

from itertools import pairwise

import msgspec
from rapidfuzz import fuzz

from demarche.language.mentions.memory import KIN, Memory
from demarche.language.mentions.phrase import Phrase, cues, is_possessive
from demarche.language.mentions.pieces import Line
from demarche.language.mentions.resolve import SOLE, holder_of, office_id
from demarche.language.mentions.roles import UNBOUND, WEAK, role_of
from demarche.language.mentions.setting import Setting
from demarche.lexicon import Knowledge
from demarche.lexicon.names import parts
from demarche.model import Mention

HIGHEST = 5
"""Titles of so high a rank are taken at their word: who never held the office does not bear them."""

ALIKE = 70
"""How alike first names must be to be one, in per cent: *Volodimir* is *Volodymyr*, *Tim* is not *Scott*."""

PAIR = cues("role in a pair")


def linked(mention: Mention, phrase: Phrase, line: Line, memory: Memory, at: Setting) -> Mention | None:
    """The mention with what earlier words tell of it; nothing where its words alone name nobody."""
    if mention.role == "counterpart":
        return _counterpart(mention, phrase, memory, at)
    if mention.kind == "person":
        mention = _namesake(mention, phrase, line, memory, at.known) or _named_before(mention, memory, at.known)
    mention = _beside(_served(mention, phrase, memory, at), phrase, line, memory, at)
    if mention.kind == "person":
        return _at_home(mention, memory, at)
    if mention.country or mention.organisation:
        return _shorter(mention, memory)
    if mention.plural:
        return _several(mention, phrase, memory)
    return _bare(mention, phrase, line, memory, at)


def _shorter(mention: Mention, memory: Memory) -> Mention:
    """*the Russian minister* is the foreign minister of that state who was named before."""
    if mention.kind != "office" or mention.plural or mention.role not in WEAK or mention.name:
        return mention
    before = [m for m in memory.holders(mention.role or "") if m.country == mention.country and m.country]
    return _with(mention, before[-1], "same role earlier", 0.7) if len(before) == 1 else mention


def _served(mention: Mention, phrase: Phrase, memory: Memory, at: Setting) -> Mention:
    """*adviser to the Prime Minister*: of the state whose prime minister was named before, or that speaks here."""
    if mention.country or mention.organisation or mention.actor or phrase.under is None:
        return mention
    role = role_of(phrase.under, None, at.known)
    state = at.known.state(at.home)
    if role is None or role.rank >= SOLE:
        return mention
    own = state is not None and office_id(role.id, state.id) in at.known.offices
    before = memory.holder(role.id)
    country = state.alpha3 if own and state else before.country if before else None
    return (
        msgspec.structs.replace(mention, country=country, reason="the state of whom they serve") if country else mention
    )


def _beside(mention: Mention, phrase: Phrase, line: Line, memory: Memory, at: Setting) -> Mention:
    """*the Turkish president and foreign minister*: a second title shares the state of the one right before it."""
    last = memory.last
    if mention.country or mention.organisation or mention.actor or not mention.role or last is None:
        return mention
    touching = phrase.first > 1 and last.end == line.end(phrase.first - 2)
    owned = is_possessive(line, phrase.first - 1)
    if (
        not touching
        or not (owned or line[phrase.first - 1].low in ("and", "&"))
        or not last.role
        or not last.country
        or phrase.mods & {"definite", "indefinite"}
        or mention.plural
    ):
        return mention
    state = at.known.state(last.country)
    role = at.known.roles[mention.role]
    if role.rank < SOLE and (state is None or office_id(role.id, state.id) not in at.known.offices):
        return mention
    held = holder_of(role, state.id, at) if state and mention.kind == "office" else None
    return msgspec.structs.replace(
        mention, country=last.country, actor=held.person if held else None, reason="shares the state of the one before",
        name=at.known.persons[held.person].name if held else mention.name, confidence=0.65,
    )  # fmt: skip


def _at_home(mention: Mention, memory: Memory, at: Setting) -> Mention:
    """In an official text a title without a state is its own state's, as long as no other state is spoken of."""
    state = at.known.state(at.home)
    if mention.country or mention.organisation or mention.actor or not mention.role or state is None:
        return mention
    if memory.speaks_of_others(state.alpha3) or at.known.roles[mention.role].rank < SOLE:
        return mention
    return msgspec.structs.replace(
        mention, country=state.alpha3, reason="title in the speaking state's text", confidence=0.5
    )


def _namesake(mention: Mention, phrase: Phrase, line: Line, memory: Memory, known: Knowledge) -> Mention | None:
    """*Mr Lee* is the one of that name whom the text has named, and no president of another state who bears it too."""
    if mention.reason != "surname of the holder" or phrase.bodies:
        return None
    own = (n for n in phrase.names if line.sentence.tokens[n.i].start == mention.head)
    name = next(own, line[phrase.head])
    before = memory.bearer(name.low, None)
    if before is None or before.actor == mention.actor:
        return None
    if phrase.titles and before.role not in KIN.get(mention.role or "", (mention.role,)):
        return None
    if before.actor is None and not _is_another(before, mention, known):
        return None
    sure = max(0.6, before.confidence - 0.03)
    place = {"start": mention.start, "end": mention.end, "head": mention.head}
    return msgspec.structs.replace(before, **place, reason="same name earlier", confidence=sure)


def _is_another(before: Mention, mention: Mention, known: Knowledge) -> bool:
    """Was somebody named in full whom no table has, and whose first name is not that of the holder, nor like it?

    Two joined by a hyphen (*the Blinken-Lavrov call*) are nobody's full name.
    """
    if " " not in (before.name or ""):
        return False
    own, held = parts(before.name or ""), parts(mention.name or "")
    return len(own) > 1 and len(held) > 1 and fuzz.ratio(own[0], held[0]) < ALIKE


def _named_before(mention: Mention, memory: Memory, known: Knowledge) -> Mention:
    """A surname is whoever bore it before; a full name takes on only what it lacks itself."""
    short = len(parts(mention.name or "")) == 1 or mention.reason == "surname of the holder"
    sure = mention.actor is not None and not short
    before = None if sure else memory.bearer(mention.name or "", mention.country)
    if before is None or not _can_be(before, mention.role, known):
        return mention
    again = before.reason == "same name earlier"
    same = _with(mention, before, "same name earlier", max(0.6, before.confidence - (0.0 if again else 0.03)))
    return msgspec.structs.replace(same, actor=before.actor, name=before.name) if short else same


def _can_be(before: Mention, role: str | None, known: Knowledge) -> bool:
    """*President Clinton* is not the secretary of state of that name."""
    if role is None or before.actor is None or known.roles[role].rank > HIGHEST:
        return True
    return any((office := known.offices.get(t.office)) and office.role == role for t in known.posts(before.actor))


def _with(mention: Mention, before: Mention, reason: str, confidence: float) -> Mention:
    return msgspec.structs.replace(
        mention, actor=before.actor or mention.actor, name=before.name or mention.name,
        role=before.role if before.role and mention.role in (None, "minister", "official") else mention.role,
        country=before.country or mention.country, organisation=before.organisation or mention.organisation,
        level=before.level if before.level != "unknown" else mention.level, sector=before.sector or mention.sector,
        reason=reason, confidence=min(1.0, confidence),
    )  # fmt: skip


def _bare(mention: Mention, phrase: Phrase, line: Line, memory: Memory, at: Setting) -> Mention | None:
    """A title alone: the office of the state that speaks, or the one named before in that role."""
    role = mention.role or ""
    capital = line[phrase.head].capital
    former = "former" in phrase.mods
    before = memory.holder(role, former)
    definite = "definite" in phrase.mods or line[phrase.first - 1].low in ("and", "&")
    if at.home and capital and definite and at.known.roles[role].rank < SOLE:
        own = _own_office(mention, role, memory, before, at)
        if own is not None:
            return own
    definite = definite or capital or bool(phrase.mods & {"his", "her", "its", "their"})
    if before is not None and definite:
        rivals = len({m.country for m in memory.holders(role, former)})
        return _with(mention, before, "same role earlier", 0.8 if rivals < 2 else 0.5)
    if before is None and "definite" in phrase.mods and (of := _of_state(mention, memory.last_state, at)):
        return of
    if phrase.noun == "government" and (state := at.known.state(at.home)) and mention.role in WEAK:
        return msgspec.structs.replace(
            mention, country=state.alpha3, reason="the speaking government's own", confidence=0.5
        )
    said = capital or phrase.mods & {"definite", "indefinite", "rank", "former", "his", "her", "its", "their", "our"}
    return mention if said and not _unbound(phrase) else None


def _of_state(mention: Mention, country: str | None, at: Setting) -> Mention | None:
    """*visited the U.K. at the invitation of the Prime Minister*: the office of the state named last, if it has one."""
    state = at.known.state(country)
    role = at.known.roles.get(mention.role or "")
    if state is None or role is None or role.rank >= SOLE or office_id(role.id, state.id) not in at.known.offices:
        return None
    held = holder_of(role, state.id, at)
    return msgspec.structs.replace(
        mention, country=state.alpha3, actor=held.person if held else office_id(role.id, state.id),
        name=at.known.persons[held.person].name if held else None, reason="the state named before", confidence=0.5,
    )  # fmt: skip


def _unbound(phrase: Phrase) -> bool:
    return all(t.low in UNBOUND or t.target in UNBOUND for t in phrase.titles)


def _own_office(mention: Mention, role: str, memory: Memory, before: Mention | None, at: Setting) -> Mention | None:
    """*The President* in the White House's text is that of the United States, unless only another was named."""
    home, known = at.home or "", at.known
    if office_id(role, home) not in known.offices:
        return None
    state = known.states.get(home)
    others = [m for m in memory.holders(role) if state is None or m.country != state.alpha3]
    ours = [m for m in memory.holders(role) if state is not None and m.country == state.alpha3]
    if before is not None and others and not ours:
        return None
    if ours:
        return _with(mention, ours[-1], "the speaking state's office", 0.85)
    held = holder_of(known.roles[role], home, at)
    return msgspec.structs.replace(
        mention, actor=held.person if held else office_id(role, home),
        name=known.persons[held.person].name if held else None, country=state.alpha3 if state else None,
        organisation=None if state else home,
        reason="the speaking state's office", confidence=0.8,
    )  # fmt: skip


def _several(mention: Mention, phrase: Phrase, memory: Memory) -> Mention | None:
    """*The two leaders*, *both ministers*: a group without a state; whom it holds, the scene around it says."""
    if mention.role in PAIR and phrase.mods & {"definite", "many"}:
        found = len(memory.holders(mention.role))
        reason = "the two named before" if found == 2 or "many" in phrase.mods else "those named before"
        return msgspec.structs.replace(mention, kind="group", reason=reason, confidence=0.6)
    return None if _unbound(phrase) else mention


def beside(text: str, found: list[Mention]) -> list[Mention]:
    """*his top diplomat, Foreign Minister Sergei Lavrov*: a title without a state right before a name is the name's."""
    out = list(found)
    for n, (one, other) in enumerate(pairwise(found)):
        bare = one.kind == "office" and not one.country and not one.organisation and one.role is not None
        if bare and other.kind == "person" and other.role == one.role and text[one.end : other.start] == ", ":
            out[n] = _with(one, other, "beside the name", 0.8)
    return out


def _counterpart(mention: Mention, phrase: Phrase, memory: Memory, at: Setting) -> Mention | None:
    """*his Russian counterpart*: the role of whoever was named last, in that state."""
    before = memory.last_role
    if before is None or before.role is None:
        return (
            msgspec.structs.replace(mention, role=None, reason="counterpart of nobody named")
            if mention.country
            else None
        )
    role = at.known.roles[before.role]
    body = f"iso:{state.alpha2}" if (state := at.known.state(mention.country)) else mention.organisation
    office = office_id(role.id, body) if body and not mention.plural else body
    changed = msgspec.structs.replace(
        mention, role=role.id, level=role.level, sector=role.sector, reason="counterpart",
        actor=mention.actor if mention.kind == "person" else office,
    )  # fmt: skip
    if mention.kind == "person":
        return changed
    held = holder_of(role, body, at) if not mention.plural and role.rank < SOLE else None
    if held is None:
        return changed
    return msgspec.structs.replace(changed, actor=held.person, name=at.known.persons[held.person].name, confidence=0.75)
