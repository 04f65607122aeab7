"""The rules: patterns from `languages/en/time_rules.toml`, each with the code of the same name that reads it."""

from functools import cache

from demarche.language.times import absolute, holidays, lengths, nth, partial, relative, shifts, spans, weekdays
from demarche.language.times.rule import Resolve, Rule
from demarche.language.times.words import templates
from demarche.model import BadKnowledge

FILE = "languages/en/time_rules.toml"


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule with every pattern, in the order of the file; one without code, or code without one, is refused."""
    parts = (spans, absolute, partial, nth, weekdays, holidays, relative, shifts, lengths)
    code: dict[str, Resolve] = {name: resolve for part in parts for name, resolve in part.RESOLVERS.items()}
    found = tuple(Rule(name, template, needs, _code(code, name)) for name, template, needs in templates())
    for name in code.keys() - {rule.name for rule in found}:
        raise BadKnowledge(FILE, name, "code for it, but no pattern")
    return found


def _code(code: dict[str, Resolve], name: str) -> Resolve:
    if name not in code:
        raise BadKnowledge(FILE, name, "no code reads it")
    return code[name]
