"""Which of the four foremost offices of each UN member have a known holder in a year: `python -m knowledge.coverage`.

A president who governs needs no prime minister, a realm's monarch reigns elsewhere (its governor-general counts), and a
state without armed forces has no minister for them (`no_office.csv`). With `--missing` the gaps are listed.
"""

import sys
from collections.abc import Iterator

from demarche.lexicon import Knowledge, knowledge
from demarche.lexicon.actors import State
from knowledge.tables import hand

YEARS = range(2020, 2027)
DAYS = ("01-20", "04-10", "07-01", "10-01", "12-20")
OFFICES = {
    "head_of_state": ("head_of_state", "supreme_leader", "governor_general"),
    "head_of_government": ("head_of_government",),
    "foreign_minister": ("foreign_minister",),
    "defence_minister": ("defence_minister",),
}
"""Each office, and the roles of those who fill it."""


def held(known: Knowledge, state: State, office: str, year: int, vouched: bool = True) -> bool:
    """Has an office a holder in a year: one vouched for on some day, or at least a last known one?"""
    ids = [f"office:{state.alpha2}/{role}" for role in OFFICES[office]]
    for day in (f"{year}-{d}" for d in DAYS):
        for tenure in (t for id in ids for t in known.holders(id, day)):
            if not vouched or not "" < tenure.known_until < day:
                return True
    return False


def needed(known: Knowledge, state: State, office: str) -> bool:
    """Has a state such an office at all?"""
    if office == "head_of_government" and state.leader == "head_of_state":
        return any(held(known, state, office, year) for year in YEARS)
    return (state.alpha2, office) not in {(r["state"], r["office"]) for r in hand("no_office")}


def table(known: Knowledge) -> Iterator[tuple[str, int, int, int, list[str]]]:
    """For each office and year: states that have it, holders vouched for, last known ones too, and who is missing."""
    members = [s for s in known.tables.states if s.un_member]
    for office in OFFICES:
        asked = [s for s in members if needed(known, s, office)]
        for year in YEARS:
            sure = [s for s in asked if held(known, s, office, year)]
            any_ = [s for s in asked if held(known, s, office, year, vouched=False)]
            yield office, year, len(asked), len(sure), [s.alpha2 for s in asked if s not in any_]


def main() -> None:
    """Print the table."""
    for office, year, asked, sure, missing in table(knowledge()):
        listed = "  " + " ".join(missing) if "--missing" in sys.argv else ""
        print(f"{office:20} {year}  {sure:3} vouched for, {asked - len(missing):3} with last known, of {asked}{listed}")


if __name__ == "__main__":
    main()
