"""The pieces of a sentence -> the phrases in it that name somebody.

*[the former] Russian Foreign Minister Sergei Lavrov*, *President of Finland Sauli Niinistö*, *Kenya's ambassador to
Sudan*, *Stephen Lovegrove, National Security Advisor to the Prime Minister of the United Kingdom*, *US and European
officials*.
One look from left to right; every step moves on, so that time grows with the words only.
"""

from collections.abc import Iterator

from demarche.language.mentions.people import apposition, honoured, is_name, people, with_honorific
from demarche.language.mentions.phrase import Phrase, cues, is_possessive, word_class
from demarche.language.mentions.pieces import BODIES, Line, Piece
from demarche.language.mentions.tails import complements

FILLERS = 3
"""Capitalised words that may stand between a country and a title: *Kenyan Cabinet Secretary*, *UK Labour leader*."""

EVENTS = cues("event after a title")
"""Words that make a title before them the name of an event: *the Leaders' Summit*."""

TITLES_GO_ON = frozenset(["of", "executive", "financial", "operating", "economic", "whip", "legal"])
"""Words after *chief* that show it to be only the first part of a title."""

WITHIN = frozenset(["in", "inside", "within", "across"])
"""Before a state, what makes it a place and not whose the next title is: *In Turkey Minister Ellwood met*."""

VAGUE = cues("vague body")
SEVERAL = cues("plural noun")
INSIDE = frozenset(["state", "organisation", "organ", "region"])
"""What a group can be part of: *members of the Taliban*."""

JOINTS = cues("joint")


def phrases(line: Line) -> Iterator[Phrase]:
    """Every phrase of a line, in order; one under another ("adviser to President Macron") follows the one above."""
    end = 0
    for k in line.openings():
        if k < end:
            continue
        phrase = office(line, k) or person(line, k) or body(line, k)
        if phrase is None:
            continue
        yield phrase
        if phrase.under is not None and phrase.under.names:
            yield phrase.under
        end = phrase.last


def office(line: Line, k: int, named: bool = True) -> Phrase | None:
    """A phrase around a title; with `named` also the person who bears it."""
    phrase = Phrase("office", k, k, k)
    at = _before(line, k, phrase)
    if line[at].kind != "title":
        return _organ(line, k, at, phrase) if line[at].kind in ("body", "agent") and named else None
    if len(phrase.bodies) > 1 and "joined" in phrase.mods and not line[at].plural:
        return None
    phrase.head = at
    if line[k - 1].low in ("was", "were", "as") and line[k - 2].low != "such":
        phrase.mods.add("past")
    at = _titles(line, at, phrase)
    if (line[at].capital and line[at].low in EVENTS) or (is_possessive(line, at) and line[at + 1].low in EVENTS):
        return None
    if line[k].low == "both" and not phrase.plural:
        phrase.first = k + 1
    at = complements(line, at, phrase, _nested)
    phrase.last = at
    if named:
        people(line, at, phrase)
        if phrase.names:
            apposition(line, phrase.last, phrase, _nested)
    return phrase


def _nested(line: Line, k: int) -> Phrase | None:
    """The office that another serves or that stands after a name; its person only where no article stands first."""
    return office(line, k, named=word_class(line, k) != "determiner")


def _before(line: Line, k: int, phrase: Phrase) -> int:
    """Read what stands before a title into the phrase; where it ends."""
    at, fillers = k, 0
    while True:
        piece, kind = line[at], word_class(line, at)
        if at == k and piece.kind == "state" and line[k - 1].low in WITHIN and not is_possessive(line, k + 1):
            return at
        if piece.kind in BODIES and not (piece.kind == "org_name" and not phrase.bodies and is_name(line, at)):
            phrase.bodies.append(piece)
            at = _joined(line, at + 1, phrase)
        elif kind in ("former", "acting", "current", "rank", "many", "elect") and not _heads(line, at, phrase):
            phrase.mods.add(kind)
            at += 2 if line[at + 1].low == "-" and kind == "former" else 1
        elif kind in ("determiner", "possessive") and (at == k or line[at - 1].low in ("and", "of", ",")):
            phrase.mods.add(piece.low if kind == "possessive" else "definite" if piece.low == "the" else "indefinite")
            at += 1
        elif at == k and piece.kind in ("person", "name") and is_possessive(line, at + 1):
            phrase.owner = piece
            at += 2
        elif piece.kind in ("body", "agent") and (after := _organ_before(line, at, phrase)) > at:
            at = after
        elif phrase.bodies and fillers < FILLERS and (_is_filler(line, at) or _describes(line, at, phrase)):
            fillers += 1
            at += 1
        else:
            return at


def _heads(line: Line, at: int, phrase: Phrase) -> bool:
    """*the IAEA chief* is a title; *the chief negotiator* has one."""
    known = bool(phrase.bodies) and line[at].kind == "title"
    return known and line[at + 1].kind not in ("title", "body", "agent") and line[at + 1].low not in TITLES_GO_ON


def _organ_before(line: Line, at: int, phrase: Phrase) -> int:
    """*Russian Foreign Ministry spokeswoman*, *Ministry of Foreign Affairs of Ukraine spokesperson*, *a senior
    administration official*.
    """
    end = at + 1
    if not phrase.bodies and line[end].low == "of" and line[end + 1].kind == "state":
        phrase.bodies.append(line[end + 1])
        end += 2
    end += is_possessive(line, end)
    if line[end].kind == "title" and (phrase.bodies or end == at + 1):
        phrase.noun = phrase.noun if phrase.bodies else line[at].target
        return end
    if end > at + 2:
        phrase.bodies.pop()
    return at


