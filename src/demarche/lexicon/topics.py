"""What states talk about: a tree of topics and the phrases that name them (`data/topics/topics.toml`).

A topic's id is what a reader is shown ("grain exports"), so that it needs no second name.
"""

import re
from functools import cache

import msgspec

from demarche.lexicon.tables import Row, data, load_toml
from demarche.model import BadKnowledge

_WORD = re.compile(r"[\w'’-]+")


class Topic(Row, frozen=True, kw_only=True):
    """One topic; `phrases` in lower case, `parent` the topic it is part of."""

    id: str
    parent: str | None = None
    phrases: tuple[str, ...]
    positive: tuple[str, ...]
    negative: tuple[str, ...] = ()


class _File(Row, frozen=True, kw_only=True):
    talking: frozenset[str]
    discussing: frozenset[str]
    topic: tuple[Topic, ...]


class Topics(msgspec.Struct, frozen=True):
    """The tree, and for the first word of every phrase its phrases, longest first.

    `discussing`: verbs whose object is what is talked about; `talking`: verbs that take it with "on" or "over".
    """

    by_id: dict[str, Topic]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    talking: frozenset[str]
    discussing: frozenset[str]

    def named_in(self, text: str) -> tuple[str, ...]:
        """The topics that a text names, each once, in its order; at each place the longest phrase wins."""
        words = [w.lower().replace("’", "'") for w in _WORD.findall(text)]
        found: list[str] = []
        i = 0
        while i < len(words):
            length, topic = self._at(words, i)
            found += [topic] if topic else []
            i += length
        return tuple(dict.fromkeys(found))

    def _at(self, words: list[str], i: int) -> tuple[int, str | None]:
        for phrase, topic in self.phrases.get(words[i], ()):
            last = i + len(phrase) - 1
            if (
                words[i:last] == list(phrase[:-1])
                and last < len(words)
                and words[last] in (phrase[-1], f"{phrase[-1]}s")
            ):
                return len(phrase), topic
        if words[i].endswith("s"):
            return 1, next((topic for phrase, topic in self.phrases.get(words[i][:-1], ()) if len(phrase) == 1), None)
        return 1, None

    def above(self, topic: str) -> tuple[str, ...]:
        """A topic's parent, that one's parent, and so on."""
        parent = self.by_id[topic].parent
        return (parent, *self.above(parent)) if parent else ()


@cache
def topics() -> Topics:
    """The shipped tree, checked; a parent or a phrase that stands twice is refused."""
    file = load_toml(data("topics", "topics.toml"), _File)
    by_id = {topic.id: topic for topic in file.topic}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    seen: dict[str, str] = {}
    for topic in by_id.values():
        if topic.parent is not None and topic.parent not in by_id:
            raise BadKnowledge("topics.toml", topic.id, f"its parent {topic.parent!r} is no topic")
        for phrase in topic.phrases:
            if phrase in seen:
                raise BadKnowledge("topics.toml", topic.id, f"{phrase!r} names {seen[phrase]!r} too")
            seen[phrase] = topic.id
            words = tuple(_WORD.findall(phrase))
            phrases.setdefault(words[0], []).append((words, topic.id))
    ranked = {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in phrases.items()}
    return Topics(by_id, ranked, file.talking, file.discussing)
