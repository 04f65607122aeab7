"""*King Philippe*, *Sultan Haitham*: a crowned head by its first name is that of the one monarchy that has it."""

from demarche.language.mentions.epithets import said_of
from demarche.language.mentions.phrase import Phrase
from demarche.language.mentions.setting import Setting
from demarche.language.mentions.whom import Found
from demarche.lexicon.names import parts

CROWNED = frozenset({"king", "queen", "emperor", "empress", "sultan", "emir", "amir", "prince", "grand duke"})
REASON = "the one crowned head of that name"


def as_crowned(found: Found | None, name: str, phrase: Phrase, at: Setting) -> Found | None:
    """Whom a name means where a crown stands before it: never the president of a republic."""
    if not any(t.low in CROWNED for t in phrase.titles):
        return found
    state = at.known.states.get(at.known.body(found.post.office) or "") if found and found.post else None
    if state is None or state.alpha3 in said_of("monarchy"):
        return found or crowned(name, at)
    return crowned(name, at)


def crowned(name: str, at: Setting) -> Found | None:
    """The head of a monarchy on the day of the text whose first name this is; nobody where two have it."""
    own = parts(name, at.known.spellings)
    if at.day is None or len(own) != 1:
        return None
    states = (at.known.state(code) for code in sorted(said_of("monarchy")))
    held = [t for s in states if s for t in at.known.holders(f"office:{s.alpha2}/head_of_state", at.day)]
    named = {t.person: t for t in held if own[0] in {*parts(at.known.persons[t.person].name, at.known.spellings)[:1]}}
    return next((Found(p, t, 0.8, REASON) for p, t in named.items()), None) if len(named) == 1 else None
