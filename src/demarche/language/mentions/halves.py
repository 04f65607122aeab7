"""Half of a land by its direction: *the North* in a text that has spoken of either Korea."""

from functools import cache

import msgspec

from demarche.language.mentions.memory import Memory
from demarche.lexicon import Knowledge
from demarche.lexicon.languages import table
from demarche.model import Mention

SURE = 0.7
REASON = "half of a land named before"


@cache
def _halves() -> dict[str, tuple[str, frozenset[str]]]:
    """The name of a half -> its state, and the states of which one must have been named (alpha-3)."""
    return {row["name"]: (row["state"], frozenset(row["beside"].split())) for row in table("en", "halves")}


def halved(mention: Mention, memory: Memory, known: Knowledge) -> Mention:
    """The mention, as the state that it means where it names a half of a land."""
    if mention.kind != "place" or mention.country is not None:
        return mention
    words = f"the {mention.name}".lower()
    found = _halves().get(words)
    if found is None or len(words) != mention.end - mention.start or not memory.named(found[1]):
        return mention
    state = known.states[found[0]]
    return msgspec.structs.replace(
        mention, kind="state", actor=state.id, name=state.name, country=state.alpha3, reason=REASON, confidence=SURE
    )
