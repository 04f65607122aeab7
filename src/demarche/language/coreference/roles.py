"""*The visitor*, *his host*, *the Russian*, *the Kremlin chief*, *the minister*: roles without a name."""

import msgspec

from demarche.language.coreference.clauses import Clauses
from demarche.language.coreference.people import distinct, is_person, key
from demarche.language.coreference.story import Link, Story, Where
from demarche.language.coreference.words import words
from demarche.language.mentions.memory import KIN
from demarche.language.mentions.resolve import SOLE, holder_of
from demarche.model import Mention, Stretch

FAR = 4
"""So many sentences back is looked for the holder of a role."""

NEAR = 2
"""So many sentences back is looked for host and guest."""


def noun_phrase(clauses: Clauses, i: int) -> Stretch:
    """A noun with the small words before it."""
    before = [c for c in clauses.children(i, "det", "nmod:poss", "amod") if c < i]
    return Stretch(clauses.tokens[min([*before, i])].start, clauses.tokens[i].end)


def visit(story: Story, at: Where) -> Link | None:
    """*his host*, *the visitor*: of the two persons near it, the other one, or the one who is or is not at home."""
    clauses, i = story.sentences[at.sentence], at.token
    owner = next(iter(clauses.children(i, "nmod:poss")), None)
    definite = any(clauses.low[c] == "the" for c in clauses.children(i, "det"))
    if clauses.is_plural(i) or (owner is None and not definite) or _has_owner_after(clauses, i):
        return None
    two = _two(story, at)
    if two is None:
        return None
    of = clauses.mention(owner) if owner is not None else _subject(story, at)
    others = [m for m in two if of is None or key(m) != key(of)]
    if len(others) == 1:
        return Link((others[0],), "the other of the two who meet", 0.7)
    home = [m for m in two if m.country in _places(story, at)]
    if len(home) != 1:
        return None
    host = home[0]
    guest = next(m for m in two if m is not host)
    return Link((host if clauses.low[i] in words().hosts else guest,), "host and guest, by the place", 0.7)


def _has_owner_after(clauses: Clauses, i: int) -> bool:
    """*the host of the summit*"""
    return any(clauses.tokens[c].deprel == "nmod" for c in clauses.children(i))


def _two(story: Story, at: Where) -> list[Mention] | None:
    """The two persons of two states who are named in this sentence so far and in those right before."""
    start = story.sentences[at.sentence].tokens[at.token].start
    pool: list[Mention] = []
    for back in range(NEAR + 1):
        if at.sentence < back:
            break
        here = story.persons(at.sentence - back, start if back == 0 else None)
        pool = distinct([m for m in here if m.country] + pool)
        if len(pool) >= 2:
            return pool if len(pool) == 2 and pool[0].country != pool[1].country else None
    return None


def _subject(story: Story, at: Where) -> Mention | None:
    """Who does something to the visitor is not the visitor."""
    clauses = story.sentences[at.sentence]
    subject = clauses.subject(clauses.clause(at.token))
    found = story.named(at.sentence, subject) if subject != at.token else []
    return found[0] if len(found) == 1 and is_person(found[0]) else None


def _places(story: Story, at: Where) -> set[str]:
    """The states of the places in this sentence and those right before."""
    near = story.sentences[max(0, at.sentence - NEAR) : at.sentence + 1]
    return {m.country for s in near for m in s.mentions if m.kind == "place" and m.country}


def national(story: Story, at: Where, m: Mention) -> Link | None:
    """*the Russian said*: the one person of that state in the sentences before."""
    clauses, i = story.sentences[at.sentence], at.token
    alone = m.reason == "nationality" and m.kind == "state" and clauses.is_a(i, "nsubj", "nsubj:pass", "obj", "iobj")
    if not alone or not any(clauses.low[c] == "the" for c in clauses.children(i, "det")):
        return None
    for n, _ in story.before(at, NEAR):
        found = [p for p in story.persons(n) if p.country == m.country]
        if found:
            return Link((found[0],), "the one of that state", 0.75) if len(found) == 1 else None
    return None