def _is_filler(line: Line, at: int) -> bool:
    piece = line[at]
    return piece.capital and piece.kind in ("word", "org_name", "place_name") and piece.low.isalpha()


def _describes(line: Line, at: int, phrase: Phrase) -> bool:
    """*Japanese business executives*: a noun or adjective between a nationality and who has it."""
    token = line.sentence.tokens[line[at].i] if at < len(line) else None
    describing = token is not None and token.upos in ("NOUN", "ADJ") and line[at].kind in ("word", "agent")
    near = {line[at + 1].kind, line[at + 2].kind if line[at + 1].kind == "word" else ""}
    return describing and phrase.bodies[-1].kind == "adjective" and bool(near & {"agent", "body", "title"})


def _joined(line: Line, at: int, phrase: Phrase) -> int:
    """After a country: its possessive, a hyphen, its short form, or another country that shares the title."""
    if line[at].low == "(" and line[at + 2].low == ")":
        at += 3
    if is_possessive(line, at):
        return at + 1
    if line[at].low in JOINTS and line[at + 1].kind in BODIES:
        phrase.mods.add("joined")
        return at + 1
    ahead = at
    while line[ahead].low in (",", "and", "or", "&", "the"):
        ahead += 1
    if ahead > at and ahead - at <= 3 and line[ahead].kind in BODIES and line[at].low != "the":
        phrase.mods.add("joined")
        return ahead
    return at


def _titles(line: Line, at: int, phrase: Phrase) -> int:
    """The title, and others that the same person bears."""
    while line[at].kind == "title":
        phrase.titles.append(line[at])
        phrase.plural = phrase.plural or line[at].plural
        at += 1
        while line[at].low == "-" and word_class(line, at + 1) == "elect":
            phrase.mods.add("elect")
            at += 2
        if word_class(line, at) == "elect":
            phrase.mods.add("elect")
            at += 1
        if line[at].low in ("and", "&", "/") and line[at + 1].kind == "title" and _one_bearer(line, at + 1, phrase):
            at += 1
    return at


def _one_bearer(line: Line, at: int, phrase: Phrase) -> bool:
    """*Prime Minister and Foreign Minister X* is one person: no article, and a name after the second title."""
    ahead = at + 1
    while line[ahead].kind == "title" or (line[ahead].low in ("of", "for", "the", "and") and ahead - at < 4):
        ahead += 1
    if line[ahead].kind in BODIES:
        ahead += 1
    return not phrase.plural and not line[at].plural and is_name(line, with_honorific(line, ahead))


def person(line: Line, k: int) -> Phrase | None:
    """A name, with an honorific before it and what follows: *of Ukraine*, or a title after a comma."""
    at = with_honorific(line, k)
    found = honoured(line, at)
    if found is None:
        return None
    name, last = found
    phrase = Phrase("person", k, last, at, names=[name])
    if line[last].low == "of" and line[last + 1].kind in ("state", "region"):
        phrase.bodies.append(line[last + 1])
        phrase.last = last + 2
    apposition(line, phrase.last, phrase, _nested)
    return phrase


ARMED = frozenset(["military", "police", "intelligence", "rebels", "court", "legislature", "opposition"])
"""Parts of a state that are somebody even where no state is named: *the army*, *police*."""


def _organ(line: Line, k: int, at: int, phrase: Phrase) -> Phrase | None:
    """*the Russian foreign ministry*, *four Saudi men*, *members of the Taliban*, *soldiers*."""
    piece = line[at]
    phrase.kind = "organ" if piece.kind == "body" else "group"
    phrase.first = k if phrase.bodies else at
    phrase.head, phrase.noun, phrase.last = at, piece.target, at + 1
    here = at + 2 + (line[at + 2].low == "the")
    links = ("of", "from", "in") if piece.kind == "agent" else ("of",)
    if not phrase.bodies and line[at + 1].low in links and line[here].kind in INSIDE:
        phrase.bodies.append(line[here])
        phrase.last = here + 1
    known = piece.target in ARMED or ("definite" in phrase.mods and piece.low not in VAGUE)
    longer = line[at + 1].capital and line[at + 1].kind == "word"
    if piece.kind == "body" and not phrase.bodies and (longer or not known):
        return None
    if piece.kind == "agent" and not _is_somebody(piece, phrase):
        return None
    phrase.plural = piece.plural or "joined" in phrase.mods
    return phrase


def _is_somebody(piece: Piece, phrase: Phrase) -> bool:
    """A generic noun stands for actors in the plural, with an article, or with a state; *member of NATO* for none."""
    several = piece.plural or piece.low.split()[-1] in SEVERAL
    if phrase.bodies:
        return several or piece.target != "UNK"
    return several or bool(phrase.mods & {"definite", "indefinite", "many", "former"})


def body(line: Line, k: int) -> Phrase | None:
    """A country, an organisation, a city."""
    at = k + 1 if line[k].low == "the" else k
    piece = line[at]
    if piece.kind not in BODIES and piece.kind != "place_name":
        return None
    return Phrase("body", k, at + 1, at, bodies=[piece])
