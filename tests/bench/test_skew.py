"""Skew made small: what all share ties all, or nobody, with few meetings; a slow worker holds nobody up."""

import pytest

from demarche.bench import skew


def test_copies_hang_together_and_background_ties_nobody() -> None:
    copies, background = (skew.hot_bucket(300, shared) for shared in (skew.COPIES, skew.BACKGROUND))
    assert (copies["families"], background["families"]) == (1, 300)
    assert background["pairs"] == 0
    assert copies["pairs"] <= skew.NEAR * 300
    assert copies["rounds_of_stars"] < 12


def test_a_hub_costs_an_edge_a_neighbour() -> None:
    assert set(skew.hub(300)["edges_after_each_round"]) == {299}


def test_a_hot_group_is_whole() -> None:
    assert skew.hot_group(400, "local", 1)["largest"] == 200


def test_a_slow_worker_is_given_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skew, "ITEMS", 400)
    found = skew.stragglers("pool")
    assert found["working_s"] < found["dealt_evenly_s"]