def chief(story: Story, at: Where) -> Mention | None:
    """*the Kremlin chief*: whoever holds the highest office of the body whose seat is named."""
    clauses, i = story.sentences[at.sentence], at.token
    seats = [m for c in clauses.children(i, "compound", "nmod:poss") for m in [clauses.mention(c)] if m is not None]
    own = clauses.mention(i)
    seat = next((m for m in seats if (m.actor or "").endswith("/presidency")), None)
    state = story.at.known.state(seat.country) if seat else None
    if seat is None or state is None or (own is not None and own is not seat):
        return None
    role = story.at.known.roles["head_of_state"]
    held = holder_of(role, state.id, story.at)
    person = story.at.known.persons[held.person] if held else None
    return Mention(
        start=min(noun_phrase(clauses, i).start, seat.start), end=clauses.tokens[i].end, kind="office",
        head=clauses.tokens[i].start, actor=person.id if person else f"office:{state.alpha2}/head_of_state",
        name=person.name if person else None, role=role.id, country=state.alpha3, level=role.level,
        sector=role.sector, reason="chief of the seat of power", confidence=0.8,
    )  # fmt: skip


def colleague(story: Story, at: Where) -> Mention | None:
    """*her Indian colleague*: who holds the same role as she in that state."""
    clauses, i = story.sentences[at.sentence], at.token
    owner = next((clauses.mention(c) for c in clauses.children(i, "nmod:poss")), None)
    state = next(
        (m for c in clauses.children(i, "amod", "compound") for m in [clauses.mention(c)] if m and m.country), None
    )
    if owner is None or state is None or owner.role is None or clauses.is_plural(i):
        return None
    known = story.at.known
    home, role = known.state(state.country), known.roles[owner.role]
    held = holder_of(role, home.id, story.at) if home and role.rank < SOLE else None
    if held is None:
        return None
    return Mention(
        start=min(noun_phrase(clauses, i).start, state.start), end=clauses.tokens[i].end, kind="office",
        head=clauses.tokens[i].start, actor=held.person, name=known.persons[held.person].name, role=role.id,
        country=state.country, level=role.level, sector=role.sector, reason="counterpart", confidence=0.75,
    )  # fmt: skip


def holder(story: Story, at: Where, m: Mention) -> Link | None:
    """*the minister*: the one person before it in that role, or those who stand equally near."""
    if m.role is None or not _is_bare(story, m):
        return None
    roles = {m.role, *KIN.get(m.role, ())}
    for n, back in story.before(at, FAR):
        state = (None, m.country) if m.country and m.reason != "same role earlier" else None
        found = [p for p in story.persons(n) if p.role in roles and (state is None or p.country in state)]
        main = [p for p in story.tiers(n)[0] if any(key(p) == key(f) for f in found)]
        if found:
            one = found if len(found) == 1 else main if len(main) == 1 else found
            return Link(tuple(one), "same role earlier", 0.8 if back == 1 and len(found) == 1 else 0.65)
    return None


def _is_bare(story: Story, m: Mention) -> bool:
    """An office told by its title only, which the knowledge gave no holder."""
    opening = story.text[m.start : m.end].split()[0].lower()
    owned = opening in words().male | words().female | words().plural | words().first | {"its"}
    open_ = m.reason == "same role earlier" or not (m.actor or "").startswith(("wd:", "p:"))
    return m.kind == "office" and open_ and not m.plural and opening not in words().indefinite and not owned


def at_home(story: Story, m: Mention) -> Mention | None:
    """*The Secretary-General* in a text of the United Nations: whoever holds the office of the body that speaks."""
    known, home = story.at.known, story.at.home
    title = story.text[m.start : m.end].lower().removeprefix("the ")
    row = (
        known.title(title, home)
        if home and _is_bare(story, m) and not m.country and m.organisation in (None, home)
        else None
    )
    if row is None or home is None or story.text[m.head].islower():
        return None
    role = known.roles[row.role]
    held = holder_of(role, home, story.at, row.qualifier)
    if held is None:
        return None
    state = known.states.get(home)
    return msgspec.structs.replace(
        m, actor=held.person, name=known.persons[held.person].name, role=role.id, level=role.level, sector=role.sector,
        country=state.alpha3 if state else None, organisation=None if state else home,
        reason="the speaking body's office", confidence=0.8,
    )  # fmt: skip


def unheld(m: Mention, rivals: tuple[Mention, ...]) -> Mention:
    """The mention without the holder that was guessed; what all who can be meant share stays."""
    states, bodies = {r.country for r in rivals}, {r.organisation for r in rivals}
    return msgspec.structs.replace(
        m,
        actor=None,
        name=None,
        country=states.pop() if len(states) == 1 else None,
        organisation=bodies.pop() if len(bodies) == 1 else None,
        reason="one of several in that role",
        confidence=0.3,
    )
