"""A parsed text -> the mentions of actors and places in it, each with whom it stands for on the day of the text."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from demarche.language.mentions.coreference import beside, linked
from demarche.language.mentions.epithets import epithets
from demarche.language.mentions.halves import halved
from demarche.language.mentions.memory import Memory
from demarche.language.mentions.phrase import Phrase
from demarche.language.mentions.phrases import phrases
from demarche.language.mentions.pieces import Line
from demarche.language.mentions.resolve import offices
from demarche.language.mentions.setting import Setting, setting
from demarche.language.mentions.states import body_mentions, organ_mentions
from demarche.lexicon import Knowledge
from demarche.lexicon.surfaces import Hit
from demarche.model import Document, Mention, Sentence

__all__ = ["find"]


def find(
    document: Document, sentences: Sequence[Sentence], knowledge: Knowledge, before: Iterable[Mention] = ()
) -> tuple[Mention, ...]:
    """Every mention in the sentences, in order; later words may point back to those of the title (`before`)."""
    at = setting(document, knowledge)
    memory = Memory(knowledge)
    for mention in before:
        memory.add(mention)
    found: list[Mention] = []
    for line in _lines(document.text, sentences, knowledge):
        said = list(_line(line, memory, at))
        described = _described(line, said, memory, knowledge)
        found += beside(document.text, sorted([*said, *described], key=lambda m: (m.start, -m.end)))
    return tuple(found)


def _described(line: Line, said: list[Mention], memory: Memory, known: Knowledge) -> list[Mention]:
    """The states told by what they are; what stands inside their words and names no state gives way to them."""
    found = list(epithets(line.words, line.sentence.tokens, said, memory, known))
    for one in found:
        said[:] = [m for m in said if m.end <= one.start or one.end <= m.start]
        memory.add(one)
    return found


def _lines(text: str, sentences: Sequence[Sentence], knowledge: Knowledge) -> Iterator[Line]:
    """Each sentence with the names that stand in it."""
    hits = sorted(knowledge.surfaces.hits(text), key=lambda h: h.start)
    n = 0
    for sentence in sentences:
        while n < len(hits) and hits[n].start < sentence.start:
            n += 1
        own: list[Hit] = []
        while n < len(hits) and hits[n].start < sentence.end:
            own.append(hits[n])
            n += 1
        yield Line(text, sentence, own, knowledge.cities)


def _line(line: Line, memory: Memory, at: Setting) -> Iterator[Mention]:
    for phrase in phrases(line):
        for own in _mentions(line, phrase, memory, at):
            mention = halved(own, memory, at.known)
            memory.add(mention, _written(line, phrase))
            yield mention


def _mentions(line: Line, phrase: Phrase, memory: Memory, at: Setting) -> Iterator[Mention]:
    if phrase.kind == "body":
        yield from body_mentions(line, phrase.first, phrase, at)
    elif phrase.kind in ("organ", "group"):
        yield from organ_mentions(line, phrase, at)
    else:
        for mention in offices(line, phrase, at):
            told = linked(mention, phrase, line, memory, at)
            if told is not None:
                yield told if told.role != "counterpart" else msgspec.structs.replace(told, role=None)


def _written(line: Line, phrase: Phrase) -> str | None:
    return line[phrase.head].low if phrase.kind == "person" else None
