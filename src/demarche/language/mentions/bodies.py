"""Whose somebody is: the states and organisations that the pieces of a phrase stand for."""

from demarche.language.mentions.phrase import Phrase
from demarche.language.mentions.pieces import Piece
from demarche.lexicon import Knowledge


def body_of(piece: Piece, known: Knowledge) -> str | None:
    """The state or organisation (`iso:RU`, `org:nato`) a piece belongs to."""
    if piece.kind == "organ":
        return known.body(piece.target)
    if piece.kind == "city":
        found = known.state(known.cities[piece.target].country)
        return found.id if found else None
    if piece.kind == "place_name":
        city = known.place(piece.low)
        state = known.state(city.country) if city else None
        return state.id if state else None
    return piece.target or None


def bodies(phrase: Phrase, known: Knowledge) -> list[str]:
    """Each state or organisation of a phrase, once, in the order of the words."""
    found = (body_of(piece, known) for piece in phrase.bodies)
    return list(dict.fromkeys(b for b in found if b))


def main_body(all_bodies: list[str]) -> str | None:
    """The state, where there is one: *US ambassador to NATO* is the United States'."""
    states = [b for b in all_bodies if b.startswith("iso:")]
    return next(iter(states or all_bodies), None)


def country(body: str | None, known: Knowledge) -> str | None:
    """The alpha-3 code, where the body is a state."""
    return known.country(body) if body and body.startswith("iso:") else None


def organisation(body: str | None, phrase: Phrase, known: Knowledge) -> str | None:
    """The organisation's id, or the name of one that the tables lack."""
    if body and body.startswith("org:"):
        return body
    for piece in phrase.bodies:
        if piece.kind == "organisation":
            return piece.target
    return None
