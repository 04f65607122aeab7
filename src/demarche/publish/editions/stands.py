"""Positions -> lines: by whoever takes them, in the order of their days, so that a stance has a history."""

from collections import Counter
from collections.abc import Iterator

from demarche.lexicon.names import key
from demarche.model import Document, Evidence, Participant, Position, Words
from demarche.model.values import LEVELS
from demarche.publish.editions.dating import day
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Stand
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import file, person, together, within

MOST, OF_ONE = 24, 4
"""Positions in an edition, and of one party."""
SURE = 0.7
"""Trust below which a position is in the exports only."""
LONGEST = 160
SHORT = 4
LITTLE = frozenset(
    {"it", "its", "them", "their", "they", "this", "that", "these", "those", "some", "such", "more", "any", "all",
     "his", "her", "the", "a", "an"}
)  # fmt: skip
"""Words that say nothing of what a position is about."""


def stands(material: Material, choice: Choice, shown: frozenset[str], notes: Footnotes) -> tuple[Stand, ...]:
    """The positions of an edition; `shown` are the documents behind its records."""
    picked: dict[tuple[str, str, str], Position] = {}
    of: Counter[str] = Counter()
    for p in sorted(_eligible(material, choice, shown), key=lambda p: _worth(p, material)):
        same = (_party(p), p.stance, key(_target(p)))
        if same not in picked and of[_party(p)] < OF_ONE and len(picked) < MOST:
            picked[same] = p
            of[_party(p)] += 1
    ordered = sorted(picked.values(), key=lambda p: (_actors(p), _day(p, material) or "9999", p.document, p.start))
    return tuple(_stand(p, material.documents[p.document], notes) for p in ordered)


def _eligible(material: Material, choice: Choice, shown: frozenset[str]) -> Iterator[Position]:
    for claim in material.claims.values():
        if not isinstance(claim, Position) or claim.document not in material.documents or claim.confidence < SURE:
            continue
        at = _day(claim, material)
        mine = {p.country or p.organisation for p in claim.actors} & choice.focus
        wanted = (at is None or choice.holds(at, at)) and (claim.document in shown or mine)
        if wanted and any(map(_speaks_for, claim.actors)) and _says_what(_target(claim)):
            yield claim


def _worth(p: Position, material: Material) -> tuple[bool, int, bool, float, str]:
    """What a party says itself before what is reported of it; higher office first; a family's best text first."""
    level = min((LEVELS.index(a.level) for a in p.actors), default=len(LEVELS))
    best = {f.best for f in material.families}
    return (p.attributed_to is not None, level, p.document not in best, -p.confidence, p.id)


def _speaks_for(p: Participant) -> bool:
    """Does somebody speak for a state or an international body, and not for themselves?"""
    body = (p.actor or "").startswith(("iso:", "org:", "organ:", "office:"))
    return bool(p.country or (p.organisation or "").startswith("org:")) and (body or p.level != "unknown")


def _says_what(target: str) -> bool:
    """Is a target more than a pronoun or a bare noun (*it*, *the attack*)? A name alone is enough."""
    content = [w for w in target.split() if w.lower() not in LITTLE]
    named = any(w[:1].isupper() for w in content)
    return len(target) <= LONGEST and (named or (len(content) > 1 and any(len(w) > SHORT for w in content)))


def _party(p: Position) -> str:
    return "+".join(sorted({a.side or "" for a in p.actors} - {""}))


def _actors(p: Position) -> str:
    parties = [within(a.side) if a.side and not a.name else person(a) for a in p.actors]
    return together(list(dict.fromkeys(parties)))


def _target(p: Position) -> str:
    parts = [w for w in (p.target, p.about) if w]
    return " ".join(" – ".join(parts).split())


def _day(p: Position, material: Material) -> str | None:
    return (p.date.start if p.date else None) or material.documents[p.document].published


def _stand(p: Position, document: Document, notes: Footnotes) -> Stand:
    at = (p.date.start if p.date else None) or document.published
    reported = ", ".join(x for x in (document.publisher, day(document.published) if document.published else None) if x)
    return Stand(
        actors=_actors(p),
        stance=p.stance,
        target=_target(p),
        day=day(at) if at else None,
        source=reported or document.title or file(document.source),
        reporter=person(p.attributed_to) if p.attributed_to else None,
        note=notes.cite(p.document, p.start, p.end, p.quote, p.sentence, list(_fields(p))),
    )


def _fields(p: Position) -> Iterator[Evidence]:
    given: tuple[tuple[str, Words | None], ...] = (
        ("stance", p.cue),
        ("target", p.target_words),
        ("about", p.about_words),
    )
    for field, words in given:
        if words is not None:
            yield Evidence(p.document, words.start, words.end, words.quote, field, p.id)
