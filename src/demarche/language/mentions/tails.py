"""What follows a title: *of Finland*, *to Russia*, *for Syria*, *of the … Department of … of Azerbaijan*."""

from collections.abc import Callable

from demarche.language.mentions.phrase import Phrase, cues, is_possessive, word_class
from demarche.language.mentions.pieces import BODIES, Line, Piece

Nested = Callable[[Line, int], Phrase | None]

SENT = cues("sent")
"""Titles of people who are sent: what follows *to* is where to, and not whose they are."""

TRAVELLERS = cues("goes there")
"""Who goes to the place after *to*: *a delegation to France* is not France's."""

SPEAKING = cues("serving")
OFFICIALS = cues("official in a place")
"""Who serves the state in which they are: *officials in Moscow*."""

CHAIN = 14
REALMS = cues("realm")
LINKS = cues("link")


def complements(line: Line, k: int, phrase: Phrase, nested: Nested) -> int:
    """Read up to two complements into the phrase; where they end."""
    at = k
    for _ in range(2):
        at += line[at].low == "," and line[at + 1].low == "to" and line[at + 2].kind == "title" and bool(phrase.titles)
        link = line[at].low
        if link not in ("of", "for", "to", "in", "from", "at", "with"):
            break
        after = _complement(line, at, link, phrase, nested)
        if after == at:
            break
        at = after
    return at


def _complement(line: Line, at: int, link: str, phrase: Phrase, nested: Nested) -> int:
    here = at + 2 if line[at + 1].low == "the" else at + 1
    title = " ".join(t.low for t in phrase.titles)
    sent = any(word in title for word in SENT)
    if line[here].kind in BODIES:
        return _bodies(line, at, here, link, phrase, sent, nested)
    if link in ("of", "to", "for") and (line[here].kind == "title" or _is_office(line, here)) and not sent:
        return _office(line, at, phrase, nested)
    if link in ("of", "for") and line[here].capital:
        return _chain(line, at, here, phrase)
    return at


def _is_office(line: Line, here: int) -> bool:
    return line[here].kind in ("person", "name") and is_possessive(line, here + 1)


def _bodies(line: Line, at: int, here: int, link: str, phrase: Phrase, sent: bool, nested: Nested) -> int:
    """A country or organisation after the preposition, a list of them, or its office ("adviser to Iraq's premier")."""
    if link in ("of", "to") and not sent and not phrase.plural:
        below = nested(line, at + 1)
        if below is not None and below.kind == "office" and below.titles:
            return _under(phrase, below)
    target = _whose(link, phrase, sent)
    if target is None:
        return at
    other = bool(phrase.bodies) and line[here].target != phrase.bodies[-1].target
    if target is phrase.bodies and other and not phrase.plural:
        return here + 1 if link == "of" else at
    target.append(line[here])
    if line[here].kind == "org_name":
        phrase.mods.add("inside")
    end = _listed(line, here + 1, target, sent) if phrase.plural or sent else here + 1
    return _inside(line, end, line[here], phrase)


def _whose(link: str, phrase: Phrase, sent: bool) -> list[Piece] | None:
    """What the country after a preposition tells: whose somebody is, where they are sent, or neither."""
    title = " ".join(t.low for t in phrase.titles)
    if link == "to" and title in TRAVELLERS:
        return None
    speaking = any(word in title for word in SPEAKING)
    if link == "of" or (link == "from" and sent):
        return None if link == "from" and phrase.bodies else phrase.bodies
    if (link == "for" and speaking) or (link in ("to", "at", "with", "from") and not sent):
        return None if phrase.bodies else phrase.bodies
    if link == "in" and title in OFFICIALS:
        return phrase.bodies if not phrase.bodies else None
    return phrase.to if sent and link != "in" else None


def _listed(line: Line, end: int, target: list[Piece], sent: bool) -> int:
    """The further countries of a list: *of Germany, France, and the UK*."""
    while True:
        end = end + 3 if line[end].low == "(" and line[end + 2].low == ")" else end
        ahead = end
        while line[ahead].low in (",", "and", "&", "the", "as", "well"):
            ahead += 1
        if ahead == end or line[ahead].kind not in BODIES or (sent and line[ahead - 1].low == ","):
            return end
        if line[ahead + 1].kind == "title" or is_possessive(line, ahead + 1):
            return end
        target.append(line[ahead])
        end = ahead + 1


def _inside(line: Line, end: int, body: Piece, phrase: Phrase) -> int:
    """*of Japan's National Security Secretariat*, *of the Chadian Human Rights League*: something inside the state."""
    k = end + 1 if is_possessive(line, end) else end
    if k == end and body.kind != "adjective":
        return end
    last = k
    while line[last].kind == "body" or (
        line[last].capital and line[last].kind in ("word", "org_name", "organ", "agent")
    ):
        phrase.noun = line[last].target if line[last].kind == "body" else phrase.noun
        last += 1
    if last == k:
        return end
    phrase.mods.add("inside")
    return last


def _office(line: Line, at: int, phrase: Phrase, nested: Nested) -> int:
    """*adviser to the Prime Minister of the United Kingdom*"""
    below = nested(line, at + 1)
    if below is None or below.kind != "office" or not (below.titles or below.owner):
        return at
    return _under(phrase, below)


def _under(phrase: Phrase, below: Phrase) -> int:
    phrase.under = below
    phrase.bodies = phrase.bodies or list(below.bodies)
    return below.last


def _chain(line: Line, at: int, here: int, phrase: Phrase) -> int:
    """*of the Foreign Relations Department of the Presidential Administration of Azerbaijan*"""
    end, k = at, here
    while k < here + CHAIN and _goes_through(line, k):
        piece = line[k]
        if piece.kind in BODIES and _is_whose(line, k):
            phrase.bodies = phrase.bodies or [piece]
            _mark(line, here, k, phrase)
            return max(end, at) if piece.kind == "adjective" else k + 1
        if piece.kind != "word" or piece.capital:
            end = k + 1
        k += 1
    _mark(line, here, end, phrase)
    return end


def _mark(line: Line, here: int, end: int, phrase: Phrase) -> None:
    """Note that a title is one inside something with a name of its own: *president of the Human Rights League*."""
    if any(line[n].capital and line[n].low not in REALMS for n in range(here, end)):
        phrase.mods.add("inside")


def _goes_through(line: Line, k: int) -> bool:
    """Does the name of a department go on here: by a capital or a link, but not into a person's name?"""
    piece = line[k]
    if piece.kind in ("person", "name") or word_class(line, k) == "honorific":
        return False
    if piece.low == ",":
        return line[k + 1].capital and any(line[n].low == "and" for n in range(k + 2, k + 5))
    return piece.capital or piece.low in LINKS


def _is_whose(line: Line, k: int) -> bool:
    """Does a country in the name of a department say whose it is?"""
    of = line[k - 1].low in ("of", "the", "for")
    return of or is_possessive(line, k + 1) or line[k].kind in ("adjective", "organ")
