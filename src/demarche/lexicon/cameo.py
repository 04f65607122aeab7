"""How CAMEO writes an actor: a country's three letters or a body's code, then the role of whoever acts for it."""

from functools import cache

from demarche.lexicon.scale import codes
from demarche.lexicon.tables import Row, data, load_csv
from demarche.model import Participant

ROLES = frozenset({
    "GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "SEP", "INS", "SPY", "ELI", "MED", "CVL", "BUS", "CRM", "EDU",
    "HLH", "LAB", "REF", "AGR", "DEV", "ENV", "HRI", "UAF", "REL", "NGO",
})  # fmt: skip
"""Roles that CAMEO has; PLOVER's own are written as below."""
AS_CAMEO = {"PTY": "GOV", "JRN": "MED", "PRM": "MIL", "SOC": "CVL", "ACT": "CVL"}


class BodyCode(Row, frozen=True, kw_only=True):
    """The CAMEO code of an organisation."""

    id: str
    code: str
    source: str


@cache
def _bodies() -> dict[str, str]:
    return {r.id: r.code for r in load_csv(data("plover", "bodies.csv"), BodyCode)}


def actor_code(p: Participant, as_state: bool = False) -> str | None:
    """The CAMEO code of a participant; null for one who stands for no known country or body. `as_state`: no role."""
    if p.country:
        known = codes(p.country)
        return (known.cameo if known else p.country) + ("" if as_state else _role(p))
    if p.organisation:
        return _bodies().get(p.organisation)
    return _bodies().get(p.actor or "")


def _role(p: Participant) -> str:
    """The role of whoever acts for a state; the state itself has none."""
    sector = AS_CAMEO.get(p.sector or "", p.sector or "")
    return sector if sector in ROLES else ""
