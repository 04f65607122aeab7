"""The panel: what its numbers are on cases one can count by hand, and the laws they obey."""

from itertools import combinations

import msgspec
import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.network.centrality import pagerank, rank
from demarche.network.months import survival
from demarche.network.panel import Asked, series
from demarche.network.rarefaction import losses, missing, rarefied
from demarche.network.rates import Sample, band
from demarche.network.windows import Window
from tests.network.panels import AUGUST, JULY, grounded, number, paneled
from tests.records.rows import BIDEN, ERDOGAN, MACRON, PUTIN, SCHOLZ

LINES = [
    f"call happened {PUTIN} {MACRON} on=2022-07-05 pub=2022-07-05 of=RUS doc=a",
    f"call happened {PUTIN} {SCHOLZ} on=2022-07-12 pub=2022-07-12 of=RUS doc=b",
    f"meeting happened {PUTIN} {ERDOGAN} on=2022-07-19 in=Tehran,IRN pub=2022-07-19 of=RUS doc=c",
    f"meeting happened {PUTIN} {ERDOGAN} on=2022-08-05 in=Sochi,RUS pub=2022-08-05 of=RUS doc=d",
    f"meeting happened {PUTIN} CHN/ambassador on=2022-08-09 pub=2022-08-09 of=RUS doc=e",
    f"call happened {PUTIN} {MACRON} on=2022-08-19 pub=2022-08-19 of=RUS doc=f",
    f"visit cancelled {PUTIN} TUR on=2022-08-20 pub=2022-08-20 of=RUS doc=g",
    f"call planned {PUTIN} {BIDEN} on=2022-08-25 pub=2022-08-20 of=RUS doc=h",
]


def test_counted_by_hand() -> None:
    p = paneled(LINES)
    assert number(p, "partners_at_least", None, "head").note == "FRA TUR"
    assert number(p, "partners_at_least", None, "ambassador").note == "CHN FRA TUR"
    assert number(p, "partners_sent_at", None, "head").note == "CHN FRA TUR"
    assert number(p, "partners_received_at", None, "head").note == "FRA TUR"
    assert {c.partner: c.change for c in p.changes} == {"DEU": "lost", "FRA": "kept", "TUR": "kept"}
    assert number(p, "contacts").value == 3
    assert number(p, "called_off", "cancelled").value == 1
    assert number(p, "direction", "received").value == 1
    assert number(p, "concentration").value == pytest.approx(1 / 3, abs=1e-4)
    assert number(p, "effective_partners").value == pytest.approx(3, abs=1e-3)
    assert number(p, "announced", "open").value == 1


def test_every_number_names_records_that_there_are() -> None:
    held = grounded(LINES)
    p = paneled(LINES)
    for n in p.numbers:
        assert set(n.records) <= set(held.records)
    counted = [n for n in p.numbers if n.metric.startswith(("contacts", "partners_at_least", "direction"))]
    assert all(bool(n.records) == bool(n.value) for n in counted)


def test_shares_of_a_reference_and_of_groups() -> None:
    p = paneled(LINES, reference=frozenset({"FRA", "DEU", "RUS"}), groups={"org:x": frozenset({"FRA"})})
    share = number(p, "share_of_reference", None, "head")
    assert (share.value, share.of, share.note) == (0.5, 2, "not seen: DEU")
    assert number(p, "group_share_of_contacts", "org:x").value == pytest.approx(1 / 3, abs=1e-4)


def test_a_month_is_seen_none_or_uncovered() -> None:
    p = paneled(LINES, window=Window("2022-05-01", "2022-08-31"), baseline=None)
    assert p.coverage.months == {"2022-05": 0, "2022-06": 0, "2022-07": 3, "2022-08": 5}
    (germany,) = [r for r in p.partners if r.partner == "DEU"]
    assert germany.months == {"2022-07": "head"}
    assert germany.months_since == 1.6


def test_no_source_in_both_windows_is_no_ratio() -> None:
    other = [line.replace("of=RUS", "of=USA") if "2022-08" in line else line for line in LINES]
    ratio = number(paneled(other), "rate_ratio")
    assert ratio.value is None
    assert "no publisher" in ratio.note


def test_a_window_without_coverage_says_so() -> None:
    held = grounded(LINES)
    june = Window("2022-06-01", "2022-06-30")
    steps = series(Asked(state="RUS", window=AUGUST, baseline=JULY, level="head"), held, [june, JULY, AUGUST])
    assert [(s.families, s.contacts) for s in steps] == [(0, None), (3, 3), (5, 3)]
    assert steps[2].ratio
    assert steps[2].ratio.value == pytest.approx((3 / 5) / (3 / 3))


def test_cooperation_and_conflict_are_never_netted() -> None:
    lines = [*LINES, "statement happened USA -> RUS pub=2022-08-11 doc=z"]
    p = paneled(lines)
    names = {n.metric for n in p.numbers}
    assert {"cooperation_by", "conflict_by", "cooperation_towards", "conflict_towards"} <= names
    assert not any("net" in name.split("_") for name in names)


