"""The paragraphs of `rows/prose.txt`, or of another such file, against what is read from them, field by field.

`python -m tests.claims.prose [FILE]` prints the figures; with `--all`, every miss and every false claim.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from demarche.claims import claims
from demarche.lexicon import knowledge
from demarche.model import Act, Claim, Document, Engagement, Statement, When, text_sha256
from demarche.model.claim import Participant
from tests.claims.reading import reader
from tests.claims.rows.read import rows

Days = tuple[str | None, str | None]


@dataclass(frozen=True)
class Told:
    """One line of gold; `free` where readers may differ."""

    letter: str
    free: bool
    kinds: frozenset[str]
    status: frozenset[str]
    one: frozenset[str]
    other: frozenset[str]
    days: Days | None
    place: str | None


@dataclass
class Tally:
    """What came of one kind of claim: pairs of gold and claim, what was missed, what nothing in the gold answers to."""

    pairs: list[tuple[Told, Claim]] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)

    def recall(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.missed))

    def precision(self) -> float:
        return len(self.pairs) / max(1, len(self.pairs) + len(self.false))

    def share(self, right: Callable[[Told, Claim], bool]) -> float:
        return sum(right(t, c) for t, c in self.pairs) / max(1, len(self.pairs))


def _set(cell: str, by: str | None = None) -> frozenset[str]:
    return frozenset(cell.split(by)) if cell not in ("", "-") else frozenset()


def _days(cell: str) -> Days | None:
    first, _, last = cell.partition("..")
    return None if first in ("", "-") else (first, last or first)


def _told(cells: list[str]) -> Told:
    letter, free = cells[0][0], cells[0].endswith("?")
    if letter == "S":
        return Told(letter, free, frozenset({cells[2]}), frozenset(), frozenset({cells[1]}), frozenset(), None, None)
    status = _set(cells[2], "/")
    if letter == "E":
        place = None if cells[5] in ("", "-") else cells[5]
        return Told(letter, free, _set(cells[1], "/"), status, _set(cells[3]), frozenset(), _days(cells[4]), place)
    return Told(letter, free, _set(cells[1], "/"), status, _set(cells[3]), _set(cells[4]), _days(cells[5]), None)


def paragraphs(file: str = "prose.txt") -> Iterator[tuple[Document, list[Told]]]:
    """Each paragraph as a document of its day and style, with its gold; a ¶ parts what stands apart on the page."""
    for line, answers in rows(file, 6):
        head, _, text = line.partition(": ")
        day, _, style = head.partition(" ")
        yield _document(text.replace(" ¶ ", "\n\n"), day, style), [_told(cells) for cells in answers]


def _document(text: str, day: str, style: str) -> Document:
    return Document(
        id=f"doc_{day}",
        source=style,
        text=text,
        text_sha256=text_sha256(text),
        raw_sha256="",
        published=day,
        published_basis="given",
        source_class="official" if style == "official" else "press",
        language="en",
    )


@cache
def read(file: str = "prose.txt") -> tuple[tuple[Document, tuple[Told, ...], tuple[Claim, ...]], ...]:
    found = []
    for doc, told in paragraphs(file):
        found.append((doc, tuple(told), tuple(claims(doc, reader().read(doc), knowledge()))))
    return tuple(found)


def countries(people: Iterable[Participant]) -> frozenset[str]:
    return frozenset(p.country for p in people if p.country)


def days(when: When | None) -> Days | None:
    return (when.start, when.end) if when and (when.start or when.end) else None


def same_engagement(told: Told, claim: Claim) -> int:
    """How well they agree; 0 where they are of different events."""
    if not isinstance(claim, Engagement) or claim.generic or claim.mode not in told.kinds:
        return 0
    sides = countries(claim.participants)
    day = days(claim.date) == told.days
    if len(told.one & sides) < min(2, len(told.one)) or (not told.one and not day and place_of(claim) != told.place):
        return 0
    return 1 + 4 * (sides == told.one) + 3 * (claim.status in told.status) + 3 * day + (place_of(claim) == told.place)


def place_of(claim: Claim) -> str | None:
    return claim.place.country if isinstance(claim, Engagement | Act) and claim.place else None


def same_act(told: Told, claim: Claim) -> int:
    if not isinstance(claim, Act) or claim.event not in told.kinds:
        return 0
    actors, targets = countries(claim.actors), countries(claim.targets)
    if (told.one or told.other) and not (actors & told.one or targets & told.other):
        return 0
    return 1 + 4 * (actors == told.one) + 3 * (targets == told.other) + 2 * (claim.status in told.status)


def same_statement(told: Told, claim: Claim) -> int:
    if not isinstance(claim, Statement):
        return 0
    words = " ".join([claim.content.quote, *(w.quote for w in claim.rest)]).lower()
    return 1 + speaker_right(told, claim) if any(k.lower() in words for k in told.kinds) else 0


def date_right(told: Told, claim: Claim) -> bool:
    return days(getattr(claim, "date", None)) == told.days


def countries_right(told: Told, claim: Claim) -> bool:
    assert isinstance(claim, Engagement | Act)
    return countries(claim.participants if isinstance(claim, Engagement) else claim.actors) == told.one


def place_right(told: Told, claim: Claim) -> bool:
    return place_of(claim) == told.place


def speaker_right(told: Told, claim: Claim) -> bool:
    """Somebody is named among the speakers' words as the gold has them."""
    assert isinstance(claim, Statement)
    named = " ".join(f"{p.name} {p.role}" for p in claim.speakers)
    named += " " + (claim.source.quote if claim.source else "")
    return any(word.lower() in named.lower() for word in told.one)


