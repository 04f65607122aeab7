"""On how many informants does a record rest? Ten reports of one briefing are one origin.

Copies are one report already (a family). Reports that attribute the event to the same person or body share an origin,
and so does the text that this government or body itself published: what the ministry says and what the papers say *the
ministry said* is one voice. Two stories of one agency, or of one house, share it as well, whatever papers print them
(`Family.origin`), unless they name different informants. A report on nobody's word is an origin of its own.
"""

from collections.abc import Sequence

from demarche.lexicon.names import key
from demarche.records.people import side
from demarche.records.tellings import Telling


def origins(tellings: Sequence[Telling]) -> int:
    """The number of groups of families that rest on one informant."""
    home: dict[str, str] = {}

    def find(x: str) -> str:
        home.setdefault(x, x)
        while home[x] != x:
            x = home[x]
        return x

    official = {t.official for t in tellings if t.official}
    for t in tellings:
        for voice in _voices(t, official):
            home[find(voice)] = find(f"family {t.family}")
    return len({find(f"family {t.family}") for t in tellings})


def _voices(t: Telling, official: set[str]) -> list[str]:
    """What the telling's family shares with other families: the informants it names, or whose own text it is."""
    if t.official:
        return [f"official {t.official}"]
    informant = t.claim.attributed_to
    party = side(informant) if informant else None
    name = informant and (informant.actor or (key(informant.name) if informant.name else None) or party)
    if name:
        return [f"official {party}" if party in official else f"informant {name}"]
    return [f"account {t.origin}"] if t.origin else []
