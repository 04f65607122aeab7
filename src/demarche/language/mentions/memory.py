"""What a text has said so far about who is who: names and roles that later words point back to."""

from collections import defaultdict

from demarche.lexicon import Knowledge
from demarche.lexicon.names import parts
from demarche.model import Mention

MINISTERS = (
    "foreign_minister", "defence_minister", "finance_minister", "interior_minister", "economy_minister",
    "trade_minister", "energy_minister", "minister",
)  # fmt: skip
KIN = {
    "head_of_state": ("head_of_state", "supreme_leader"),
    "leader": ("head_of_state", "head_of_government", "leader", "supreme_leader"),
    "minister": MINISTERS,
    "secretary_general": ("secretary_general", "organisation_head"),
    "organisation_head": ("organisation_head", "secretary_general"),
}
"""Roles that a shorter title may point back to: *the Minister* is the foreign minister named before."""

FAR = 20
"""So many namesakes back is looked for the bearer of a name."""


class Memory:
    """The mentions so far, by the parts of their names and by their roles; nothing in it grows with a text's length
    but lists that are only looked at from their end.
    """

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._names: dict[str, list[Mention]] = defaultdict(list)
        self._roles: dict[str, dict[tuple[str | None, ...], tuple[int, Mention]]] = defaultdict(dict)
        self._states: set[str] = set()
        self._recent: dict[str, None] = {}
        self._count = 0
        self.last: Mention | None = None
        self.last_role: Mention | None = None
        self.last_state: str | None = None

    def add(self, mention: Mention, written: str | None = None) -> None:
        """Remember a mention; `written` is the name as it stands in the text."""
        if mention.country:
            self._recent.pop(mention.country, None)
            self._recent[mention.country] = None
        if mention.kind not in ("person", "office", "group", "state"):
            return
        self._count += 1
        self.last = mention
        if mention.country:
            self._states.add(mention.country)
        if mention.kind == "state" and mention.country:
            self.last_state = mention.country
        if mention.kind == "person":
            for part in {p for n in (mention.name, written) for p in parts(n or "", self._known.spellings)}:
                self._names[part].append(mention)
        if mention.role and mention.kind in ("person", "office") and not mention.plural:
            who = (mention.country, mention.organisation, mention.actor or mention.name)
            self._roles[mention.role].pop(who, None)
            self._roles[mention.role][who] = (self._count, mention)
        if mention.role and not mention.plural and mention.role != "counterpart":
            self.last_role = mention

    def named(self, states: frozenset[str]) -> bool:
        """Has one of these been spoken of?"""
        return not self._states.isdisjoint(states)

    def states_named(self) -> list[str]:
        """The states whose land, people or officials were spoken of, the last one first."""
        return [*reversed(self._recent)]

    def speaks_of_others(self, state: str) -> bool:
        """Has any state but this one been spoken of?"""
        return bool(self._states - {state})

    def bearer(self, name: str, country: str | None) -> Mention | None:
        """The last person named before who can bear this shorter name."""
        own = parts(name, self._known.spellings)
        if not own or len(own) > 3:
            return None
        for mention in self._names.get(own[-1], [])[: -FAR - 1 : -1]:
            other = parts(mention.name or "", self._known.spellings)
            fits = len(own) == 1 or set(own) <= set(other)
            if fits and (country is None or mention.country in (None, country)):
                return mention
        return None

    def holder(self, role: str, former: bool = False) -> Mention | None:
        """The last one named before in a role, or as one who held it."""
        return next(reversed(self.holders(role, former)), None)

    def holders(self, role: str, former: bool = False) -> list[Mention]:
        """Everybody named before in a role, once each, the last named last."""
        named = (each for r in KIN.get(role, (role,)) for each in self._roles.get(r, {}).values())
        found = [each for each in named if (each[1].sector == "ELI") == former]
        return [mention for _, mention in sorted(found, key=lambda each: each[0])]
