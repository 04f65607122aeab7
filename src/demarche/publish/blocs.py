"""*G20*, *EU*, `org:nato`, or codes by commas -> the states in it on a day.

`blocs.csv` has the days of accession and leaving of the blocs whose shares a panel shows: a share of 2001 by the
members of today would be another's. The other blocs' members are those of the lexicon, undated.
"""

from functools import cache
from importlib.resources import files

from demarche.lexicon.actors import Member
from demarche.lexicon.tables import data, load_csv
from demarche.model import UsageError
from demarche.publish.names import alpha3, country, known_as

DEFAULT = ("org:eu", "org:nato", "org:g7", "org:g20", "org:brics", "org:cis", "org:sco")


@cache
def _members() -> dict[str, tuple[Member, ...]]:
    found: dict[str, list[Member]] = {}
    dated: dict[str, list[Member]] = {}
    for m in load_csv(data("actors", "members.csv"), Member):
        found.setdefault(m.organisation, []).append(m)
    for m in load_csv(files("demarche.publish").joinpath("blocs.csv"), Member):
        dated.setdefault(m.organisation, []).append(m)
    return {name: tuple(rows) for name, rows in (found | dated).items()}


def bloc(typed: str) -> str:
    """The id of a bloc by its id, acronym or name, in any case."""
    found = known_as(typed)
    if found is None or found not in _members():
        raise UsageError(f"{typed!r} is no group whose members are known; try G20, EU, NATO, G7, BRICS")
    return found


def members(id: str, day: str) -> frozenset[str]:
    """The members of a bloc on a day, alpha-3; those whose dates the table lacks count always."""
    rows = _members().get(id, ())
    return frozenset(alpha3(m.state) for m in rows if (m.start or "") <= day and (not m.end or day <= m.end))


def reference(typed: str, day: str) -> frozenset[str]:
    """A bloc's members on a day, or the states whose codes are given."""
    if known_as(typed) is not None:
        return members(bloc(typed), day)
    return frozenset(country(code) for code in typed.split(",") if code.strip())
