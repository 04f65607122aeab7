"""A name, with what is said of its bearer -> the person of the tables who bore it on the day, or nobody."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from demarche.language.mentions.roles import WEAK
from demarche.language.mentions.setting import Setting
from demarche.lexicon.actors import Tenure
from demarche.lexicon.names import folded, parts

HIGH, FOREMOST = 13, 6
"""The lowest ranks named by surname alone: with a title or in their own state's text, and without."""

YEARS = 12
"""Somebody who left their last post so long ago is not who a text means without saying so."""


LATELY = 15
"""Years around somebody's time in office in which a name like theirs is theirs: half a generation."""


SPELLED_ANYHOW = frozenset({"head_of_state", "head_of_government", "foreign_minister"})
"""Roles of which each state has one, by which a misspelt name is told where no state is."""


class Found(NamedTuple):
    """A person, the post that they are known for on the day, and how sure that is."""

    person: str
    post: Tenure | None
    confidence: float
    reason: str


@lru_cache(maxsize=20_000)
def whom(name: str, role: str | None, body: str | None, at: Setting, former: bool = False) -> Found | None:
    """The one person meant; nobody where two fit as well, or where the tables contradict the text."""
    ids = set(at.known.called(name) or (id for id in at.known.like(name) if _was_lately(id, at)))
    if not ids:
        return misspelt(name, role, body, at)
    single = len(parts(name)) < 2 and not any(len(w) == 1 for w in folded(name).split())
    scored = sorted(((_score(id, role, body, at, former) - _given(name, id, at), id) for id in ids), reverse=True)
    best, id = scored[0]
    if len(scored) > 1 and best - scored[1][0] < 0.5:
        return None
    need = _needed(single, role, body, at)
    if best < need:
        return misspelt(name, role, body, at)
    post = best_post(id, role, body, at)
    reason = "surname of the holder" if single else "name and office" if role or body else "full name"
    if single and not _can_go_by_surname(id, post, role, body, at):
        return None
    return Found(id, post, 0.75 if single else 0.95 if role or body else 0.9, reason)


def _was_lately(id: str, at: Setting) -> bool:
    """Was somebody in office in these years? Of whoever left long ago a name that is only alike tells nothing."""
    if at.day is None:
        return True
    year = int(at.day[:4])
    return any(int(t.first[:4]) - LATELY <= year <= int(t.last[:4]) + LATELY for t in at.known.posts(id))


def _can_go_by_surname(id: str, post: Tenure | None, role: str | None, body: str | None, at: Setting) -> bool:
    """*Lavrov* can be told by itself, *Justice Henry* only by a post that says so: most surnames are of others."""
    known = at.known
    if post is None or body is not None:
        return post is not None
    if role is not None and role not in WEAK:
        return any((o := known.offices.get(t.office)) is not None and o.role == role for t in known.posts(id))
    now = at.day is not None and post.first <= at.day <= post.last
    own = role is not None or (at.home is not None and known.body(post.office) == at.home)
    best = known.rank(post.office)
    return (now and best <= (HIGH if own else FOREMOST)) or (best <= 2 and known.body(post.office) in known.foremost)


def misspelt(name: str, role: str | None, body: str | None, at: Setting) -> Found | None:
    """*Vladimit Putin*, *Carlo Champi*: beside a title, a name one or two letters off is that of the holder."""
    body, own = body or at.home, parts(name)
    if role is None or at.day is None or not own:
        return None
    if body is None:
        return _in_any_state(own, role, at.day, at)
    for t in at.known.holders(f"office:{body.removeprefix('iso:')}/{role}", at.day):
        names = [parts(n) for n in (at.known.persons[t.person].name, *at.known.persons[t.person].variants)]
        if any(fuzz.ratio(own[-1], n[-1]) >= 80 and _begins_alike(own, n) for n in names if n):
            return Found(t.person, t, 0.8, "a spelling near the holder's")
    return None


def _in_any_state(own: tuple[str, ...], role: str, day: str, at: Setting) -> Found | None:
    """*President Mohamed Mursi*, whose state nobody names: the one holder of such an office spelled nearly so."""
    if len(own) < 2 or role not in SPELLED_ANYHOW:
        return None
    known = at.known
    held = (t for s in known.states.values() for t in known.holders(f"office:{s.alpha2}/{role}", day))
    near = {t.person: t for t in held if _is_near(own, t.person, at)}
    return Found(*next((p, t, 0.7, "a spelling near a holder's") for p, t in near.items())) if len(near) == 1 else None


def _is_near(own: tuple[str, ...], person: str, at: Setting) -> bool:
    names = [parts(n) for n in (at.known.persons[person].name, *at.known.persons[person].variants)]
    return any(len(n) > 1 and fuzz.ratio(own[-1], n[-1]) >= 80 and fuzz.ratio(own[0], n[0]) >= 80 for n in names)


def _begins_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == 1 or len(other) == 1 or fuzz.ratio(one[0], other[0]) >= 70


def _needed(single: bool, role: str | None, body: str | None, at: Setting) -> float:
    if at.day is None:
        return 0.0 if not single or role or body else 1.5
    return (3.0 if role or body else 2.5) if single else 0.4


def _score(id: str, role: str | None, body: str | None, at: Setting, former: bool) -> float:
    posts = at.known.posts(id)
    score = max((_post_score(t, role, body, at, former) for t in posts), default=0.0)
    if body is not None and not any(at.known.body(t.office) == body for t in posts):
        score -= 4.0
    return score


def _given(name: str, id: str, at: Setting) -> float:
    """What counts against *Donald* for Donald Tusk: it is no last name of his, and nobody there goes by another."""
    own = parts(name, at.known.spellings)
    forms = [parts(n, at.known.spellings) for n in (at.known.persons[id].name, *at.known.persons[id].variants)]
    if len(own) > 1 or any(f and own[0] == f[-1] for f in forms):
        return 0.0
    states = (at.known.states.get(at.known.body(t.office) or "") for t in at.known.posts(id))
    return 0.0 if any(s and s.called_by == "first" for s in states) else 3.0


def _post_score(t: Tenure, role: str | None, body: str | None, at: Setting, former: bool) -> float:
    known, day = at.known, at.day
    office = known.offices.get(t.office)
    score = (20 - known.rank(t.office)) / 12 + (0.6 if known.body(t.office) in known.foremost else 0.0)
    if day is not None:
        score += _time_score(t, day, former)
    if body is not None and known.body(t.office) == body:
        score += 1.5
    if role is not None and office is not None and office.role == role:
        score += 2.0
    return score


def _time_score(t: Tenure, day: str, former: bool) -> float:
    if t.first <= day <= t.last:
        return 1.0 if former else 2.5
    years = int(day[:4]) - int(t.last[:4]) if t.last < day else int(t.first[:4]) - int(day[:4])
    if years > YEARS:
        return -1.0
    return 1.0 if t.last < day or years <= 1 else -0.5


def best_post(id: str, role: str | None, body: str | None, at: Setting) -> Tenure | None:
    """The post a person is known for on the day: the one named, else the highest held, else the last before it."""
    posts = at.known.posts(id)
    if not posts:
        return None
    return max(posts, key=lambda t: (_post_score(t, role, body, at, False), t.start))
