"""The order in which words that point back are read, and what is written down about each."""

import msgspec

from demarche.language.coreference import pairs, quotes, roles, surnames
from demarche.language.coreference.people import key
from demarche.language.coreference.pronouns import he
from demarche.language.coreference.story import Link, Story, Where, stretch
from demarche.language.coreference.words import pointing, words
from demarche.model import Mention, Stretch


def read(story: Story) -> None:
    """Link the words of a text in their order; first-person ones last, since their speaker may be named after them."""
    asked = pointing()
    for n, clauses in enumerate(story.sentences):
        for one, other in surnames.couples(story, n):
            _instead(story, n, one, other)
        for owner in surnames.owners(story, n):
            story.add(n, owner)
        for i, low in enumerate(clauses.low):
            if low in asked or ((m := clauses.mention(i)) is not None and m.head == clauses.tokens[i].start):
                _word(story, Where(n, i))
        _chain(story, n)
    first = words().first
    for n, clauses in enumerate(story.sentences if story.quotes else ()):
        for i, low in enumerate(clauses.low):
            if low in first and clauses.tokens[i].upos in ("PRON", "DET"):
                _pronoun(story, Where(n, i), quotes.first_person(story, Where(n, i)))


def _instead(story: Story, n: int, one: Mention, other: Mention) -> None:
    """Two persons in the place of whatever their surnames were taken for."""
    for m in story.sentences[n].mentions:
        if m.start < other.end and one.start < m.end and m.end - m.start <= other.end - one.start + 4:
            story.drop(n, m)
    story.add(n, one)
    story.add(n, other)


def _word(story: Story, at: Where) -> None:
    clauses = story.sentences[at.sentence]
    low, list_ = clauses.low[at.token], words()
    if list_.gender(low):
        said = quotes.speaker(story, at)
        _pronoun(story, at, he(story, at, [key(said)] if said else []))
    elif low in list_.plural:
        _several(story, at, pairs.they(story, at))
    elif found := pairs.phrase(clauses, at.token):
        _group(story, at, found, pairs.group(story, at, found[1], found[2], found[0].start))
    else:
        _role(story, at, low)


def _pronoun(story: Story, at: Where, link: Link | None) -> None:
    if link is not None:
        clauses = story.sentences[at.sentence]
        token = clauses.tokens[at.token]
        if told := words().gender(clauses.low[at.token]):
            story.genders.setdefault(key(link.whom[0]), told)
        story.add(at.sentence, _linked(link, Stretch(token.start, token.end), token.start, "person"))


def _linked(link: Link, place: Stretch, head: int, kind: str) -> Mention:
    """A mention of the one whom a link names, in other words."""
    return msgspec.structs.replace(
        link.whom[0], start=place.start, end=place.end, head=head, kind=kind, reason=link.reason,
        confidence=link.confidence, antecedents=(stretch(link.whom[0]),),
    )  # fmt: skip


def _several(story: Story, at: Where, link: Link | None) -> None:
    if link is not None:
        token = story.sentences[at.sentence].tokens[at.token]
        story.add(at.sentence, _many(link, Stretch(token.start, token.end), token.start))


def _many(link: Link | None, place: Stretch, head: int) -> Mention:
    return Mention(
        start=place.start, end=place.end, kind="group", head=head, plural=True,
        reason=link.reason if link else pairs.NOBODY, confidence=link.confidence if link else 0.3,
        antecedents=tuple(stretch(m) for m in link.whom) if link else (),
    )  # fmt: skip


def _group(story: Story, at: Where, found: tuple[Stretch, object, int | None], link: Link | None) -> None:
    """A group in the place of the same words' mention, unless that one says whose it is."""
    clauses, place = story.sentences[at.sentence], found[0]
    old = [m for m in clauses.mentions if m.start < place.end and place.start < m.end]
    if any(m.country or m.organisation or m.end > place.end for m in old):
        return
    for m in old:
        story.drop(at.sentence, m)
    new = _many(link, place, clauses.tokens[at.token].start)
    told = next((m for m in old if m.role), None)
    if told is not None:
        new = msgspec.structs.replace(new, role=told.role, level=told.level, sector=told.sector)
    if link is not None or old or found[2]:
        story.add(at.sentence, new)


def _role(story: Story, at: Where, low: str) -> None:
    clauses, list_ = story.sentences[at.sentence], words()
    m = clauses.mention(at.token)
    if low in list_.hosts or low in list_.guests:
        link = roles.visit(story, at)
        if link is not None and (m is None or not m.name):
            place = roles.noun_phrase(clauses, at.token)
            story.add(at.sentence, _linked(link, place, clauses.tokens[at.token].start, "person"))
    elif low in list_.chiefs and (leader := roles.chief(story, at)):
        _instead(story, at.sentence, leader, leader)
    elif low in list_.colleagues and (m is None or not m.role) and (same := roles.colleague(story, at)):
        story.add(at.sentence, same)
    elif m is not None and m.head == clauses.tokens[at.token].start:
        _bare(story, at, m)


def _bare(story: Story, at: Where, m: Mention) -> None:
    link = roles.national(story, at, m) or roles.holder(story, at, m)
    if link is None:
        if (own := roles.at_home(story, m)) is not None:
            story.add(at.sentence, own)
        return
    if len(link.whom) == 1:
        story.add(at.sentence, _linked(link, stretch(m), m.head, "office"))
    elif m.reason == "same role earlier":
        story.add(at.sentence, roles.unheld(m, link.whom))


def _chain(story: Story, n: int) -> None:
    """The antecedents of names and offices: the last words before that named the same person."""
    for m in list(story.sentences[n].mentions):
        if m.antecedents or m.plural or not (m.actor or "").startswith(("wd:", "p:")):
            continue
        before = story.last.get(m.actor or "")
        if before is not None:
            story.add(n, msgspec.structs.replace(m, antecedents=(before,)))
        story.last[m.actor or ""] = stretch(m)
