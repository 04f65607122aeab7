"""`/network`, `/measures`, `/weeks`: what the page draws, with positions reckoned here, the same every time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Annotated, Any

import networkx
from litestar import get
from litestar.params import Parameter
from msgspec.structs import replace

from demarche.model import Measure, Record, UsageError
from demarche.model.values import LEVELS
from demarche.publish import edition
from demarche.publish.api.asked import every
from demarche.publish.api.duties import House
from demarche.publish.api.questions import Day, Values
from demarche.publish.api.shapes import Network, Node, Tie
from demarche.publish.editions import Edition
from demarche.publish.editions.selection import sides
from demarche.publish.names import country as code
from demarche.publish.names import named
from demarche.publish.queries import Query
from demarche.store import schema

States = Annotated[str | None, Parameter(query="state", description="States, by commas.", max_length=400)]
MET = frozenset({"happened", "ongoing"})
SEED = 1815
"""The layout starts from the same place every time: the same record gives the same picture."""


@get("/network", sync_to_thread=True)
def network(house: House, question: Query) -> Network:
    """Parties that engaged two by two, within a question."""
    held: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in _met(house, question):
        parties = sides(record)
        if not record.generic and len(parties) == 2:
            for pair in combinations(parties, 2):
                held[pair].append(record)
    return Network(nodes=_nodes(held), ties=[_tie(pair, records) for pair, records in sorted(held.items())])


def _met(house: House, question: Query) -> Iterator[Record]:
    """The engagements that took place, if the question asks for any: the database leaves the rest out."""
    statuses = question.statuses & MET if question.statuses else MET
    if statuses and "engagement" in (question.types or {"engagement"}):
        yield from every(house.store, replace(question, types=frozenset({"engagement"}), statuses=statuses))


def _tie(pair: tuple[str, str], records: list[Record]) -> Tie:
    days = sorted(r.date.start for r in records if r.date and r.date.start)
    return Tie(a=pair[0], b=pair[1], records=[r.id for r in records], last=days[-1] if days else None,
               best_level=min((r.level for r in records), key=LEVELS.index))  # fmt: skip


def _nodes(held: dict[tuple[str, str], list[Record]]) -> list[Node]:
    graph: Any = networkx.Graph()
    for (a, b), records in sorted(held.items()):
        graph.add_edge(a, b, weight=len(records))
    where = networkx.spring_layout(graph, seed=SEED, k=1.6 / max(1, len(graph)) ** 0.5) if len(graph) else {}
    return [
        Node(id=id, name=named(id), partners=graph.degree(id), engagements=int(graph.degree(id, weight="weight")),
             x=round(float(where[id][0]), 4), y=round(float(where[id][1]), 4))
        for id in sorted(graph)
    ]  # fmt: skip


@get("/measures", sync_to_thread=True)
def measures(
    house: House, states: States = None, metric: Values = None, since: Day = None, until: Day = None
) -> list[Measure]:
    """Numbers over the record, with their ground and the records behind each."""
    m = schema.measures.c
    wanted: list[Any] = [m.state.in_([code(s) for s in states.split(",") if s])] if states else []
    wanted += [m.metric.in_(metric.split(","))] if metric else []
    wanted += [m.window_end >= since] if since else []
    wanted += [m.window_start <= until] if until else []
    return list(house.store.measures.where(*wanted))


@get("/weeks/{week:str}", sync_to_thread=True)
def week(
    house: House,
    week: Annotated[str, Parameter(description="An ISO week, 2022-W30.", pattern=r"^\d{4}-W\d{2}$")],
    focus: Values = None,
) -> Edition:
    """The digest of a week, ready to be laid out, each line with its footnotes."""
    try:
        first, last = (date.fromisocalendar(int(week[:4]), int(week[6:]), day) for day in (1, 7))
    except ValueError as e:
        raise UsageError(f"{week}: there is no such week") from e
    return edition(house.store, since=first.isoformat(), until=last.isoformat(),
                   focus=[f for f in (focus or "").split(",") if f])  # fmt: skip


ROUTES = [network, measures, week]
