"""Countries, capitals, organisations, organs -> mentions: *Moscow* speaks as a government, is visited as a place."""

from demarche.language.mentions.bodies import bodies, body_of, country
from demarche.language.mentions.inside import OWN, SEATS, breakaway, governs, sector_of_name
from demarche.language.mentions.phrase import Phrase, cues, is_possessive
from demarche.language.mentions.pieces import Line, Piece
from demarche.language.mentions.setting import Setting
from demarche.lexicon.actors import Organ
from demarche.lexicon.gazetteer import gazetteer
from demarche.model import Mention
from demarche.model.values import MentionKind

AT_A_PLACE = cues("before a place")
"""Words before the name of a city that mean the city itself."""

EVENTS = cues("event at a place")


def body_mentions(line: Line, k: int, phrase: Phrase, at: Setting) -> list[Mention]:
    """The mention of a country, city or organisation that stands alone."""
    piece = phrase.bodies[0]
    span = (line.start(phrase.first), line.end(phrase.last - 1))
    match piece.kind:
        case "state" if piece.target.startswith("org:"):
            return [_organisation(piece, span, line.start(phrase.head), at)]
        case "adjective" | "demonym" if piece.target.startswith("org:"):
            return []
        case "state" | "adjective" | "demonym":
            return [_state(piece, span, line.start(phrase.head), at)]
        case "seat":
            return [_seat(line, phrase, piece, span, at)]
        case "organ":
            return [_organ(line, phrase, span, at)]
        case "organisation":
            return [_organisation(piece, span, line.start(phrase.head), at)]
        case "city" | "region" | "place_name":
            return [_place(line, piece, span, line.start(phrase.head), at)]
        case _:
            name = " ".join(line.words[piece.i : piece.j])
            return [_unknown(name, piece, span, line.start(phrase.head), at)]


def _state(piece: Piece, span: tuple[int, int], head: int, at: Setting) -> Mention:
    people = piece.kind == "demonym" and piece.plural
    return Mention(
        start=span[0], end=span[1], kind="group" if people else "state", head=head, actor=piece.target,
        name=at.known.states[piece.target].name, country=country(piece.target, at.known), plural=people,
        sector="CVL" if people else None, reason="nationality" if piece.kind != "state" else "state",
        confidence=0.6 if piece.kind == "adjective" or piece.doubtful else 0.95,
    )  # fmt: skip


def _seat(line: Line, phrase: Phrase, piece: Piece, span: tuple[int, int], at: Setting) -> Mention:
    if is_place(line, phrase.first, phrase.last):
        return _place(line, piece, span, line.start(phrase.head), at)
    organisation = piece.target if piece.target.startswith("org:") else None
    return Mention(
        start=span[0], end=span[1], kind="organisation" if organisation else "state", head=line.start(phrase.head),
        actor=piece.target, name=" ".join(line.words[piece.i : piece.j]), country=country(piece.target, at.known),
        organisation=organisation, sector="GOV", reason="capital for its government", confidence=0.7,
    )  # fmt: skip


def is_place(line: Line, first: int, last: int) -> bool:
    """Is a capital meant as a city? After *in* and *to*, before a comma and its state or *summit*, in a dateline."""
    if line[first - 1].low in AT_A_PLACE or line[last].low in EVENTS:
        return True
    if line[first - 1].low in ("and", ",", "or") and line[first - 2].kind in ("seat", "city") and first >= 3:
        return is_place(line, first - 2, last) if line[first - 3].low in AT_A_PLACE else False
    if line[last].low == "," and line[last + 1].kind in ("state", "region"):
        return True
    capitals = line.words[line[last - 1].i].isupper() and line[last].low in ("—", "–", "-", "(")
    opening = first == 0 and line[last].low in ("—", "–", "-", "(", ",", ":")
    return capitals or (opening and not is_possessive(line, last))


def _place(line: Line, piece: Piece, span: tuple[int, int], head: int, at: Setting) -> Mention:
    name = " ".join(line.words[piece.i : piece.j])
    own = body_of(piece, at.known) if piece.kind in ("seat", "region", "city") else None
    where = country(own, at.known)
    where = _after_comma(line, piece, at) or where
    if where is None and (city := at.known.place(name)):
        where = city.country
    return Mention(
        start=span[0], end=span[1], kind="place", head=head, name=name, country=where, reason="place",
        sector=breakaway(name, at.known), confidence=0.85 if where else 0.4,
    )  # fmt: skip


def _after_comma(line: Line, piece: Piece, at: Setting) -> str | None:
    """*Hinton, Alberta*, *Paris, Texas*: the state or region after the comma says where."""
    k = next((n for n in range(len(line)) if line[n].i == piece.i), -1)
    if k < 0 or line[k + 1].low != "," or line[k + 2].kind not in ("state", "region"):
        return None
    return country(body_of(line[k + 2], at.known), at.known)


