"""*He*, *she*, *they*, *both sides*: small words that stand for the last person, or persons, who can be meant."""

import msgspec

from demarche.language.mentions.memory import Memory
from demarche.language.mentions.phrase import cues
from demarche.language.mentions.pieces import Line
from demarche.lexicon import Knowledge
from demarche.model import Mention

GENDERS = {"he": "male", "she": "female"}
SIDES = cues("side")
FAR = 6
"""So many subjects back is looked for the one a pronoun means."""

BEFORE = cues("before a side")


def pronoun(line: Line, k: int, subjects: list[Mention], known: Knowledge) -> Mention | None:
    """The mention that *he* or *she* is: the last subject whose gender allows it."""
    gender = GENDERS.get(line[k].low)
    if gender is None:
        return None
    for before in subjects[: -FAR - 1 : -1]:
        if _gender(before, known) in (gender, ""):
            return msgspec.structs.replace(
                before, start=line.start(k), end=line.end(k), head=line.start(k), kind="person", reason="pronoun",
                confidence=0.5,
            )  # fmt: skip
    return None


def is_one_person(mention: Mention) -> bool:
    """Can a pronoun stand for it: a person, or an office that one person holds?"""
    body = (mention.actor or "").startswith("organ:")
    return mention.kind in ("person", "office") and mention.reason != "pronoun" and not mention.plural and not body


def _gender(mention: Mention, known: Knowledge) -> str:
    person = known.persons.get(mention.actor or "")
    return person.gender if person else ""


def group(line: Line, k: int, memory: Memory) -> tuple[Mention, int] | None:
    """*They* and *both sides*: several, of whom only so much is known that they were named before."""
    if line[k].low == "they" and memory.any_named():
        end = k + 1
    elif line[k].low in BEFORE and line[k + 1].low in SIDES:
        end = k + 2
    elif line[k].low in BEFORE and line[k + 1].low in BEFORE and line[k + 2].low in SIDES:
        end = k + 3
    else:
        return None
    mention = Mention(
        start=line.start(k), end=line.end(end - 1), kind="group", head=line.start(end - 1), plural=True,
        reason="the two named before" if line[k].low != "they" else "pronoun", confidence=0.5,
    )  # fmt: skip
    return mention, end
