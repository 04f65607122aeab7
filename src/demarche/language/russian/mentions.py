"""A parsed Russian text -> the mentions of actors and places in it, each with whom it stands for on that day."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.language.mentions.setting import Setting, setting
from demarche.language.russian.bodies import body_mention
from demarche.language.russian.line import Line
from demarche.language.russian.officials import office_mentions, person_mention
from demarche.language.russian.phrases import phrase
from demarche.lexicon import Knowledge
from demarche.model import Document, Mention, Sentence, Stretch

PRONOUNS = frozenset({"он", "она"})


def find(
    document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, before: Iterable[Mention] = ()
) -> tuple[Mention, ...]:
    """Every mention in the sentences, in order; a title without a name may point back to those of the title."""
    at = setting(document, knowledge)
    told = list(before)
    first = len(told)
    subject: Mention | None = None
    for sentence in sentences:
        line = Line(document.text, sentence)
        new = list(_line(line, at, told, subject))
        told += new
        subject = _subject(line, new) or subject
    return tuple(told[first:])


def _line(line: Line, at: Setting, told: Sequence[Mention], subject: Mention | None) -> Iterator[Mention]:
    k = 0
    here: list[Mention] = []
    while k < len(line):
        found, k = _at(line, k, at, [*told, *here], subject)
        here += found
        yield from found


def _at(line: Line, k: int, at: Setting, told: Sequence[Mention], subject: Mention | None) -> tuple[list[Mention], int]:
    """The mentions that begin at a word, and the word after them."""
    if own := phrase(line, k, at.known):
        return office_mentions(line, own, at, told), own.last
    if end := line.name(k):
        return [person_mention(line, k, end, at, told)], end
    if found := body_mention(line, k, at):
        return found
    if line.low(k) in PRONOUNS and subject and line.feature(k, "Case") in ("Nom", ""):
        return [_pronoun(line, k, subject)], k + 1
    return [], k + 1


def _subject(line: Line, new: Sequence[Mention]) -> Mention | None:
    """The one person in the nominative of a sentence, whom *он* in the next can mean."""
    cases = {t.start: line.feature(k, "Case") for k, t in enumerate(line.tokens)}
    people = [m for m in new if m.kind in ("person", "office") and not m.plural and cases.get(m.head) == "Nom"]
    return people[0] if len({m.actor or m.name for m in people}) == 1 else None


def _pronoun(line: Line, k: int, subject: Mention) -> Mention:
    start, end = line.span(k, k + 1)
    return msgspec.structs.replace(
        subject, start=start, end=end, head=start, reason="pronoun", confidence=0.6,
        antecedents=(Stretch(subject.start, subject.end),),
    )  # fmt: skip
