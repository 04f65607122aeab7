"""A phrase about a person or an office -> whom it stands for on the day of the text."""

import msgspec

from demarche.language.mentions.bodies import bodies, body_of, country, main_body, organisation
from demarche.language.mentions.crowned import as_crowned
from demarche.language.mentions.inside import HEAD_OF, OWN, governs, organ_inside, sector_inside, sector_of_name
from demarche.language.mentions.phrase import Phrase
from demarche.language.mentions.pieces import Line, Piece
from demarche.language.mentions.roles import WEAK, qualifier_of, role_of, scope_of
from demarche.language.mentions.setting import Setting
from demarche.language.mentions.whom import Found, whom
from demarche.lexicon.actors import Organ, Role, Tenure
from demarche.lexicon.names import parts
from demarche.model import Mention
from demarche.model.values import Level

HOLY_SEE = "iso:VA"
"""The state whose head speaks as one of the Church."""

SOLE = 13
"""Roles of a lower rank than this have many holders: an unnamed one is not looked up."""


def offices(line: Line, phrase: Phrase, at: Setting) -> list[Mention]:
    """One mention for each person or office that a phrase names."""
    if phrase.names:
        return _named(line, phrase, at)
    found = bodies(phrase, at.known) or [b for b in (_owner_body(phrase, at), scope_of(phrase, at.known)) if b][:1]
    if len(found) > 1 and (phrase.plural or "joined" in phrase.mods):
        return [_office(line, phrase, body, at, n) for n, body in enumerate(found)]
    body = main_body(found)
    return [_office(line, phrase, body, at, None, organisation(body, phrase, at.known))]


def _owner_body(phrase: Phrase, at: Setting) -> str | None:
    """*Putin's spokesman* is Russia's."""
    if phrase.owner is None:
        return None
    owner = whom(phrase.owner.low, None, None, at)
    return at.known.body(owner.post.office) if owner and owner.post else None


def _named(line: Line, phrase: Phrase, at: Setting) -> list[Mention]:
    found = bodies(phrase, at.known) or [b for b in (_owner_body(phrase, at), scope_of(phrase, at.known)) if b][:1]
    out = []
    for n, name in enumerate(phrase.names):
        own = found[n] if len(found) == len(phrase.names) > 1 else main_body(found)
        start = line.start(phrase.first) if n == 0 else line.sentence.tokens[name.i].start
        end = line.end(phrase.last - 1) if n == len(phrase.names) - 1 else line.sentence.tokens[name.j - 1].end
        out.append(named(line, phrase, name, own, (start, end), at))
    return out


def named(line: Line, phrase: Phrase, name: Piece, body: str | None, span: tuple[int, int], at: Setting) -> Mention:
    """The mention of one person by name."""
    known = at.known
    tokens = line.sentence.tokens
    words = " ".join(line.words[name.i : name.j])
    role = role_of(phrase, body, known)
    former = "former" in phrase.mods
    found = whom(words, role.id if role else None, body, at, former)
    if found is None and body is None and role is not None and len(parts(words)) > 1:
        found = whom(words, None, None, at, former)
    found = as_crowned(found, words, phrase, at)
    base = Mention(
        start=span[0], end=span[1], kind="person", head=tokens[name.i].start, name=_written(line, name),
        role=role.id if role else None, country=country(body, known), organisation=organisation(body, phrase, known),
        level=_level(role, phrase), sector=_sector(role, phrase, line, at), reason=_reason(role, body),
        confidence=0.8 if role and body else 0.5,
    )  # fmt: skip
    return with_person(base, found, role, at, former) if found else base


def with_person(base: Mention, found: Found, role: Role | None, at: Setting, former: bool = False) -> Mention:
    """A mention, once it is known whose name it is: what the text leaves out comes from the post of that day.

    Who holds the very office named holds it where they hold it: *Congolese* alone would say the other Congo.
    """
    known, post = at.known, found.post
    office = known.offices.get(post.office) if post else None
    place = known.body(post.office) if post else None
    real = known.roles.get(office.role) if office else None
    held = post is not None and at.day is not None and post.first <= at.day <= post.last
    there = place if held and role and real and real.id == role.id else None
    shown = role if role and (role.id not in WEAK or real is None or not held) else real if held else role
    told = shown or real
    own = role is not None and base.sector not in (None, role.sector)
    return _changed(
        base,
        actor=found.person,
        name=known.persons[found.person].name,
        role=shown.id if shown else None,
        country=country(there, known) or base.country or (country(place, known) if base.organisation is None else None),
        organisation=base.organisation or (place if place and place.startswith("org:") and not base.country else None),
        level="unknown"
        if former or (role and base.level == "unknown") or (role is None and not held)
        else told.level
        if told
        else base.level,
        sector="ELI" if former or (role is None and not held) else told.sector if told and not own else base.sector,
        reason=found.reason,
        confidence=found.confidence,
    )


