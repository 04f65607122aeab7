"""States by what they are: *flew to the Central Asian country*, *the kingdom*, *the self-ruled island*.

A definite noun that is said of states stands for the one named last that it can be said of. Which states lie in a
region or are a kingdom is data (`described.csv`: the regions of the United Nations' M49 standard and those that papers
speak of). A bare *the country* is taken for another state than the traveller's only where somebody goes there.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from demarche.language.mentions.memory import Memory
from demarche.lexicon import Knowledge
from demarche.lexicon.languages import table
from demarche.model import Mention, Token

SURE, BARE = 0.7, 0.5
REASON = "a state named before, by what it is"
LONGEST = 6
"""Words between the article and the noun: *the tiny oil-rich West African nation*."""
ARTICLES = frozenset({"the", "that", "this"})
GOING = frozenset({
    "visit", "tour", "leave", "arrive", "travel", "fly", "go", "come", "return", "trip", "journey", "land", "head",
})  # fmt: skip
"""Verbs and nouns of going somewhere; a bare *the country* under one of them is where somebody goes."""
TO = frozenset({"to", "in", "into", "from"})


@cache
def _said(place: str) -> dict[str, frozenset[str]]:
    """The words for a kind of state or a region -> the states of which they are said; none where of all."""
    return {r["words"]: frozenset(r["states"].split()) for r in table("en", "described") if r["place"] == place}


def said_of(noun: str) -> frozenset[str]:
    """The states (alpha-3) that can be called so: *kingdom*, *monarchy*, *island*."""
    return _said("head")[noun]


def epithets(
    words: Sequence[str], tokens: Sequence[Token], found: Sequence[Mention], memory: Memory, known: Knowledge
) -> Iterator[Mention]:
    """The states that a sentence describes; `found` are the mentions in it that are known already."""
    heads = _said("head")
    low = [w.lower() for w in words]
    for i, word in enumerate(low):
        if word not in heads or tokens[i].upos not in ("NOUN", "PROPN") or words[i][:1].isupper():
            continue
        first = _article(low, i)
        if first is None or (i + 1 < len(low) and low[i + 1] in ("of", "-")) or _is_front(tokens, i):
            continue
        if any(m.country and first < _at(tokens, m.start) <= i for m in found):
            continue
        mention = _meant(low, tokens, first, i, found, memory, known)
        if mention is not None:
            yield mention


def _article(low: Sequence[str], i: int) -> int | None:
    """Where the article of a noun stands, if it has one near."""
    return next((k for k in range(i - 1, max(-1, i - 2 - LONGEST), -1) if low[k] in ARTICLES), None)


def _is_front(tokens: Sequence[Token], i: int) -> bool:
    """ "The *state* media", "the *country* house": the noun says of what kind the next one is."""
    return tokens[i].deprel in ("compound", "amod")


def _at(tokens: Sequence[Token], start: int) -> int:
    return next((n for n, t in enumerate(tokens) if t.start >= start), len(tokens))


def _meant(
    low: Sequence[str],
    tokens: Sequence[Token],
    first: int,
    i: int,
    found: Sequence[Mention],
    memory: Memory,
    known: Knowledge,
) -> Mention | None:
    fits = _fitting(low, first, i)
    if fits is None and not _is_gone_to(tokens, low, i):
        return None
    here = [m for m in found if m.start < tokens[first].start]
    own = {m.country for m in here if m.kind in ("person", "office")}
    said = [*reversed([m.country for m in here if m.country]), *memory.states_named()]
    others = [c for c in dict.fromkeys(said) if c and (fits is None or c in fits)]
    foreign = [c for c in others if c not in own]
    state = known.state(next(iter(foreign or (others if fits is not None else ())), None))
    if state is None:
        return None
    return Mention(
        start=tokens[first].start, end=tokens[i].end, head=tokens[i].start, kind="place" if fits is None else "state",
        actor=None if fits is None else state.id, name=state.name, country=state.alpha3, reason=REASON,
        confidence=BARE if fits is None else SURE,
    )  # fmt: skip


def _fitting(low: Sequence[str], first: int, i: int) -> frozenset[str] | None:
    """The states of which a noun and its words from the article on can be said; null where of any."""
    inside, two = " ".join(low[first + 1 : i]), " ".join(low[i - 1 : i + 1])
    regions, kinds = _said("region"), _said("head")
    region = max((r for r in regions if f" {r} " in f" {inside} "), key=len, default=None)
    kind = kinds.get(two, kinds[low[i]])
    if region is None:
        return kind or None
    return regions[region] & kind if kind else regions[region]


def _is_gone_to(tokens: Sequence[Token], low: Sequence[str], i: int) -> bool:
    """Is the noun what is visited, or under *to* or *in* where somebody goes?"""
    above = tokens[i].head
    going = above >= 0 and tokens[above].lemma in GOING
    case = next((low[k] for k, t in enumerate(tokens) if t.head == i and t.deprel == "case"), None)
    return going and (case in TO or (case is None and tokens[i].deprel == "obj"))