def test_tours_of_the_window_are_shown() -> None:
    lines = [
        f"visit happened {MACRON} CMR on=2022-08-25..2022-08-26 in=Yaounde,CMR pub=2022-08-26",
        f"visit happened {MACRON} BEN on=2022-08-27 in=Cotonou,BEN pub=2022-08-27",
    ]
    (tour,) = paneled(lines, state="FRA").tours
    assert tour.countries == ("CMR", "BEN")


# laws


@settings(max_examples=15, deadline=None)
@given(st.permutations(LINES))
def test_shuffling_changes_nothing(lines: list[str]) -> None:
    assert _plain(paneled(lines)) == _plain(paneled(LINES))


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(LINES[:6]))
def test_a_copy_changes_nothing(line: str) -> None:
    """A second document of the same family is one witness: no number moves."""
    doc = line.rsplit("doc=", 1)[1]
    marked = [one.replace(f"doc={doc}", f"doc={doc} fam=family_{doc}") if one == line else one for one in LINES]
    copied = [*marked, line.replace(f"doc={doc}", f"doc=copy fam=family_{doc}")]
    mine, theirs = (paneled(lines) for lines in (copied, marked))
    assert [(n.metric, n.about, n.level, n.value, n.low, n.high) for n in mine.numbers] == [
        (n.metric, n.about, n.level, n.value, n.low, n.high) for n in theirs.numbers
    ]


def _plain(panel: object) -> bytes:
    """Without ids and quotes, whose offsets the shorthand numbers by the line."""
    told: dict[str, object] = msgspec.to_builtins(panel)
    kept = {k: told[k] for k in ("numbers", "coverage", "baseline", "changes", "partners")}
    return msgspec.json.encode(_without_records(kept), order="deterministic")


def _without_records(value: object) -> object:
    if isinstance(value, dict):
        return {k: _without_records(v) for k, v in value.items() if k != "records"}
    return [_without_records(v) for v in value] if isinstance(value, (list, tuple)) else value


# formulas


@given(st.integers(1, 8), st.integers(0, 8), st.integers(0, 8))
def test_missing_is_the_hypergeometric(total: int, own: int, drawn: int) -> None:
    own, drawn = min(own, total), min(drawn, total)
    sets = list(combinations(range(total), drawn))
    free = sum(1 for chosen in sets if not any(i < own for i in chosen))
    assert missing(total, own, drawn) == pytest.approx(free / len(sets))


@given(st.lists(st.integers(1, 5), max_size=8), st.integers(8, 40))
def test_rarefaction_to_everything_is_what_was_seen(told: list[int], total: int) -> None:
    assert rarefied(told, total, total) == pytest.approx(len(told))
    assert rarefied(told, total, total // 2) <= len(told) + 1e-9


def some(names: str) -> st.SearchStrategy[dict[str, int]]:
    return st.dictionaries(st.sampled_from(names), st.integers(1, 9))


@given(some("ABCDEF"), some("DEFGHI"))
def test_losses_by_chance_stay_inside(before: dict[str, int], now: dict[str, int]) -> None:
    found = losses(before, now)
    assert -1e-9 <= found.expected <= len({*before, *now}) + 1e-9
    assert found.low <= found.high


def test_partners_met_once_are_mostly_lost_by_chance() -> None:
    assert losses({"A": 1, "B": 1}, {"C": 1, "D": 1}).expected == pytest.approx(2)
    assert losses({"A": 50}, {"A": 50}).expected == pytest.approx(0, abs=1e-6)


def test_kaplan_meier_by_hand() -> None:
    curve = dict(survival([(1, True), (2, True), (2, False), (5, True)]))
    assert curve == pytest.approx({1: 0.75, 2: 0.5, 5: 0.0})


def test_a_band_holds_the_rate_and_is_the_same_every_time() -> None:
    told = Sample(tuple((0, 1, 1, 0, 2) for _ in range(20)))
    low, high = band(told)
    assert low is not None
    assert high is not None
    assert low < 0.8 < high + 0.1
    assert band(told) == (low, high)


def test_pagerank_is_networkx_own() -> None:
    graph = networkx.Graph()
    graph.add_weighted_edges_from([("A", "B", 2), ("B", "C", 1), ("C", "A", 1), ("C", "D", 3)])
    found = pagerank(graph)
    assert sum(found.values()) == pytest.approx(1)
    assert max(found, key=found.__getitem__) == "C"
    plain = networkx.algorithms.link_analysis.pagerank_alg._pagerank_python(graph)
    assert found == pytest.approx(plain, abs=1e-4)


def test_ties_share_the_better_rank_and_the_absent_come_last() -> None:
    scores = {"A": 2.0, "B": 2.0, "C": 1.0}
    assert [rank(scores, name) for name in "ABCX"] == [1, 1, 3, 4]


def test_too_few_contacts_have_no_rank() -> None:
    strength = number(paneled(LINES), "strength")
    assert strength.value is None
    assert "too few" in strength.note
