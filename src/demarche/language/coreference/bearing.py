"""The signs of how likely a pronoun means each of those whom it can mean, as `training/pronouns.py` weighs them.

What counts is how near and in which role the text tells of somebody (J. Hobbs, "Resolving pronoun references", 1978;
Lappin and Leass, 1994), who is spoken of all along (Grosz, Joshi and Weinstein, "Centering", 1995), who travels and who
receives, and who else there is. A sign is words; crossed signs are parted by a bar.
"""

from collections.abc import Iterator, Sequence

from demarche.language.coreference.asked import Asked
from demarche.language.coreference.course import Candidate, Signs, Told

SUBJECT = ("main", "passive")
LEAST, SELDOM = 4, 4
"""Who is told of most, if that is so many times, makes those told of so many times less seldom."""
NEAR = 3
"""So many sentences back another pronoun that means somebody else still tells."""


def signs(a: Asked, everybody: Sequence[Candidate]) -> Signs:
    """The signs of each candidate, the nearest being last; and those of nobody among them."""
    top = max((a.course.often.get(c.whom, 0) for c in everybody), default=0)
    found = [frozenset(_signs(a, c, everybody, n, top)) for n, c in enumerate(everybody)]
    return [*found, frozenset(_nobody(a, everybody))]


def _signs(a: Asked, c: Candidate, everybody: Sequence[Candidate], n: int, top: int) -> Iterator[str]:
    last, back = c.last, a.sentence - c.last.sentence
    yield from _place(a, last, back)
    yield from _others(a, c, everybody, n, back)
    yield from _before(a, c, back)
    yield from _often(a, c, top, back)
    yield from _pronouns(a, c)
    yield from _clause(a, c, back)
    yield from _journey(a, c, back)
    yield from _person(a, c)


def _place(a: Asked, last: Told, back: int) -> Iterator[str]:
    """Where the text told of them last."""
    near, some = "ahead" if back == 0 and last.token > a.token else str(min(back, 5)), min(back, 2)
    yield near
    yield f"{near} {last.role}"
    yield f"{a.place}|{near}"
    if back <= 2:
        yield f"{a.place}|{near} {last.role}"
    yield last.form
    yield f"{last.form}|{some}"
    yield f"{last.form}|{last.role}"
    if last.joined:
        yield "joined"
        yield f"joined|{some}"
    yield f"quoted {a.quoted}|{a.is_quoted(last)}"


def _others(a: Asked, c: Candidate, everybody: Sequence[Candidate], n: int, back: int) -> Iterator[str]:
    """Who else is near."""
    last, after = c.last, min(3, len(everybody) - 1 - n)
    yield f"after {after}"
    yield f"after {after}|{a.place}"
    beside = [o.last for o in everybody if o is not c and o.last.sentence == last.sentence]
    yield f"beside {min(2, len(beside))}|{min(back, 2)}"
    roles = {t.role for t in c.told if t.sentence == last.sentence}
    if not roles.isdisjoint(SUBJECT):
        yield f"subject {min(back, 3)}"
    elif any(o.role in SUBJECT for o in beside):
        yield f"under {min(back, 2)}"
        yield f"under {min(back, 2)}|{a.place}"
    if last.joined and any(o.joined and o.role == last.role for o in beside):
        yield "twin"
        yield f"twin|{a.place}"


def _before(a: Asked, c: Candidate, back: int) -> Iterator[str]:
    """How they stood in the sentences before."""
    if back == 0 and c.told[0].sentence < a.sentence:
        yield "here and before"
    roles = {t.role for t in c.told if t.sentence == a.sentence - 1}
    yield from (f"before {role}|{a.place}" for role in roles)
    if a.place in roles:
        yield "parallel"
    told, run = {a.sentence - t.sentence for t in c.told}, 1
    while run in told:
        run += 1
    yield f"run {min(4, run - 1)}"
    if c.last.sentence < a.paragraph:
        yield f"paragraph {min(back, 3)}"
    elif a.paragraph == a.sentence:
        yield "opens"
    if a.paragraph == a.sentence:
        yield f"opens|{c.last.role}"


