"""The mentions of a text -> the same, with those that point back linked to whom they mean.

A pass over what `language.mentions` found, sentence by sentence. Every link says by which rule it was made, goes back
to the words it rests on (`antecedents`), and says how sure it is. What cannot be told stays open.
"""

from collections.abc import Sequence

from demarche.language.coreference.clauses import Clauses
from demarche.language.coreference.linking import read
from demarche.language.coreference.quotes import quotations
from demarche.language.coreference.story import Story
from demarche.language.mentions.setting import setting
from demarche.lexicon import Knowledge
from demarche.model import Document, Mention, Sentence

__all__ = ["resolve", "story_of"]


def resolve(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge
) -> tuple[Mention, ...]:
    """The mentions with pronouns, groups and bare roles linked to those whom they mean."""
    story = story_of(document, sentences, mentions, knowledge)
    read(story)
    return tuple(m for each in story.sentences for m in each.mentions)


def story_of(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], knowledge: Knowledge
) -> Story:
    """A text before its words that point back are read."""
    own = _by_sentence(sentences, mentions)
    clauses = [Clauses(document.text, s, found) for s, found in zip(sentences, own, strict=True)]
    everybody = {(m.start, m.end): m for found in own for m in found}
    story = Story(document.text, setting(document, knowledge), clauses, everybody)
    story.quotes = tuple(quotations(document.text))
    return story


def _by_sentence(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    out: list[list[Mention]] = [[] for _ in sentences]
    n = 0
    for mention in mentions:
        while n + 1 < len(sentences) and mention.start >= sentences[n + 1].start:
            n += 1
        if sentences:
            out[n].append(mention)
    return out
