"""The package's tables of actors -> names known for certain: countries, cities, organisations, people."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

ACTORS = Path(__file__).parent.parent / "src" / "demarche" / "lexicon" / "data" / "actors"
LONGEST = 7
Found = tuple[int, int, str]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (ACTORS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def countries() -> frozenset[str]:
    """Names of states and of their capitals as news spells them."""
    states = {row[field] for row in _rows("states") for field in ("name", "full_name", "capital")}
    aliases = {row["surface"] for row in _rows("aliases") if row["kind"] in ("name", "capital", "abbrev")}
    return frozenset(n for n in states | aliases if n and (not n.isupper() or len(n) < 5))


COUNTRIES = countries()


class Gazetteer:
    """Looks up runs of words."""

    def __init__(self) -> None:
        places = {n for row in _rows("places") for n in (row["name"], *row["names"].split("|"))}
        bodies = {n for t in ("organisations", "organs") for row in _rows(t) for n in row["surfaces"].split("|")}
        people = {n for row in _rows("persons") for n in (row["name"], *row["variants"].split("|")) if " " in n}
        self._kinds: dict[tuple[str, ...], str] = {}
        for names, kind in ((people, "PER"), (places, "LOC"), (bodies, "ORG"), (COUNTRIES, "LOC")):
            self._kinds.update((tuple(n.split()), kind) for n in names if len(n) > 2 and n[0].isupper())

    def kind(self, words: Sequence[str]) -> str | None:
        return self._kinds.get(tuple(words))

    def names(self, words: Sequence[str]) -> list[Found]:
        """The longest names from left to right."""
        found: list[Found] = []
        at = 0
        while at < len(words):
            width = next((n for n in range(min(LONGEST, len(words) - at), 0, -1) if self.kind(words[at : at + n])), 0)
            if width:
                found.append((at, at + width, self.kind(words[at : at + width]) or ""))
            at += max(width, 1)
        return found