def _office(
    line: Line, phrase: Phrase, body: str | None, at: Setting, nth: int | None, group: str | None = None
) -> Mention:
    """The mention of an office or of a group of officials, without a name."""
    known = at.known
    role = role_of(phrase, body, known)
    several = phrase.plural and (nth is None or role is None or role.rank >= SOLE)
    start, end = _share(line, phrase, nth)
    part = qualifier_of(phrase, body, known) or _destination(role, phrase, at)
    unnamed = several or bool(phrase.mods & {"former", "elect", "indefinite", "past"})
    organ = organ_inside(phrase, known)
    holder = None if unnamed else _head_of(organ, role, at) or holder_of(role, body, at, part)
    base = Mention(
        start=start, end=end, kind="group" if several else "office", head=_head(line, phrase, start, end),
        actor=organ.id if organ and organ.kind in OWN else _office_id(role, body, several, part),
        role=role.id if role else None, country=country(body, known),
        organisation=group or (body if body and body.startswith("org:") else None),
        level=_level(role, phrase), sector=_sector(role, phrase, line, at), plural=several,
        reason=_reason(role, body), confidence=0.7 if body else 0.3,
    )  # fmt: skip
    if holder is None:
        return base
    person = known.persons[holder.person]
    stale = at.day is not None and "" < holder.known_until < at.day
    reason = "last known holder of the office" if stale else "holder of the office on that day"
    return _changed(
        base,
        actor=person.id,
        name=person.name,
        reason=reason,
        confidence=0.6 if stale else min(0.85, holder.confidence),
    )


def holder_of(role: Role | None, body: str | None, at: Setting, qualifier: str = "") -> Tenure | None:
    """The one holder of a body's office on the day of the text; nobody where the tables know two."""
    if role is None or body is None or at.day is None or (role.rank >= SOLE and role.id != "ambassador"):
        return None
    held = at.known.holders(office_id(role.id, body, qualifier), at.day)
    if not held and role.id == "head_of_state":
        held = at.known.holders(office_id("supreme_leader", body), at.day)
    sure = [t for t in held if not "" < t.known_until < at.day]
    people = {t.person for t in sure or held}
    return (sure or held)[0] if len(people) == 1 else None


def office_id(role: str, body: str, qualifier: str = "") -> str:
    """`office:RU/foreign_minister`, `office:org:eu/secretary_general/council`."""
    return f"office:{body.removeprefix('iso:')}/{role}" + (f"/{qualifier}" if qualifier else "")


def _destination(role: Role | None, phrase: Phrase, at: Setting) -> str:
    """Where an ambassador is sent, as the end of the office's id."""
    if role is None or role.id != "ambassador" or not phrase.to:
        return ""
    state = at.known.states.get(body_of(phrase.to[0], at.known) or "")
    return state.alpha2 if state else ""


def _office_id(role: Role | None, body: str | None, several: bool, qualifier: str) -> str | None:
    if body is None or role is None or several or role.id in ("official", "counterpart", "diplomat"):
        return body
    return office_id(role.id, body, qualifier)


def _level(role: Role | None, phrase: Phrase) -> Level:
    """The level of contact; who held an office once, or will, does not stand on its level."""
    return role.level if role and not phrase.mods & {"former", "elect"} else "unknown"


def _share(line: Line, phrase: Phrase, nth: int | None) -> tuple[int, int]:
    """Which words of *the leaders of Germany, France and the UK* stand for the one, which for the other."""
    first, last = line.start(phrase.first), line.end(phrase.last - 1)
    if nth is None or nth >= len(phrase.bodies):
        return first, last
    tokens, pieces = line.sentence.tokens, phrase.bodies
    piece = pieces[nth]
    before = piece.i < line[phrase.head].i
    start = first if nth == 0 else tokens[piece.i].start
    end = last if nth == len(pieces) - 1 else tokens[piece.j - 1].end
    return (start, end) if before or nth else (first, tokens[piece.j - 1].end)


def _head(line: Line, phrase: Phrase, start: int, end: int) -> int:
    head = line.start(phrase.head)
    return head if start <= head < end else start


def _reason(role: Role | None, body: str | None) -> str:
    return "state and role" if role and body else "role" if role else "name"


def _sector(role: Role | None, phrase: Phrase, line: Line, at: Setting) -> str | None:
    """That of what somebody is of, where it is not a state's; else the role's."""
    if "former" in phrase.mods:
        return "ELI"
    if own := sector_inside(phrase, at.known):
        organ = organ_inside(phrase, at.known)
        return "GOV" if organ and governs(organ, at.day) else own
    if role and role.id == "official" and "inside" in phrase.mods:
        return (
            sector_of_name(" ".join(p.low for p in line.pieces[phrase.head + 1 : phrase.last]), at.known) or role.sector
        )
    if role and role.id == "head_of_state" and any(p.target == HOLY_SEE for p in phrase.bodies):
        return "REL"
    return role.sector if role else None


def _head_of(organ: Organ | None, role: Role | None, at: Setting) -> Tenure | None:
    """Who leads a party, an armed group, a part of a state on the day."""
    if organ is None or role is None or at.day is None or HEAD_OF.get(organ.kind, "") != role.id:
        return None
    held = at.known.holders(organ.id, at.day)
    return held[0] if len({t.person for t in held}) == 1 else None


def _written(line: Line, name: Piece) -> str:
    tokens = line.sentence.tokens
    words = [line.words[name.i]]
    for n in range(name.i + 1, name.j):
        gap = " " if tokens[n].start > tokens[n - 1].end else ""
        words.append(gap + line.words[n])
    return "".join(words)


def _changed(mention: Mention, **fields: object) -> Mention:
    return msgspec.structs.replace(mention, **fields)
