"""How an example of the act lexicon is judged, for the test and for the table."""

from demarche.lexicon.acts import ActExample, ActType
from demarche.model import Act, Participant
from tests.claims.reading import document, read


def acts(text: str) -> list[Act]:
    return [c for c in read(document(text)) if isinstance(c, Act)]


def names(people: tuple[Participant, ...], text: str, wanted: str) -> bool:
    """Is somebody there with this country, or with this word among the words that name them?"""
    told = (text[p.start : p.end] if p.start is not None else p.name or "" for p in people)
    return any(p.country == wanted for p in people) or any(wanted.lower() in t.lower() for t in told)


def fits(claim: Act, kind: ActType, example: ActExample) -> bool:
    """Is it what the example wants? What two do with each other has both as actors."""
    return (
        claim.event == (example.event or kind.id)
        and claim.status == example.status
        and all(names(claim.actors, example.text, a) for a in example.actors)
        and all(names(claim.targets or claim.actors, example.text, t) for t in example.targets)
        and (example.date is None or (claim.date is not None and claim.date.start == example.date))
        and (example.cameo is None or claim.cameo == example.cameo)
    )


def told(claim: Act, text: str) -> str:
    """A claim in a line, for the table of failures."""
    sides = [
        "+".join(p.country or (text[p.start : p.end] if p.start is not None else "?") for p in side) or "-"
        for side in (claim.actors, claim.targets)
    ]
    when = claim.date.start if claim.date else None
    return f"{claim.event} {claim.status} {sides[0]} > {sides[1]} {claim.cameo or ''} {when or ''}".strip()
