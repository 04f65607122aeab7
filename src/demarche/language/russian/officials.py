"""A phrase about somebody in office, or a bare name -> whom it stands for on the day of the text."""

from collections.abc import Sequence

import msgspec

from demarche.language.mentions.resolve import SOLE, holder_of, office_id, with_person
from demarche.language.mentions.roles import WEAK
from demarche.language.mentions.setting import Setting
from demarche.language.mentions.whom import Found
from demarche.language.russian.line import Line
from demarche.language.russian.phrases import Phrase
from demarche.language.russian.whose import known, named
from demarche.lexicon.actors import Role
from demarche.model import Mention, Stretch

NOBODY = frozenset({"leader", "official", "counterpart", "minister", "legislator", "party_leader", "diplomat"})
"""Roles that, without a state or a name beside them, tell nothing."""


def person_mention(line: Line, i: int, j: int, at: Setting, told: Sequence[Mention]) -> Mention:
    """The mention of somebody by name alone."""
    found = _person(line, i, j, None, None, "", at)
    earlier = _called_before(found[1], told)
    if found[0] is None and earlier is not None:
        start, end = line.span(i, j)
        back = (Stretch(earlier.start, earlier.end),)
        return msgspec.structs.replace(
            earlier, start=start, end=end, head=start, kind="person", reason="named before", antecedents=back
        )
    return _mention(line, (i, j), i, None, None, at, found)


def office_mentions(line: Line, phrase: Phrase, at: Setting, told: Sequence[Mention]) -> list[Mention]:
    """One mention for each person or office of a phrase; none where it names nobody."""
    if phrase.plural and (len(phrase.bodies) > 1 or len(phrase.names) > 1):
        return _several(line, phrase, at)
    if phrase.plural and not phrase.names:
        return [_group(line, phrase, at)] if phrase.bodies else []
    body = next(iter(phrase.bodies), None)
    role = _role(phrase.role, body, at)
    if not phrase.names:
        return _unnamed(line, phrase, role, body, at, told)
    i, j = phrase.names[0]
    body = body or _home(role, at)
    found = _person(line, i, j, role, body, phrase.qualifier, at)
    return [_mention(line, (phrase.first, phrase.last), phrase.head, role, body, at, found)]


def _role(role: Role | None, body: str | None, at: Setting) -> Role | None:
    """*лидер Турции* is its president; of a body that is no state, its head."""
    if role and role.id == "leader" and body:
        state = at.known.states.get(body)
        return at.known.roles[state.leader if state else "organisation_head"]
    return role


def _home(role: Role | None, at: Setting) -> str | None:
    """*Президент* in an official text is its own."""
    return at.home if role and at.home and role.rank < SOLE and role.id not in NOBODY else None


def _several(line: Line, phrase: Phrase, at: Setting) -> list[Mention]:
    """*Президенты России и Турции*; with names, each with the state in the same place."""
    out = []
    number = max(len(phrase.bodies), len(phrase.names))
    for n in range(number):
        body = phrase.bodies[n] if n < len(phrase.bodies) else None
        body = body or (phrase.bodies[0] if len(phrase.bodies) == 1 else None)
        role = _role(phrase.role, body, at)
        words = phrase.names[n] if n < len(phrase.names) else phrase.body_words[n]
        span = (phrase.first if n == 0 and words[0] > phrase.head else words[0], words[1])
        if n < len(phrase.names):
            found = _person(line, *phrase.names[n], role, body, "", at)
            out.append(_mention(line, span, phrase.head, role, body, at, found))
        else:
            out.append(_held(line, span, phrase, role, body, at))
    return out


def _unnamed(
    line: Line, phrase: Phrase, role: Role | None, body: str | None, at: Setting, told: Sequence[Mention]
) -> list[Mention]:
    """An office without a name: its holder on the day, the one named before, or for *коллега* the other's equal."""
    if role is not None and role.id == "counterpart":
        before = next((m.role for m in reversed(told) if m.role and m.role not in WEAK), None)
        if body is None:
            return []
        role = at.known.roles[before] if before else role
    span = (phrase.first, phrase.last)
    if body is None and role is not None:
        earlier = next((m for m in reversed(told) if m.role == role.id and m.country and not m.plural), None)
        if earlier is not None:
            start, end = line.span(*span)
            back = (Stretch(earlier.start, earlier.end),)
            return [
                msgspec.structs.replace(
                    earlier, start=start, end=end, head=line.tokens[phrase.head].start, reason="named before",
                    antecedents=back, confidence=0.7,
                )
            ]  # fmt: skip
        body = _home(role, at)
        if body is None and role.id in NOBODY:
            return []
    return [_held(line, span, phrase, role, body, at)]


def _held(
    line: Line, span: tuple[int, int], phrase: Phrase, role: Role | None, body: str | None, at: Setting
) -> Mention:
    """An office, and who held it on the day."""
    base = _mention(line, span, phrase.head, role, body, at, (None, ""))
    holder = holder_of(role, body, at, phrase.qualifier)
    own = office_id(role.id, body, phrase.qualifier) if role and body and role.id not in NOBODY else None
    base = msgspec.structs.replace(base, kind="office", name=None, actor=own, confidence=0.7 if body else 0.3)
    if holder is None:
        return base
    person = at.known.persons[holder.person]
    return msgspec.structs.replace(
        base, actor=person.id, name=person.name, reason="holder of the office on that day", confidence=0.85
    )


def _group(line: Line, phrase: Phrase, at: Setting) -> Mention:
    """*представители Ирана*: officials of one state."""
    body = phrase.bodies[0]
    base = _mention(line, (phrase.first, phrase.last), phrase.head, _role(phrase.role, body, at), body, at, (None, ""))
    return msgspec.structs.replace(base, kind="group", name=None, plural=True, confidence=0.7)


def _person(
    line: Line, i: int, j: int, role: Role | None, body: str | None, qualifier: str, at: Setting
) -> tuple[Found | None, str]:
    """Who bears the name in some words, and that name in Latin letters."""
    full = next((p for k in range(i, j) if (p := line.piece(k, "person")) and p.j == j), None)
    if full:
        found = known(full.target, full.j - full.i == 1, role, body, at)
        return found, full.target
    kept = [k for k in range(i, j) if line.words[k] != "."]
    bare = [line.words[k].lower() if line.feature(k, "Case") == "Nom" else line.tokens[k].lemma for k in kept]
    return named([line.words[k] for k in kept], bare, role, body, qualifier, at)


def _mention(
    line: Line, span: tuple[int, int], head: int, role: Role | None, body: str | None, at: Setting,
    who: tuple[Found | None, str],
) -> Mention:  # fmt: skip
    found, name = who
    start, end = line.span(*span)
    at_head = line.tokens[head].start
    base = Mention(
        start=start,
        end=end,
        kind="person",
        head=at_head if start <= at_head < end else start,
        name=name or None,
        role=role.id if role and role.id != "counterpart" else None,
        country=at.known.country(body) if body and body.startswith("iso:") else None,
        organisation=body if body and body.startswith("org:") else None,
        level=role.level if role else "unknown",
        sector=role.sector if role else None,
        reason="state and role" if role and body else "role" if role else "name",
        confidence=0.8 if role and body else 0.5,
    )
    return with_person(base, found, role, at) if found else base


def _called_before(name: str, told: Sequence[Mention]) -> Mention | None:
    """The person whose full name, given earlier, ends in this surname."""
    last = name.split()[-1:] if name else []
    return next((m for m in reversed(told) if m.kind == "person" and m.name and m.name.split()[-1:] == last), None)
