"""A Russian name or office -> the person of the tables it stands for on the day of the text."""

from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from demarche.language.mentions.resolve import holder_of
from demarche.language.mentions.setting import Setting
from demarche.language.mentions.whom import Found, best_post, whom
from demarche.language.russian.latin import latin, nominatives, spellings
from demarche.lexicon.actors import Role
from demarche.lexicon.names import key

ALIKE = 72.0
"""How near (of 100) a surname letter for letter must come to that of the office's holder: *Makron* and *Macron*."""


def named(
    words: Sequence[str], lemmas: Sequence[str], role: Role | None, body: str | None, qualifier: str, at: Setting
) -> tuple[Found | None, str]:
    """Who bears a name, if the tables know; and the name in Latin letters."""
    post = role.id if role else None
    for name in nominatives(words, lemmas):
        for spelled in spellings(name):
            if found := whom(spelled, post, body, at) or (whom(spelled, None, None, at) if body is None else None):
                return found, _dotted(spelled)
    first = next(nominatives(words, lemmas), " ".join(words))
    holder = holder_of(role, body, at, qualifier)
    if holder and _alike(first, at.known.persons[holder.person].name):
        return Found(holder.person, holder, 0.85, "name like the holder's"), _dotted(latin(first))
    return None, _dotted(latin(first))


def _dotted(name: str) -> str:
    return " ".join(f"{word}." if len(word) == 1 else word for word in name.split())


def known(name: str, alone: bool, role: Role | None, body: str | None, at: Setting) -> Found | None:
    """The person whom a row of the word list names; by the surname `alone` only where it can be nobody else."""
    post = role.id if role else None
    if alone:
        return whom(name.split()[-1], post, body, at) or whom(name, post, body, at)
    if found := whom(name, post, body, at) or whom(name, None, None, at):
        return found
    ids = at.known.called(name)
    return Found(ids[0], best_post(ids[0], post, body, at), 0.8, "name in the word list") if len(ids) == 1 else None


def _alike(russian: str, name: str) -> bool:
    """Are the last names spelled alike, sound for sound?"""
    own = _sounds(latin(russian.split()[-1]))
    return any(ratio(own, _sounds(word)) >= ALIKE for word in key(name).split() if len(word) > 2)


def _sounds(word: str) -> str:
    low = key(word)
    for one, other in _SOUNDS:
        low = low.replace(one, other)
    return "".join(_once(low))


_SOUNDS = (("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("ck", "k"), ("c", "k"), ("kh", "h"), ("ph", "f"), ("w", "v"),
           ("x", "ks"), ("y", "i"), ("ou", "u"), ("ee", "i"), ("oo", "u"), ("q", "k"), ("j", "i"))  # fmt: skip


def _once(word: str) -> Iterator[str]:
    """Doubled letters count once."""
    for n, letter in enumerate(word):
        if n == 0 or word[n - 1] != letter:
            yield letter
