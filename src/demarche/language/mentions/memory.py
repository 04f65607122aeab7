"""What a text has said so far about who is who: names and roles that later words point back to."""

from collections import defaultdict

from demarche.lexicon import Knowledge
from demarche.lexicon.names import parts
from demarche.model import Mention

KIN = {
    "head_of_state": ("head_of_state", "supreme_leader"), "leader": ("head_of_state", "head_of_government", "leader", "supreme_leader"),
    "minister": ("foreign_minister", "defence_minister", "finance_minister", "interior_minister", "economy_minister",
                 "trade_minister", "energy_minister", "minister"),
    "secretary_general": ("secretary_general", "organisation_head"), "organisation_head": ("organisation_head", "secretary_general"),
    "official": ("official",),
}  # fmt: skip
"""Roles that a shorter title may point back to: *the Minister* is the foreign minister named before."""


class Memory:
    """The mentions so far, by the parts of their names and by their roles."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._names: dict[str, list[Mention]] = defaultdict(list)
        self._roles: dict[str, list[Mention]] = defaultdict(list)
        self.seen: list[Mention] = []

    def add(self, mention: Mention, written: str | None = None) -> None:
        """Remember a mention; `written` is the name as it stands in the text."""
        if mention.kind not in ("person", "office", "group", "state"):
            return
        self.seen.append(mention)
        if mention.kind == "person":
            for name in {mention.name or "", written or ""}:
                for part in parts(name, self._known.spellings):
                    self._names[part].append(mention)
        if mention.role and mention.kind in ("person", "office") and not mention.plural:
            self._roles[mention.role].append(mention)

    def bearer(self, name: str, country: str | None) -> Mention | None:
        """The last person named before who can bear this shorter name."""
        own = parts(name, self._known.spellings)
        if not own or len(own) > 3:
            return None
        for mention in reversed(self._names.get(own[-1], ())):
            other = parts(mention.name or "", self._known.spellings)
            fits = set(own) <= set(other) or (len(own) == 1)
            if fits and (country is None or mention.country in (None, country)):
                return mention
        return None

    def holder(self, role: str) -> Mention | None:
        """The last one named before in a role."""
        found = [m for r in KIN.get(role, (role,)) for m in self._roles.get(r, ())[-1:]]
        return max(found, key=self.seen.index, default=None)

    def holders(self, role: str) -> list[Mention]:
        """All named before in a role, one for each country or name, in the order in which they came."""
        found = [m for r in KIN.get(role, (role,)) for m in self._roles.get(r, ())]
        return list({(m.country, m.organisation, m.actor or m.name): m for m in found}.values())

    def last_role(self, before: int) -> Mention | None:
        """The last person or office with a role that a *counterpart* can share."""
        return next((m for m in reversed(self.seen) if m.role and not m.plural and m.role != "counterpart"), None)
