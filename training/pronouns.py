"""Fits what each sign adds to a pronoun's meaning somebody: `src/demarche/lexicon/data/languages/en/pronouns.toml`.

Learnt from the chains of GUM and from our own passages (`annotations/pronouns/`, rules in its `HOW.md`): GUM has few
texts with two presidents in one sentence. Prints how the pronouns of texts left out are read, one fold in six at a
time: those whose person the text has named before, rightly, wrongly, and not at all; then how often a share is right.

    python training/pronouns.py --data ../shared/treebanks
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from chains import Passage, gum, own
from demarche.language import mentions
from demarche.language.coreference import story_of
from demarche.language.coreference.course import Candidate, Signs
from demarche.language.coreference.linking import read
from demarche.language.coreference.story import Story
from demarche.language.parse import parse_as
from demarche.lexicon import knowledge
from demarche.model import Mention, Sentence
from softmax import Group, fitted, shares

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = Path(__file__).parent / "annotations" / "pronouns"
TABLE = ROOT / "src/demarche/lexicon/data/languages/en/pronouns.toml"
FOLDS, SMALL = 6, 0.02


class Parsed(NamedTuple):
    """A passage with its sentences, and the mentions that have not been linked yet."""

    passage: Passage
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]

    def story(self) -> Story:
        return story_of(self.passage.document, self.sentences, self.mentions, knowledge())


def parsed(passage: Passage) -> Parsed:
    found = parse_as(passage.document, "en").sentences
    return Parsed(passage, found, mentions.find(passage.document, found, knowledge(), ()))


def groups(one: Parsed) -> list[Group]:
    """The candidates of each pronoun, where those before it have been read as they are meant."""
    out, story, meant = list[Group](), one.story(), one.passage.meant

    def judge(start: int, everybody: Sequence[Candidate], signs: Signs) -> list[float]:
        right = [start in meant and one.passage.is_right(story, c, start) for c in everybody]
        right.append(not any(right))
        if start in meant:
            out.append(Group(signs, right))
        return [float(r) for r in right]

    story.course.judge = judge
    read(story)
    return out


class Answer(NamedTuple):
    """How a pronoun of a text left out was read: whether one of its candidates is right, and the best one's share."""

    can: bool
    told: bool
    right: bool
    share: float


def answers(one: Parsed, weights: dict[str, float]) -> Iterator[Answer]:
    """How the pronouns of a text are read, each after those before it have been."""
    story, meant = one.story(), one.passage.meant
    asked: dict[int, Answer] = {}

    def judge(start: int, everybody: Sequence[Candidate], signs: Signs) -> list[float]:
        share = shares(weights, signs)
        best = max(range(len(share)), key=share.__getitem__)
        if start in meant:
            right = [c.mention is not None and one.passage.is_right(story, c, start) for c in everybody]
            is_right = best < len(right) and right[best]
            asked[start] = Answer(any(right) or _is_named(one, story, start), False, is_right, share[best])
        return share

    story.course.judge = judge
    read(story)
    for start, answer in asked.items():
        yield answer._replace(told=any(m.start == start for m in story.everybody.values() if m.antecedents))


def _is_named(one: Parsed, story: Story, start: int) -> bool:
    """Has whom a pronoun means been named before it, though it is not among the candidates?"""
    chains = [one.passage.meant.get(m.head) for m in story.everybody.values() if m.start < start and m.name]
    return one.passage.chained and one.passage.meant[start] in chains


def measure(texts: Sequence[Parsed]) -> None:
    order = list(range(len(texts)))
    random.Random(1).shuffle(order)
    every = [groups(one) for one in texts]
    told: dict[bool, list[Answer]] = {True: [], False: []}
    for k in range(FOLDS):
        weights = fitted([g for n in order if n % FOLDS != k for g in every[n]])
        for n in order:
            if n % FOLDS == k:
                told[texts[n].passage.chained] += answers(texts[n], weights)
    for chained, found in told.items():
        can = [a for a in found if a.can]
        counts = Counter("right" if a.right and a.told else "wrong" if a.told else "silent" for a in can)
        too_many = sum(a.told for a in found if not a.can)
        print("GUM" if chained else "own passages", dict(counts), "told, though nobody is named", too_many)
        for low in range(5, 10):
            right = [a.right for a in found if a.told and low <= a.share * 10 < low + 1]
            print("  a share from", low / 10, "is right in", round(sum(right) / len(right), 2), "of", len(right))


def written(weights: dict[str, float]) -> str:
    lines = [f'"{sign}" = {value:.3f}' for sign, value in sorted(weights.items()) if abs(value) >= SMALL]
    return "\n".join([
        "# What each sign adds to a pronoun's meaning somebody (language/coreference/bearing.py), in log odds.",
        "# Written by training/pronouns.py from GUM's chains and our own passages (training/annotations/pronouns/).",
        "", "[weights]", *lines, "",
    ])  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/treebanks"))
    texts = [parsed(passage) for passage in (*gum(parser.parse_args().data), *own(PASSAGES))]
    measure(texts)
    TABLE.write_text(written(fitted([g for one in texts for g in groups(one)])), encoding="utf-8")
