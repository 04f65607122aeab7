"""The persons met so far, found again under any of their names; and the spellings under which names are compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz

from demarche.lexicon.names import agree, folded, key, parts, spelled_out
from knowledge.tables import hand, read

WHOLE = frozenset(f"iso:{code}" for code in ("KR", "KP", "CN", "TW", "JP", "VN"))
"""States in which two names that share two syllables out of three are two people."""

FEDERATIONS = (
    frozenset(f"iso:{code}" for code in ("RS", "ME", "HR", "SI", "MK", "BA", "XK")),
    frozenset(f"iso:{code}" for code in ("RU", "UA", "BY", "MD", "GE", "AM", "AZ", "KZ", "KG", "TJ", "TM", "UZ")),
    frozenset(["iso:CZ", "iso:SK"]),
)
"""States that were one: who served it went on to serve another of them."""


class Register:
    """Every person, by id, by name and by the state or body they served."""

    def __init__(self, spellings: dict[str, str]) -> None:
        self.spellings = spellings
        self.persons: dict[str, dict[str, str]] = {}
        self.variants: dict[str, set[str]] = defaultdict(set)
        self._by_body: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._tokens: dict[str, list[tuple[str, ...]]] = defaultdict(list)

    def add(self, id: str, name: str, body: str, gender: str = "", source: str = "", article: str = "") -> str:
        """Enter a person under a name; the first name given is the one shown."""
        new = {"id": id, "name": name, "gender": gender, "article": article, "source": source}
        person = self.persons.setdefault(id, new)
        person["gender"] = person["gender"] or gender
        person["article"] = person["article"] or article
        self._by_body[body].add(id)
        for form in (name, spelled_out(name)):
            if key(form) != key(person["name"]):
                self.variants[id].add(form)
            self._by_key[key(form)].add(id)
            self._tokens[id].append(parts(form, self.spellings))
        return id

    def find(self, name: str, body: str, surname: str = "") -> str | None:
        """The one person of a body (or of any) who can bear this name."""
        exact = self._by_key[key(name)]
        if len(exact & self._by_body[body] or exact) == 1:
            return next(iter(exact & self._by_body[body] or exact))
        near = {id for id in self._by_body[body] if self._fits(id, name, surname, body in WHOLE)}
        return next(iter(near)) if len(near) == 1 else None

    def of_bodies(self, bodies: Iterable[str]) -> set[str]:
        """Everybody who served one of these states."""
        return set[str]().union(*(self._by_body[body] for body in bodies))

    def known(self, name: str, body: str, surname: str = "") -> str:
        """The id of the person of this name, a new one where nobody is known by it."""
        return self.find(name, body, surname) or f"p:{key(name).replace(' ', '-')}"

    def of_body(self, name: str, body: str) -> str:
        """As `known`, but the one name must hold all of the other, and who served only another state is a namesake."""
        id, own = self.known(name, body), parts(name, self.spellings)
        elsewhere = {b for b, ids in self._by_body.items() if id in ids}
        kin = next((f for f in FEDERATIONS if body in f), {body})
        foreign = all(b.startswith("iso:") for b in (body, *elsewhere)) and not kin & elsewhere
        fathers = re.search(r"\b(?:bin|ibn|ben)\b", folded(name))
        names = {self.persons[id]["name"], *self.variants[id]} if id in self.persons else ()
        other = any(_initials(name) and _initials(n) and _initials(n) != _initials(name) for n in names)
        like = not other and any(_holds(own, t) and not (fathers and t[0] != own[0]) for t in self._tokens[id] if t)
        return id if not elsewhere or (like and not foreign) else self.namesake(name, body)

    def goes_by(self, id: str, name: str) -> bool:
        """Is this just what one is called?"""
        return id in self._by_key[key(name)]

    def namesake(self, name: str, body: str) -> str:
        """A new id for one who is nobody known, whoever else may be called so."""
        slug = f"p:{key(name).replace(' ', '-')}"
        return slug if slug not in self.persons else f"{slug}-{body.removeprefix('iso:').lower()}"

    def _fits(self, id: str, name: str, surname: str, whole: bool) -> bool:
        wanted, last = parts(name, self.spellings), set(parts(surname, self.spellings))
        patronymic = " bin " in folded(name)
        return any(
            len(set(t) & set(wanted)) >= 2
            and agree(t, wanted)
            and (not last or bool(last & set(t)))
            and (not patronymic or t[0] == wanted[0])
            and (not whole or set(t) == set(wanted))
            for t in self._tokens[id]
        )


def _initials(name: str) -> list[str]:
    return [w for w in folded(name).split() if len(w) == 1]


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Are the parts of the one all the other's, or the other way: *Boutros Boutros* takes two."""
    a, b = Counter(one), Counter(other)
    return a <= b or b <= a


def spelling_map(facts: Path) -> dict[str, str]:
    """Each spelling of a name part to the one it is compared under."""
    return {form: row["forms"].split("|")[0] for row in spellings(facts) for form in row["forms"].split("|")}


def spellings(facts: Path) -> list[dict[str, str]]:
    """Groups of spellings in Latin letters; groups that share a form are not joined: the first keeps it."""
    taken: set[str] = set()
    rows = []
    for r in hand("spellings") + read(facts / "name_part_variants.csv"):
        own = r["name_symbol"] == "-"
        forms = [f for f in dict.fromkeys(r["forms"].split("|")) if re.fullmatch("[a-z]{3,}", f) and f not in taken]
        if not own:
            forms = [f for f in forms if len(f) > 3 and fuzz.ratio(f, forms[0]) >= 70]
        if 1 < len(forms) <= 14:
            taken.update(forms)
            rows.append({"symbol": r["name_symbol"], "forms": "|".join(forms), "source": "hand" if own else "rigour"})
    return rows
