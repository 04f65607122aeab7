"""How a text has gone so far: who was spoken of, where and how, and whom its pronouns meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from demarche.language.coreference.people import Key
from demarche.lexicon.actors import Gender
from demarche.model import Mention

Role = Literal["main", "clause", "passive", "object", "oblique", "agent", "owner", "noun", "other"]
"""What somebody is in a clause; the subject of the sentence's first clause is `main`."""

Form = Literal["name", "office", "pronoun", "group", "noun", "open"]
"""By which words: a noun alone (*the driver*) and an open pronoun are no mentions, but somebody all the same."""

Deed = Literal["moves", "hosts", "hosted", "speaks", ""]
"""What they do, as far as it tells visitor from host."""


class Told(NamedTuple):
    """A place where a text tells of somebody."""

    whom: Key
    sentence: int
    token: int
    role: Role
    joined: bool
    deed: Deed
    form: Form
    mention: Mention | None


class Candidate(NamedTuple):
    """Somebody whom a pronoun can mean, by the places near it, the last one last."""

    whom: Key
    told: tuple[Told, ...]
    gender: Gender

    @property
    def last(self) -> Told:
        """The nearest place."""
        return self.told[-1]

    @property
    def mention(self) -> Mention | None:
        """The nearest words that are no pronoun, else the nearest ones; none for somebody without a mention."""
        found = [t.mention for t in self.told if t.mention is not None]
        return next((m for m in reversed(found) if not m.antecedents), found[-1] if found else None)


Signs = Sequence[frozenset[str]]
"""The signs of each candidate, and last those of nobody among them."""

Judge = Callable[[int, Sequence[Candidate], Signs], Sequence[float]]
"""Where a pronoun starts, whom it can mean and their signs -> the share of each."""


@dataclass(slots=True)
class Course:
    """What is remembered from one pronoun to the next."""

    judge: Judge | None = None
    told: list[list[Told]] = field(default_factory=list)
    often: dict[Key, int] = field(default_factory=dict)
    open: dict[int, dict[int, Key]] = field(default_factory=dict)
    last: dict[Gender, tuple[int, Key]] = field(default_factory=dict)
    subject: dict[Gender, Key] = field(default_factory=dict)
    travellers: set[Key] = field(default_factory=set)
    hosts: set[Key] = field(default_factory=set)

    def read(self, sentence: list[Told]) -> None:
        """Go on by a sentence."""
        self.told.append(sentence)
        for t in sentence:
            self.often[t.whom] = self.often.get(t.whom, 0) + 1
            if t.deed in ("moves", "hosted"):
                self.travellers.add(t.whom)
            elif t.deed == "hosts":
                self.hosts.add(t.whom)

    def meant(self, sentence: int, wanted: Gender, whom: Key, *, is_subject: bool) -> None:
        """Go on by a pronoun of a gender, and whom it meant."""
        self.last[wanted] = (sentence, whom)
        if is_subject:
            self.subject[wanted] = whom

    def left_open(self, sentence: int, token: int, whom: Key) -> None:
        """Remember a pronoun of which nothing is told."""
        self.open.setdefault(sentence, {})[token] = whom