CONVENTION = {"threaten": "threatened", "reject": "refused", "agree": "planned", "concede": "planned"}
"""What somebody promises, threatens or refuses to do is one claim with that status, not two ("threatened to expel")."""
ASIDE = frozenset({"deny"})
"""Kinds outside the ontology: the gold has none."""


def same_act_or_status(told: Told, claim: Claim) -> int:
    """As `same_act`, or the act that a threat, refusal or promise is about, under that status."""
    direct = same_act(told, claim)
    if direct or not isinstance(claim, Act) or claim.status not in {CONVENTION.get(k) for k in told.kinds}:
        return direct
    actors = countries(claim.actors)
    return 1 + 4 * (actors == told.one) if actors & told.one else 0


def status_right(told: Told, claim: Claim) -> bool:
    assert isinstance(claim, Engagement | Act)
    held = {CONVENTION.get(k) for k in told.kinds} if not same_act(told, claim) else set()
    return claim.status in told.status or claim.status in held


def targets_right(told: Told, claim: Claim) -> bool:
    """All of them and no others; those who did something with each other may stand on one side (docs/acts.md)."""
    assert isinstance(claim, Act)
    together = told.one == told.other and not claim.targets and countries(claim.actors) == told.one
    return together or countries(claim.targets) == told.other


SAME: dict[str, tuple[type, Callable[[Told, Claim], int]]] = {
    "E": (Engagement, same_engagement),
    "A": (Act, same_act_or_status),
    "S": (Statement, same_statement),
}


def tally(letter: str, file: str = "prose.txt") -> tuple[Tally, list[Tally]]:
    """All paragraphs together, and each by itself."""
    kind, same = SAME[letter]
    each = [_one([t for t in told if t.letter == letter], [c for c in found if isinstance(c, kind)], same)
            for _, told, found in read(file)]  # fmt: skip
    whole = Tally()
    for one in each:
        whole.pairs += one.pairs
        whole.missed += one.missed
        whole.false += one.false
    return whole, each


def _one(told: list[Told], found: list[Claim], same: Callable[[Told, Claim], int]) -> Tally:
    """The best pairs first; a claim that tells a paired event once more, or a free one, is neither right nor wrong."""
    out, left, open_ = Tally(), list(found), list(told)
    scored = sorted(((same(t, c), -i, -j) for i, t in enumerate(told) for j, c in enumerate(found)), reverse=True)
    for score, i, j in scored:
        t, c = told[-i], found[-j]
        if score and any(o is t for o in open_) and any(f is c for f in left):
            open_, left = [o for o in open_ if o is not t], [f for f in left if f is not c]
            if not t.free:
                out.pairs.append((t, c))
    out.missed = [t for t in open_ if not t.free]
    counted = [c for c in left if not getattr(c, "generic", False) and getattr(c, "event", None) not in ASIDE]
    out.false = [c for c in counted if not any(same(t, c) for t in told)]
    return out


if __name__ == "__main__":
    from tests.claims.prose_shown import main

    main()