def _often(a: Asked, c: Candidate, top: int, back: int) -> Iterator[str]:
    """How often they have been spoken of."""
    n = a.course.often.get(c.whom, 0)
    yield f"often {min(4, n.bit_length())}"
    if n and n == top:
        yield "most often"
        if a.paragraph == a.sentence:
            yield "most often|opens"
        if a.turn:
            yield "most often|turn"
    elif top >= LEAST and n <= top // SELDOM:
        yield "seldom"
    if a.is_first(c.whom):
        yield "first"
        yield f"first|{a.place}"
        yield f"first|{a.turn}"


def _pronouns(a: Asked, c: Candidate) -> Iterator[str]:
    """Whom the pronouns before meant."""
    if a.last is not None:
        gone, same = a.sentence - a.last[0], a.last[1] == c.whom
        if same or gone <= NEAR:
            word = "last he" if same else "another he"
            yield f"{word} {min(gone, 4)}"
            yield f"{word} {min(gone, 4)}|{a.place}"
    if a.subject is not None:
        yield f"subject he {a.subject == c.whom}|{a.place}"
        if a.turn and a.subject == c.whom:
            yield "turn|subject he"


def _clause(a: Asked, c: Candidate, back: int) -> Iterator[str]:
    """How they stand in the clauses that hold the pronoun."""
    depth = next((k for k, some in enumerate(a.above) if c.whom in some), None)
    if depth is not None:
        yield f"above {min(depth, 2)}"
        yield f"above {min(depth, 2)}|{a.place}"
        yield f"above {min(depth, 2)}|{c.last.form}"
        if len(a.above[depth]) > 1:
            yield "above joined"
    elif a.above:
        yield "not above"
        yield f"not above|{a.place}"
        yield f"not above|{min(2, back)}"
    if c.whom in a.after:
        yield "named after"
    if c.whom in a.called:
        yield "called"
    if a.judged:
        yield "judged|above" if a.above and c.whom in a.above[0] else "judged"


def _journey(a: Asked, c: Candidate, back: int) -> Iterator[str]:
    """Whether they travel or receive, and the pronoun does."""
    last = c.last
    part = a.part(c)
    if part:
        yield part
        yield f"{part}|{a.place}"
    if a.deed:
        yield f"{a.deed}|{part or 'neither'}"
        yield f"{a.deed}|{a.place}|{part or 'neither'}"
    if last.deed:
        yield f"was {last.deed}"
        yield f"was {last.deed}|{a.deed}"
    if a.turn:
        yield f"turn|{last.role}|{min(2, back)}"
        if part:
            yield f"turn|{part}"


def _person(a: Asked, c: Candidate) -> Iterator[str]:
    """Who they are."""
    m = c.mention
    yield "gender known" if c.gender else "gender open"
    if m is None:
        yield "nameless"
        if a.last is not None and a.last[1] == c.whom:
            yield "nameless|last he"
        return
    if not m.name:
        yield "office alone"
    elif not m.actor and not m.role and " " not in m.name:
        yield "doubtful"
    if (m.actor or "").startswith("wd:"):
        yield "known"
    if m.role:
        yield "in office"
    if m.country and m.country in a.states:
        yield "there"
        yield f"there|{a.place}"


def _nobody(a: Asked, everybody: Sequence[Candidate]) -> Iterator[str]:
    """The signs that nobody of those is meant."""
    yield "nobody"
    yield f"nobody|{a.place}"
    yield f"nobody of {min(3, len(everybody))}"
    yield f"nobody {a.wanted}"
    if a.quoted:
        yield "nobody quoted"
    if a.sentence < 2:
        yield "nobody yet"
    if not any(c.gender for c in everybody):
        yield "nobody of the gender"
    if everybody:
        last = everybody[-1].last
        yield f"nobody|{min(4, a.sentence - last.sentence)}"
        if not any(c.mention for c in everybody):
            yield "nobody named"
        if sum(c.last.joined and c.last.sentence == last.sentence for c in everybody) > 1:
            yield "nobody of twins"
    if a.above and not any(c.whom in some for some in a.above for c in everybody):
        yield "nobody above"
