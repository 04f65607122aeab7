"""What says that a text is silent on something: `data/speech/omissions.toml`, checked and indexed."""

from functools import cache

from demarche.lexicon.tables import Row, data, load_toml


class Found(Row, frozen=True, kw_only=True):
    """A sentence in which an omission must be found, and what is omitted."""

    text: str
    what: str


class Quiet(Row, frozen=True, kw_only=True):
    """A sentence in which none may be found."""

    text: str


class Omissions(Row, frozen=True, kw_only=True):
    """Look-ups by lemma; `silent` holds a verb and its particle with a plus between."""

    source: str
    denied: frozenset[str]
    unsaid: frozenset[str]
    silent: frozenset[str]
    failing: frozenset[str]
    nouns: frozenset[str]
    openers: frozenset[str]
    adjectives: frozenset[str]
    absent: frozenset[str]
    examples: tuple[Found, ...]
    counterexamples: tuple[Quiet, ...]

    @property
    def with_particle(self) -> frozenset[str]:
        """Verbs that are silent with a particle."""
        return _before_plus(self.silent)


@cache
def _before_plus(silent: frozenset[str]) -> frozenset[str]:
    return frozenset(word.partition("+")[0] for word in silent if "+" in word)


@cache
def omissions() -> Omissions:
    """The words of silence."""
    return load_toml(data("speech", "omissions.toml"), Omissions)
