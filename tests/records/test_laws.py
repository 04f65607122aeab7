"""Laws of merging: order and repetition change nothing, every claim has one record, contradictions stay apart."""

import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.model import Claim
from demarche.records import records
from demarche.records.clusters import clusters
from demarche.records.compatibility import contradiction
from demarche.records.tellings import tellings
from tests.records.rows import DIFFERENT, SAME
from tests.tellings import world

ROWS = [line for table in (SAME, DIFFERENT) for pair in table.values() for line in pair]

MODES = st.sampled_from(["call", "meeting", "talks", "virtual_meeting", "visit"])
STATUSES = st.sampled_from(["happened", "happened", "planned", "expected", "denied", "cancelled", "hypothetical"])
USA = st.sampled_from(["USA", "USA/minister", "USA:Antony_Blinken/minister", "USA:Joe_Biden/head"])
RUS = st.sampled_from(
    ["RUS", "RUS/minister", "RUS:Sergei_Lavrov/minister", "RUS:Sergey_Lavrov/minister", "RUS:Putin/head"]
)
DAY = st.integers(1, 6)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A telling of contact between two states in one week: as close to a clash as tellings come."""
    day, days, pub = draw(DAY), draw(st.sampled_from([None, 0, 0, 3])), draw(st.none() | DAY)
    on = "" if days is None else f" on=2022-07-0{day}" + (f"..2022-07-0{min(day + days, 9)}" if days else "")
    published = f" pub=2022-07-0{pub}" if pub else ""
    family = f" fam={draw(st.sampled_from('ab'))}" if draw(st.booleans()) else ""
    return f"{draw(MODES)} {draw(STATUSES)} {draw(USA)} {draw(RUS)}{on}{published}{family}"


@settings(max_examples=60, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=12), st.randoms())
def test_order_and_repetition_change_nothing(told: list[str], random: Random) -> None:
    claims, families, documents = world(told)
    expected = records(claims, families, documents)
    shuffled: list[Claim] = [*claims, *claims[: len(claims) // 2]]
    random.shuffle(shuffled)
    assert records(shuffled, families[::-1], dict(reversed(documents.items()))) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(lines(), min_size=1, max_size=12))
def test_every_claim_has_one_record_and_no_record_holds_a_contradiction(told: list[str]) -> None:
    known = tellings(*world(told))
    groups = list(clusters(known))
    assert sorted(t.claim.id for g in groups for t in g) == sorted(t.claim.id for t in known)
    for group in groups:
        assert not [c for a, b in combinations(group, 2) if (c := contradiction(a, b))]


def test_the_whole_table_at_once_in_any_order() -> None:
    claims, families, documents = world(ROWS)
    expected = records(claims, families, documents)
    assert records(claims[::-1], families[::-1], documents) == expected
    assert records(claims[1::2] + claims[::2], families, documents) == expected
    assert len({r.id for r in expected}) == len(expected)


@pytest.mark.parametrize("copies", [3000])
def test_copies_cost_no_more_than_reports(copies: int) -> None:
    """A story in thousands of copies is one comparison, not millions."""
    line = "call happened USA:Antony_Blinken/minister RUS:Sergei_Lavrov/minister on=2022-07-29 pub=2022-07-30 fam=ap"
    (record,) = records(*world([line] * copies))
    assert (record.documents, record.families) == (copies, 1)


SEEDED = """
import hashlib, msgspec
from demarche.records import records
from tests.records.test_laws import ROWS
from tests.tellings import world
print(hashlib.sha256(msgspec.json.encode(records(*world(ROWS)))).hexdigest())
"""


def test_every_process_gives_the_same_answer() -> None:
    """Sets have another order in every process; nothing may depend on it."""
    root = Path(__file__).parents[2]
    seeds = ({**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)} for seed in ("1", "2"))
    told = {subprocess.run([sys.executable, "-c", SEEDED], env=env, cwd=root, check=True, capture_output=True).stdout
            for env in seeds}  # fmt: skip
    assert len(told) == 1
