"""*the Biden-Xi meeting*, *Biden's spokeswoman*: surnames inside other words, which are persons of their own."""

from collections.abc import Iterator

import msgspec

from demarche.language.coreference.clauses import Clauses
from demarche.language.coreference.story import Story
from demarche.language.mentions.resolve import with_person
from demarche.language.mentions.whom import whom
from demarche.lexicon.names import parts
from demarche.model import Mention

FAR = 40
"""So many sentences back is looked for the bearer of a surname."""

HYPHENS = frozenset("-–—‑")


def couples(story: Story, n: int) -> Iterator[tuple[Mention, Mention]]:
    """The two persons of each hyphenated couple in a sentence, where both are known."""
    clauses = story.sentences[n]
    if HYPHENS.isdisjoint(clauses.low):
        return
    for i in range(1, len(clauses.tokens) - 1):
        if clauses.low[i] in HYPHENS and _may_be_two(story, clauses, i):
            one, other = _bearer(story, n, i - 1), _bearer(story, n, i + 1)
            if one and other and one.actor != other.actor:
                yield one, other


def owners(story: Story, n: int) -> Iterator[Mention]:
    """*Biden's spokeswoman*: the person whose name opens the words for somebody else's office."""
    clauses = story.sentences[n]
    for i, token in enumerate(clauses.tokens):
        if token.deprel != "nmod:poss" or token.upos != "PROPN":
            continue
        around = clauses.mention(i)
        if around is not None and around.kind == "office":
            alone = not clauses.children(i, "flat", "compound") and around.start == token.start < around.head
            bearer = _bearer(story, n, i) if alone else None
            if bearer is not None:
                yield bearer


def _may_be_two(story: Story, clauses: Clauses, i: int) -> bool:
    """Two capitals right before and after a hyphen, no part of a longer name."""
    before, hyphen, after = clauses.tokens[i - 1 : i + 2]
    touching = before.end == hyphen.start and hyphen.end == after.start
    capital = story.text[before.start].isupper() and story.text[after.start].isupper()
    known = clauses.mention(i - 1)
    single = i < 2 or clauses.tokens[i - 2].deprel == "det" or not story.text[clauses.tokens[i - 2].start].isupper()
    return touching and capital and (single or known is None or not known.actor)


def _bearer(story: Story, n: int, i: int) -> Mention | None:
    """The person whose surname stands at a place: one named before, else who holds a high office on the day."""
    token = story.sentences[n].tokens[i]
    written = story.text[token.start : token.end]
    base = Mention(start=token.start, end=token.end, kind="person", head=token.start, name=written)
    before = _named(story, n, written)
    if before is not None:
        return msgspec.structs.replace(
            before, start=base.start, end=base.end, head=base.start, reason="same name earlier", confidence=0.85
        )
    found = whom(written, None, None, story.at)
    return with_person(base, found, None, story.at) if found else None


def _named(story: Story, n: int, written: str) -> Mention | None:
    """The last one of that surname in the text so far."""
    own = parts(written)
    for clauses in reversed(story.sentences[max(0, n - FAR) : n]):
        for m in reversed(clauses.mentions):
            if m.kind == "person" and m.actor and own and set(own) <= set(parts(m.name or "")):
                return m
    return None
