"""The persons met so far, found again under any of their names; and the spellings under which names are compared."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from rapidfuzz import fuzz

from demarche.lexicon.names import agree, folded, key, parts
from knowledge.tables import hand, read

WHOLE = frozenset(f"iso:{code}" for code in ("KR", "KP", "CN", "TW", "JP", "VN"))
"""States in which two names that share two syllables out of three are two people."""


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
        if key(name) != key(person["name"]):
            self.variants[id].add(name)
        self._by_body[body].add(id)
        self._by_key[key(name)].add(id)
        self._tokens[id].append(parts(name, self.spellings))
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
