"""Is a gold participant's side among the participants of a claim? By country, surname or body."""

from collections.abc import Iterable, Sequence
from typing import Any

from demarche.bench.figures import words
from demarche.bench.records.words import generic

Person = dict[str, Any]


class Side:
    """A gold participant's country, surname and body."""

    def __init__(self, country: str | None, name: str | None, bodies: Sequence[str | None]) -> None:
        self.country = country
        self.surname = (words(name) or [""])[-1]
        told = {word for body in bodies for word in words(body) if len(word) > 3 and word not in generic()}
        self.body = told | {run_together(body) for body in bodies if body and len(run_together(body)) < 8}

    def is_among(self, people: Iterable[Person]) -> bool:
        """Does one of them stand for this side?"""
        return any(self._is(person) for person in people)

    def _is(self, person: Person) -> bool:
        names = words(person.get("name")) + words(person.get("actor"))
        if (self.country and person.get("country") == self.country) or (self.surname and self.surname in names):
            return True
        told = [person.get(field) for field in ("name", "organisation", "role")]
        return bool(
            self.body & {w for body in told if isinstance(body, str) for w in (*words(body), run_together(body))}
        )


def run_together(text: str | None) -> str:
    """The words of a text without blanks."""
    return "".join(words(text))


def sides(people: Iterable[Person]) -> list[list[Side]]:
    """The distinct sides of gold participants; a group that has neither country, name nor body is none."""
    out: dict[str, list[Side]] = {}
    for person in people:
        name = person.get("country") or person.get("name") or person.get("org")
        if not name:
            continue
        role = person.get("role") if person.get("org") and name not in out else None
        bodies = [] if name in out else [person.get("org"), role]
        out.setdefault(name, []).append(Side(person.get("country"), person.get("name"), bodies))
    return list(out.values())


def enough(gold: Iterable[Person], people: Sequence[Person], need: int) -> bool:
    """Are `need` sides there, or as many countries and persons as the gold has? Bodies may stand in for either."""
    asked = sides(gold)
    strong = sum(any(side.country or side.surname for side in same) for same in asked)
    there = sum(any(side.is_among(people) for side in same) for same in asked)
    return there >= (min(need, strong) or min(1, len(asked)))
