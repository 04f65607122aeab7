"""A pronoun as it stands: what is the same for everybody whom it can mean."""

from collections.abc import Iterator
from typing import NamedTuple

from demarche.language.coreference.candidates import deed_of, role_of
from demarche.language.coreference.clauses import Clauses
from demarche.language.coreference.course import Candidate, Course, Deed, Told
from demarche.language.coreference.people import Key, is_person, key
from demarche.language.coreference.story import Story, Where
from demarche.language.coreference.words import words
from demarche.lexicon.actors import Gender


class Asked(NamedTuple):
    """`above` are the subjects of the clauses that hold the pronoun, the innermost first; `paragraph` is the sentence
    that opens its paragraph; `turn` says that it is the subject after words of time or place: *On Friday he flew on*.
    """

    story: Story
    sentence: int
    token: int
    wanted: Gender
    place: str
    deed: Deed
    above: tuple[frozenset[Key], ...]
    after: frozenset[Key]
    called: frozenset[Key]
    states: frozenset[str]
    paragraph: int
    quoted: bool
    turn: bool
    judged: bool

    @property
    def course(self) -> Course:
        """How the text has gone so far."""
        return self.story.course

    @property
    def last(self) -> tuple[int, Key] | None:
        """The sentence of the last pronoun of that gender, and whom it meant."""
        return self.course.last.get(self.wanted)

    @property
    def subject(self) -> Key | None:
        """Whom the last one meant that was a subject."""
        return self.course.subject.get(self.wanted)

    def is_quoted(self, told: Told) -> bool:
        """Does a place lie in a quotation?"""
        story = self.story
        return bool(story.quotes) and story.quote(story.sentences[told.sentence].tokens[told.token].start) is not None

    def is_first(self, whom: Key) -> bool:
        """Is the first sentence about somebody?"""
        first = self.course.told[0] if self.course.told else []
        return any(t.whom == whom and t.role in ("main", "passive") for t in first)

    def part(self, c: Candidate) -> str:
        """Whether somebody travels in this text or receives, or both."""
        here = {t.deed for t in c.told if t.sentence == self.sentence and t.token < self.token}
        travels = c.whom in self.course.travellers or not here.isdisjoint(("moves", "hosted"))
        receives = c.whom in self.course.hosts
        return "traveller and host" if travels and receives else "traveller" if travels else "host" if receives else ""


def asked(story: Story, at: Where, wanted: Gender) -> Asked:
    """What can be told of a pronoun before anybody is looked at."""
    clauses, i = story.sentences[at.sentence], at.token
    start, token = clauses.tokens[i].start, clauses.tokens[i]
    subject_of = token.head if token.deprel.startswith("nsubj") else -1
    return Asked(
        story, at.sentence, i, wanted, _place(clauses, i), deed_of(clauses, i),
        above=tuple(_above(story, at)),
        after=frozenset(key(m) for m in clauses.mentions if m.start > start),
        called=frozenset(key(m) for m in clauses.mentions if subject_of >= 0 and clauses.head(m) == subject_of),
        states=frozenset(m.country for m in clauses.mentions if m.country and m.kind in ("place", "state")),
        paragraph=_paragraph(story, at.sentence),
        quoted=story.quote(start) is not None,
        turn=_turns(clauses, i),
        judged=_is_judged(clauses, i),
    )  # fmt: skip


def _place(clauses: Clauses, i: int) -> str:
    """The role of a pronoun; of a possessive one also the role of what is owned."""
    role, head = role_of(clauses, i), clauses.tokens[i].head
    return f"{role} of {role_of(clauses, head)}" if role == "owner" and head >= 0 else role


def _above(story: Story, at: Where) -> Iterator[frozenset[Key]]:
    """The subjects of the clauses that hold the pronoun, those before it; a noun alone is one."""
    clauses = story.sentences[at.sentence]
    for v in clauses.governing(at.token):
        subject = clauses.subject(v)
        if subject is not None and subject < at.token:
            found = frozenset(key(m) for m in story.named(at.sentence, subject) if is_person(m))
            left_open = story.course.open.get(at.sentence, {})
            yield found or frozenset([left_open.get(subject, ("noun", clauses.low[subject]))])


def _paragraph(story: Story, n: int) -> int:
    while n and "\n" not in story.text[story.sentences[n - 1].tokens[-1].end : story.sentences[n].tokens[0].start]:
        n -= 1
    return n


def _turns(clauses: Clauses, i: int) -> bool:
    main = clauses.main()
    is_subject = clauses.tokens[i].head == main and clauses.is_a(i, "nsubj")
    return is_subject and any(c < i for c in clauses.children(main, "obl", "advmod"))


def _is_judged(clauses: Clauses, i: int) -> bool:
    """*X praised his courage*: his who is praised."""
    head = clauses.tokens[i].head
    if clauses.tokens[i].deprel != "nmod:poss" or head < 0 or not clauses.is_a(head, "obj"):
        return False
    v = clauses.tokens[head].head
    return v >= 0 and clauses.tokens[v].lemma.lower() in words().judges
