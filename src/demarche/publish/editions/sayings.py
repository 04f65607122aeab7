"""Statements -> the few worth quoting: known speakers, the highest first, words that can be read, each once."""

from collections import Counter
from collections.abc import Iterator

from demarche.lexicon.names import key
from demarche.model import Document, Statement
from demarche.model.values import LEVELS
from demarche.publish.editions.dating import day
from demarche.publish.editions.footnotes import Footnotes
from demarche.publish.editions.nouns import Saying
from demarche.publish.editions.selection import Choice
from demarche.publish.material import Material
from demarche.publish.names import file, person, side, together

MOST, OF_ONE = 12, 3
"""Sayings in an edition, and of one speaker."""
SHORTEST, LONGEST = 40, 420
ALIKE = 0.6
"""Share of words from which two sayings of one speaker are one, told by two texts."""

QUOTES = "“”\"«»„‟'‘’ "


def sayings(material: Material, choice: Choice, shown: frozenset[str], notes: Footnotes) -> tuple[Saying, ...]:
    """The sayings of an edition in the order of their days; `shown` are the documents behind its records."""
    picked: list[Statement] = []
    of: Counter[str] = Counter()
    for s in sorted(_eligible(material, choice, shown), key=lambda s: _worth(s, material)):
        speaker = _speaker(s)
        if of[speaker] < OF_ONE and not any(_speaker(p) == speaker and _alike(p, s) for p in picked):
            picked.append(s)
            of[speaker] += 1
        if len(picked) == MOST:
            break
    picked.sort(key=lambda s: (material.documents[s.document].published or "9999", s.document, s.start))
    return tuple(_saying(s, material.documents[s.document], notes) for s in picked)


def _eligible(material: Material, choice: Choice, shown: frozenset[str]) -> Iterator[Statement]:
    for claim in material.claims.values():
        if isinstance(claim, Statement) and _readable(claim) and claim.document in material.documents:
            at = _days(claim, material.documents[claim.document])
            mine = {p.country or p.organisation for p in claim.speakers} & choice.focus
            if (at is None or choice.holds(*at)) and (claim.document in shown or mine):
                yield claim


def _readable(s: Statement) -> bool:
    named = any(p.name or (p.role and side(p)) for p in s.speakers)
    return named and SHORTEST <= len(s.content.quote) <= LONGEST and "\n\n" not in s.content.quote


def _days(s: Statement, document: Document) -> tuple[str, str] | None:
    if s.date and s.date.start and s.date.end:
        return s.date.start, s.date.end
    return (document.published, document.published) if document.published else None


def _worth(s: Statement, material: Material) -> tuple[bool, int, bool, float, str]:
    """Their own words before a report of them, higher office before lower, a family's best text before its copies."""
    level = min((LEVELS.index(p.level) for p in s.speakers), default=len(LEVELS))
    best = {f.best for f in material.families}
    return (s.kind != "direct", level, s.document not in best, -s.confidence, s.id)


def _speaker(s: Statement) -> str:
    return key(" ".join(p.name or p.role or "" for p in s.speakers))


def _alike(a: Statement, b: Statement) -> bool:
    first, second = set(key(a.content.quote).split()), set(key(b.content.quote).split())
    return len(first & second) >= ALIKE * min(len(first), len(second))


def _saying(s: Statement, document: Document, notes: Footnotes) -> Saying:
    said = s.content
    direct = s.kind == "direct"
    reported = ", ".join(x for x in (document.publisher, day(document.published) if document.published else None) if x)
    return Saying(
        speaker=together([person(p) for p in s.speakers]),
        words=said.quote.strip(QUOTES).rstrip(",") if direct else said.quote.strip(),
        direct=direct,
        source=reported or document.title or file(document.source),
        venue=s.venue,
        topics=s.topics,
        note=notes.cite(s.document, said.start, said.end, said.quote, s.sentence),
    )
