"""A record -> its sentence: *Antony Blinken (USA, secretary of state) and Sergei Lavrov (RUS) spoke by phone*.

The templates are in `headlines.toml`. A sentence says what the record holds and nothing else.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import msgspec

from demarche.lexicon.tables import load_toml
from demarche.model import Participant, Record
from demarche.publish.editions.acts import label
from demarche.publish.names import named, person, side, together, within


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How one mode is told."""

    past: str
    base: str
    noun: str


class Wordings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    status: dict[str, str]
    mode: dict[str, Wording]


@cache
def wordings() -> Wordings:
    """The templates as shipped."""
    return load_toml(files("demarche.publish.editions").joinpath("headlines.toml"), Wordings)


def headline(record: Record, quoted: str | None = None) -> str:
    """The record in one sentence, without its full stop; an act is told in the quoted words of its text."""
    return _engagement(record) if record.type == "engagement" else _act(record, quoted)


def _engagement(record: Record) -> str:
    people = record.participants
    sided = [p for p in people if p.name or side(p)]
    who, more = sided if len(sided) > 1 else list(people), ""
    if record.mode == "visit":
        who = _visitors(record)
        more = _received(record, who)
    elif record.mode == "summit" and any(p.country for p in people):
        who = [p for p in people if p.country]
    facts = {"where": _where(record, who), "event": _forum(record.event_name)}
    words = wordings().mode["journey" if record.mode == "visit" and not facts["where"] else record.mode or "other"]
    noun = words.noun.format(**facts)
    names = [person(p) for p in who] or ["unnamed parties"]
    many = len(names) > 1
    told = wordings().status[record.status].format(
        who=together(names), past=words.past.format(**facts), base=words.base.format(**facts), noun=noun,
        Noun=noun[:1].upper() + noun[1:], be="are" if many else "is",
        of="between" if many else "of",
    )  # fmt: skip
    return told[:1].upper() + told[1:] + more


def _forum(name: str | None) -> str:
    if not name:
        return "a multilateral meeting"
    return name if name.lower().startswith(("the ", "a ", "an ")) else f"the {name}"


def _visitors(record: Record) -> list[Participant]:
    """Who travels: those said to, else everybody who is not at home there."""
    going = [p for p in record.participants if p.part == "visitor"]
    home = record.place.country if record.place else None
    return going or [p for p in record.participants if p.part != "host" and (p.country is None or p.country != home)]


def _received(record: Record, visitors: Sequence[Participant]) -> str:
    gone_to = record.place.name if record.place else None
    hosts = [person(p) for p in record.participants if p not in visitors and (p.role or p.name not in (None, gone_to))]
    return f"; also named: {together(hosts)}" if hosts else ""


def _where(record: Record, visitors: Sequence[Participant]) -> str:
    if record.place:
        return place(record) or record.place.name
    home = {p.side for p in visitors}
    hosts = [within(p.side) for p in record.participants if p.side and p.side not in home]
    return together(list(dict.fromkeys(hosts)))


def place(record: Record) -> str | None:
    """*Tashkent, Uzbekistan*; the country alone where no town is known."""
    if record.place is None:
        return None
    land = named(record.place.country) if record.place.country else None
    if land and record.place.precision == "country":
        return land
    return record.place.name if land in (None, record.place.name) else f"{record.place.name}, {land}"


def _act(record: Record, quoted: str | None) -> str:
    """*The United States – Russia: “imposed sanctions on two banks”*: who, to whom, and the words of the text."""
    actors = together([person(p) for p in record.actors if p.name or side(p)]) or "Somebody not named"
    targets = together([person(p) for p in record.targets if p.name or side(p)])
    parties = f"{actors} – {targets}" if targets else actors
    said = _marked(quoted.rstrip(".")) if quoted else record.what or label(record.event)
    told = f"{parties}: {said}"
    told = told[:1].upper() + told[1:]
    return told if record.status == "happened" else f"{told} [{record.status}]"


def _marked(words: str) -> str:
    """Words between quotation marks; those that hold some already stand without further ones."""
    return words if set(words) & set('“”"„«»') else f"“{words}”"
