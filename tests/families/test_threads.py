"""Threads: independent reports of one event share one, other events do not, and a thread never makes a family."""

import json
import os
from array import array
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.bench.documents import document as of_row
from demarche.families import families, joined, sign
from demarche.families.threads import find
from demarche.families.threads.linkage import groups
from demarche.model import Family

from .texts import FIRST_CALL, REWRITE, SAME_EVENT, WIRE, document

INDEPENDENT = """\
GENEVA - After three hours of talks here on Tuesday, the ministers of the two feuding neighbours promised to open
crossings for grain and medicine, the first sign of a thaw since their ambassadors were recalled on 14 February.

Aid workers in the valley, from which some 26,000 people have fled, said that trucks were already waiting at the border.

Mediators spoke of lists of 312 detained soldiers that the neighbours exchanged, and of maps of the border to follow."""

ELSEWHERE = """\
The fisheries ministers of the northern islands met in Tromso on Tuesday and agreed on quotas for cod and capelin.

Trawler owners had asked for 40,000 tonnes more; scientists of the institute in Bergen advised against it.

The islands and the mainland will inspect each other's boats from the first of January on."""


def thread_of(*documents: object) -> dict[str, str | None]:
    """The thread of each document by its source."""
    found = families(documents)  # type: ignore[arg-type]
    home = {d: f for f in found for d in f.documents}
    return {d.source: home[d.id].thread for d in documents}  # type: ignore[attr-defined]


def test_an_independent_report_is_in_the_thread_and_not_in_the_family() -> None:
    every = [document("a", WIRE), document("b", REWRITE), document("c", INDEPENDENT), document("d", ELSEWHERE)]
    found = families(every)
    assert sorted(len(f.documents) for f in found) == [1, 1, 2]
    threads = thread_of(*every)
    assert threads["a"] == threads["b"] == threads["c"] is not None
    assert threads["d"] is None


STATEMENT = """
The boarding party found seventeen rusted grapnels, telescopic ladders and rope handling gloves under damp tarpaulins.

Its frogmen towed the leaking skiff alongside before dusk and scuttled it where the shelf drops steeply seaward."""


def test_two_reports_that_drew_on_one_statement_share_an_origin() -> None:
    one = document("a", WIRE + "\n\n" + STATEMENT, publisher="Valley Times")
    turned = "\n\n".join([STATEMENT.strip(), *reversed(INDEPENDENT.split("\n\n")), *SAME_EVENT.split("\n\n")[1:4]])
    two = document("b", turned, publisher="Hill Post")
    apart = [document("a", WIRE, publisher="Valley Times"), document("b", INDEPENDENT, publisher="Hill Post")]
    assert {f.origin for f in families(apart)} == {"house:valley times", "house:hill post"}
    found = families([one, two])
    assert len(found) == 2
    (origin,) = {f.origin for f in found}
    assert origin is not None
    assert origin.startswith("text:fam_")


def test_an_origin_found_before_stands_while_its_thread_does() -> None:
    one = document("a", WIRE + "\n\n" + STATEMENT, publisher="Valley Times")
    turned = "\n\n".join([STATEMENT.strip(), *reversed(INDEPENDENT.split("\n\n")), *SAME_EVENT.split("\n\n")[1:4]])
    two, three = document("b", turned, publisher="Hill Post"), document("c", REWRITE, publisher="Dale News")
    other = document("d", ELSEWHERE, publisher="Fish News")
    first = families([one, two])
    (shared,) = {f.origin for f in first}
    for new in ([other], [three], [three, other]):
        profiles = list(sign([one, two, *new]))
        found = joined(profiles, earlier=first, fresh={d.id for d in new})
        again = joined(profiles, earlier=first)
        assert {f.id: f.origin for f in found} == {f.id: f.origin for f in again}
        assert shared in {f.origin for f in found} or three in new


def test_the_same_kind_of_event_a_year_later_is_another_thread() -> None:
    now = document("a", WIRE, published="2023-03-01")
    then = document("b", INDEPENDENT, published="2024-03-02")
    assert set(thread_of(now, then).values()) == {None}
    assert None not in thread_of(now, document("b", INDEPENDENT, published="2023-03-02")).values()


def test_a_thread_keeps_its_id_when_reports_come_later() -> None:
    one, two = document("a", WIRE), document("c", INDEPENDENT)
    before = families([one, two])
    older = document("b", WIRE.replace("Tuesday", "Tuesday morning"), published="2023-03-01")
    after = families([one, two, older, document("x", FIRST_CALL)], earlier=before)
    home = {d: f.thread for f in after for d in f.documents}
    assert {home[one.id], home[two.id], home[older.id]} == {f.thread for f in before}


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.floats(0.1, 1))
)
def test_linkage_puts_each_in_one_group_and_alike_ones_only(alike: dict[tuple[int, int], float]) -> None:
    found = list(groups(9, alike, 0.3))
    assert sorted(i for group in found for i in group) == list(range(9))
    assert found == list(groups(9, dict(reversed(alike.items())), 0.3))
    for group in found:
        assert len(group) == 1 or any(pair in alike for pair in combinations(group, 2))


SHARED = Path(os.environ.get("DEMARCHE_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "bench/lineage/lineage_dev.jsonl"


@pytest.mark.skipif(not GOLD.exists(), reason="the development benchmarks are not here")
def test_reports_of_events_of_the_development_set() -> None:
    """Measured: .89 of the pairs in one thread are of one event, .92 of those of one event are in one thread."""
    rows = [r for line in GOLD.read_text(encoding="utf-8").splitlines() if "topic" in (r := json.loads(line))]
    every = [of_row(r) for r in rows]
    home = _threads(families(every))
    event = {d.id: r["cluster"] for d, r in zip(every, rows, strict=True)}
    together = defaultdict(list)
    for id in event:
        together[home[id]].append(event[id])
    inside = [Counter(events) for events in together.values()]
    right = sum(n * (n - 1) for c in inside for n in c.values())
    found = sum(c.total() * (c.total() - 1) for c in inside)
    asked = sum(n * (n - 1) for n in Counter(event.values()).values())
    assert right / found >= 0.86
    assert right / asked >= 0.89


def _threads(found: tuple[Family, ...]) -> dict[str, str]:
    return {d: f.thread or f.id for f in found for d in f.documents}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=8, unique=True), max_size=12), st.integers(1, 5))
def test_it_does_not_matter_how_many_are_counted_at_once(terms: list[list[int]], at_once: int) -> None:
    units = [find.Unit((array("I", codes), array("f", [1.0] * len(codes))), None, frozenset()) for codes in terms]
    expected = list(find._pairs(units))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "AT_ONCE", at_once)
        assert list(find._pairs(units)) == expected