def _organ(line: Line, phrase: Phrase, span: tuple[int, int], at: Setting) -> Mention:
    organ = at.known.organs[phrase.bodies[0].target]
    body = at.known.body(organ.id)
    seat = organ.kind in SEATS
    place = seat and is_place(line, phrase.first, phrase.last) and "dministration" not in line[phrase.head].low
    own = body if body and body.startswith("org:") else None if seat else organ.id
    return Mention(
        start=span[0], end=span[1], kind="place" if place else "office" if seat else "organisation",
        head=line.start(phrase.head), actor=None if place else organ.id,
        name=organ.name if not place else _said(line, phrase), country=country(body, at.known),
        organisation=None if place else own,
        sector=None if place else "GOV" if governs(organ, at.day) else organ.sector,
        reason="place" if place else "organ", confidence=0.7 if place else 0.9,
    )  # fmt: skip


def _said(line: Line, phrase: Phrase) -> str:
    piece = phrase.bodies[0]
    return " ".join(line.words[piece.i : piece.j])


def _organisation(piece: Piece, span: tuple[int, int], head: int, at: Setting) -> Mention:
    found = at.known.organisations[piece.target]
    return Mention(
        start=span[0], end=span[1], kind="organisation", head=head, actor=found.id, name=found.name,
        organisation=found.id, sector=found.sector or found.code, reason="organisation", confidence=0.95,
    )  # fmt: skip


def _unknown(name: str, piece: Piece, span: tuple[int, int], head: int, at: Setting) -> Mention:
    """An organisation the model found and the tables lack; a country in its name is its own."""
    return Mention(
        start=span[0], end=span[1], kind="organisation", head=head, name=name, organisation=name,
        country=country(piece.target or None, at.known) or _of_its_town(name), sector=sector_of_name(name, at.known),
        reason="name", confidence=0.5,
    )  # fmt: skip


TOWN = 100_000
"""A place in an organisation's name tells its country if so many live there: *Madras High Court*."""


def _of_its_town(name: str) -> str | None:
    """The country of the place that an organisation's name begins with, where no place of that name is as large."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    for n in (2, 1):
        if len(words) > n and (spot := gazetteer().largest(" ".join(words[:n]))) and spot.population >= TOWN:
            return spot.country
    return None


def organ_mentions(line: Line, phrase: Phrase, at: Setting) -> list[Mention]:
    """*the Russian foreign ministry*, *Ukrainian and Russian soldiers*, *protesters*."""
    known = at.known
    found = bodies(phrase, known)
    first, last = line.start(phrase.first), line.end(phrase.last - 1)
    if not found:
        return [_organ_of(phrase, None, (first, last), line, at)]
    if len(found) == 1 or "joined" not in phrase.mods:
        return [_organ_of(phrase, found[0], (first, last), line, at)]
    out = []
    for n, body in enumerate(found[: len(phrase.bodies)]):
        piece = phrase.bodies[n]
        start = first if n == 0 else line.sentence.tokens[piece.i].start
        end = last if n == len(found) - 1 else line.sentence.tokens[piece.j - 1].end
        out.append(_organ_of(phrase, body, (start, end), line, at))
    return out


def _organ_of(phrase: Phrase, body: str | None, span: tuple[int, int], line: Line, at: Setting) -> Mention:
    group = phrase.kind == "group"
    sector = _sector(phrase, at)
    organ = body if body and (group or phrase.noun == "government") else _organ_id(phrase, body)
    whole = _owner(phrase, at)
    if group and len(phrase.bodies) == 1 and phrase.bodies[0].kind == "organ":
        organ = phrase.bodies[0].target
    elif whole is not None and whole.sector == sector:
        organ, sector = whole.id, "GOV" if governs(whole, at.day) else sector
    head = line.start(phrase.head)
    kind: MentionKind = "group" if group else "state" if phrase.noun == "government" else "organisation"
    return Mention(
        start=span[0], end=span[1], kind=kind, head=head if span[0] <= head < span[1] else span[0],
        actor=organ, country=country(body, at.known),
        organisation=body if body and body.startswith("org:") else None if group or body is None else organ,
        name=None if group else " ".join(line.words[line[phrase.head].i : line[phrase.head].j]),
        sector="ELI" if "former" in phrase.mods else sector, plural=phrase.plural,
        reason="state and noun" if body else "noun", confidence=0.8 if body else 0.4,
    )  # fmt: skip


def _owner(phrase: Phrase, at: Setting) -> Organ | None:
    """The armed group, party or company whose men these are: *Taliban fighters*."""
    piece = phrase.bodies[0] if len(phrase.bodies) == 1 and phrase.bodies[0].kind == "organ" else None
    found = at.known.organs.get(piece.target) if piece else None
    return found if found and found.kind in OWN else None


def _sector(phrase: Phrase, at: Setting) -> str:
    """That of the noun; *members* and *gunmen* of an organ are of its own."""
    organ = next((at.known.organs[p.target] for p in phrase.bodies if p.kind == "organ"), None)
    if phrase.kind == "group":
        vague = phrase.noun in ("UNK", "UAF", "CVL", "PPL")
        if organ and governs(organ, at.day):
            return "GOV" if vague or organ.sector == phrase.noun else phrase.noun
        return organ.sector if organ and (vague or organ.kind == "armed_group") else phrase.noun
    return at.known.body_sectors.get(phrase.noun, "GOV")


def _organ_id(phrase: Phrase, body: str | None) -> str | None:
    return f"organ:{body.removeprefix('iso:')}/{phrase.noun}" if body and body.startswith("iso:") else body
