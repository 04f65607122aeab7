"""The phrase about somebody in office that begins at a word: *министр иностранных дел России С.В.Лавров*."""

from dataclasses import dataclass, field

from demarche.language.russian.line import Line
from demarche.language.russian.morphology import may_be_plural
from demarche.lexicon import Knowledge
from demarche.lexicon.actors import Role

OF_ORGAN = {
    "foreign_ministry": "foreign_minister",
    "defence_ministry": "defence_minister",
    "government": "head_of_government",
    "security_council": "national_security_adviser",
    "legislature": "speaker",
}
"""What the head of an organ is: *глава российского МИД*."""

SERVANTS = frozenset({"envoy", "adviser", "spokesperson", "chief_of_staff", "official", "deputy_minister"})
"""Roles that another's title may follow: *спецпредставитель Президента России*."""

BODIES = ("state", "organisation", "organ")
FAR = 12
"""Words that a field of duties may take between a title and a name: *по Ближнему Востоку и странам Африки*."""


@dataclass(slots=True)
class Phrase:
    """Words `first` up to `last`; `bodies` are ids, `names` stretches of words, `case` that of the head noun."""

    first: int
    last: int
    head: int
    role: Role | None
    qualifier: str = ""
    bodies: list[str] = field(default_factory=list)
    body_words: list[tuple[int, int]] = field(default_factory=list)
    names: list[tuple[int, int]] = field(default_factory=list)
    plural: bool = False
    case: str = ""


def phrase(line: Line, i: int, known: Knowledge) -> Phrase | None:
    """The phrase around a title that begins here, with whatever follows the title."""
    k, bodies, words = _before(line, i)
    piece = line.piece(k, "role")
    if piece is None or piece.role is None:
        return None
    head = line.noun(piece)
    found = Phrase(i, piece.j, head, known.roles[piece.role.role], piece.role.qualifier, bodies, words)
    found.plural = line.feature(head, "Number") == "Plur"
    found.case = line.feature(head, "Case")
    if piece.role.body and not bodies:
        found.bodies = [piece.role.body]
        found.body_words = [(piece.i, piece.j)]
    _after(line, found, known)
    _names(line, found)
    return _with_next(line, found, known)


def _before(line: Line, i: int) -> tuple[int, list[str], list[tuple[int, int]]]:
    """Adjectives of states before a title: *российский и турецкий президенты*."""
    k, bodies, words = i, list[str](), list[tuple[int, int]]()
    while k < len(line):
        if piece := line.piece(k, "adjective"):
            bodies.append(piece.target)
            words.append((piece.i, piece.j))
            k = piece.j
        elif bodies and (_goes_on(line, k) or _qualifies(line, k)):
            k += 1
        else:
            break
    return k, bodies, words


def _goes_on(line: Line, k: int) -> bool:
    return line.low(k) in ("и", ",") and line.piece(k + 1, "adjective") is not None


def _qualifies(line: Line, k: int) -> bool:
    """*турецкий новый министр*"""
    return line.piece(k) is None and line.tokens[k].upos == "ADJ" and line.piece(k + 1, "role") is not None


def _after(line: Line, found: Phrase, known: Knowledge) -> None:
    """Whose office it is: states and bodies in the genitive, an organ, the title of whom somebody serves."""
    while found.last < len(line):
        k = found.last
        piece = line.piece(k)
        if piece is None:
            if _shares(line, found, k):
                found.plural = True
                found.last += 1
                continue
            return
        fresh = not found.body_words or found.body_words[-1][0] == found.head or found.plural
        if piece.kind in BODIES and line.feature(k, "Case") not in ("Nom", "Ins", "Dat"):
            body = known.body(piece.target) or piece.target
            if fresh and found.bodies and not found.plural:
                found.bodies, found.body_words = [], []
            if body not in found.bodies:
                found.bodies.append(body)
                found.body_words.append((piece.i, piece.j))
        elif piece.kind == "adjective" and (noun := line.piece(piece.j, "noun", *BODIES)):
            found.bodies.append(piece.target)
            found.body_words.append((piece.i, noun.i))
            found.role = known.roles[OF_ORGAN[noun.target]] if noun.target in OF_ORGAN and _vague(found) else found.role
            piece = noun
        elif piece.kind == "noun":
            found.role = known.roles[OF_ORGAN[piece.target]] if _vague(found) else found.role
        elif not (piece.kind == "role" and found.role and found.role.id in SERVANTS and _genitive(line, piece.i)):
            return
        found.last = piece.j


def _shares(line: Line, found: Phrase, k: int) -> bool:
    """*Главы МИД России и Турции*: one more state; a form that can be a plural is one, for nobody has office in two."""
    if line.low(k) not in ("и", ",") or not found.bodies or line.piece(k + 1, *BODIES) is None:
        return False
    return found.plural or (line.low(k) == "и" and may_be_plural(line.words[found.head]))


def _vague(found: Phrase) -> bool:
    return found.role is not None and found.role.id in ("leader", "official", "minister")


def _genitive(line: Line, k: int) -> bool:
    return line.feature(k, "Case") == "Gen"


def _names(line: Line, found: Phrase) -> None:
    """The names after a title; after a plural, several."""
    at = _duties(line, found.last)
    while end := line.name(at, sure=True):
        found.names.append((at, end))
        found.last = end
        if not (found.plural and line.low(end) in ("и", ",")):
            return
        at = end + 1


def _duties(line: Line, k: int) -> int:
    """The place after *по иностранным делам и политике безопасности*, or *в Турции* of an ambassador, before a name."""
    if line.low(k) not in ("по", "в", "при", "на"):
        return k
    for j in range(k + 1, min(k + FAR, len(line))):
        if line.tokens[j].upos in ("VERB", "PUNCT"):
            return k
        if line.name(j):
            return j
    return k


def _comma(line: Line, k: int) -> int | None:
    """The comma or dash after a title, or after the field of duties that follows it."""
    far = FAR if line.low(k) == "по" else 1
    for j in range(k, min(k + far, len(line))):
        if line.low(j) in (",", "–", "—"):
            return j
        if line.tokens[j].upos in ("VERB", "PUNCT"):
            return None
    return None


def _with_next(line: Line, found: Phrase, known: Knowledge) -> Phrase:
    """*член Политбюро, министр иностранных дел КНР Ван И*: a second title of the same person, who is named after it."""
    comma = _comma(line, found.last)
    if found.names or found.plural or comma is None:
        return found
    other = phrase(line, comma + 1, known)
    if other is None or other.plural or not other.names or other.case != found.case:
        return found
    if found.bodies and other.bodies and found.bodies[0] != other.bodies[0]:
        return found
    ranks = [r for r in (found.role, other.role) if r]
    other.role = min(ranks, key=lambda r: r.rank)
    other.first, other.head = found.first, found.head
    other.bodies = other.bodies or found.bodies
    return other
