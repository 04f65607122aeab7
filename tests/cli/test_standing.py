"""isolation, who-meets, brief, itinerary: what they print, and what they refuse."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from demarche.cli.conditions import party, period, since, until
from demarche.cli.panel_lines import WIDTH, lines
from demarche.model import UsageError
from demarche.network.windows import Window
from tests.cli.conftest import Cli
from tests.network.panels import paneled
from tests.network.test_panel import LINES
from tests.records.rows import BIDEN, PUTIN

PERIODS = {
    "2021": ("2021-01-01", "2021-12-31"),
    "2021-02": ("2021-02-01", "2021-02-28"),
    "2021-12": ("2021-12-01", "2021-12-31"),
    "2021-03-05": ("2021-03-05", "2021-03-05"),
    "2021-01..2021-06": ("2021-01-01", "2021-06-30"),
    "2020..2021-02-03": ("2020-01-01", "2021-02-03"),
    "90d": ("2022-05-01", "2022-07-29"),
    "1w": ("2022-07-23", "2022-07-29"),
}
CODES = {"RU": "RUS", "rus": "RUS", "EU": "org:eu", "nato": "org:nato", "org:un": "org:un"}


@pytest.mark.parametrize("typed", PERIODS)
def test_periods(typed: str) -> None:
    assert period(typed, "2022-07-29") == Window(*PERIODS[typed])


@pytest.mark.parametrize("typed", ["", "soon", "2021-13", "2021-02-30", "2021..2020", "0d", "2021-06..", "..2021"])
def test_what_is_no_period(typed: str) -> None:
    with pytest.raises(UsageError):
        period(typed, "2022-07-29")


def test_days_since_and_until() -> None:
    assert (since("2026-01"), until("2026-01")) == ("2026-01-01", "2026-01-31")
    assert (since("2026-01-05"), until(None)) == ("2026-01-05", None)
    assert since("1d") is not None
    assert date.fromisoformat(since("1d") or "") < date.today()


@pytest.mark.parametrize(("typed", "code"), CODES.items())
def test_parties(typed: str, code: str) -> None:
    assert party(typed) == code


def test_the_panel_is_printed(filled: Path, cli: Cli) -> None:
    asked = ["--level", "minister", "--window", "2022", "--baseline", "2021", "--reference", "RU,FR", "--by", "quarter"]
    code, out, _ = cli("isolation", "US", *asked, "--records", "--store", filled)
    assert code == 0
    assert "United States, 2022-01-01 to 2022-12-31" in out
    assert "at minister level or higher: Russia" in out
    assert "1 of 2; not seen: France" in out
    assert "no coverage" in out
    assert "rec_call" in out
    assert "nothing was read of the baseline" in out


def test_the_panel_as_rows_and_as_json(filled: Path, cli: Cli) -> None:
    rows = list(
        csv.DictReader(io.StringIO(cli("isolation", "USA", "--window", "2022", "--csv", "--store", filled).out))
    )
    partners = {r["level"]: r for r in rows if r["metric"] == "partners_at_least"}
    assert (partners["minister"]["value"], partners["minister"]["records"]) == ("1", "rec_call")
    told = cli("isolation", "USA", "--window", "2022", "--json", "--store", filled).json
    assert told["state"] == "USA"  # type: ignore[index]


def test_whom_it_meets(filled: Path, cli: Cli) -> None:
    code, out, err = cli("who-meets", "US", "--since", "2022-07", "--store", filled)
    assert code == 0
    assert out.startswith("Russia: 1 contact, the highest minister, last 2022-07-29")
    assert "rec_call" in out
    assert "1 partner seen" in err


def test_a_brief_and_an_itinerary(filled: Path, cli: Cli) -> None:
    out = cli("brief", "US", "RU", "--store", filled).out
    assert "minister   2022-07-29  call" in out
    assert "head       none seen" in out
    stops = cli("itinerary", "Lavrov", "--store", filled)
    assert stops.out.startswith("2022-07-29  call with Antony Blinken (USA)")


REFUSED = [
    (["isolation", "Atlantis"], "Atlantis"),
    (["isolation", "US", "--level", "king"], "king"),
    (["isolation", "US", "--window", "yesterday"], "yesterday"),
    (["isolation", "US", "--reference", "The Club"], "the club"),
    (["isolation", "US", "--groups", "The Club"], "The Club"),
    (["isolation", "US", "--by", "hour"], "hour"),
    (["isolation", "US", "--official", "FR"], "no text with a date"),
    (["isolation", "US", "--window", "0001"], "0001"),
    (["brief", "US", "Atlantis"], "Atlantis"),
]


@pytest.mark.parametrize(("arguments", "told"), REFUSED, ids=[" ".join(a) for a, _ in REFUSED])
def test_refused_by_name(arguments: list[str], told: str, filled: Path, cli: Cli) -> None:
    code, out, err = cli(*arguments, "--store", filled)
    assert (code, out) == (2, "")
    assert told.casefold() in err.casefold()


def test_every_part_of_a_panel_is_printed() -> None:
    """With both capitals' accounts, a tour, a plan, an economic tie: nothing of it is lost on the way to the screen."""
    two = [
        f"call happened {PUTIN} {BIDEN} on=2022-08-12 pub=2022-08-12 of={side} doc=two{side}" for side in ("RUS", "USA")
    ]
    tour = [f"visit happened {PUTIN} {code} on=2022-08-{day} in=Town,{code} pub=2022-08-{day} of=RUS doc={code}"
            for code, day in (("KAZ", 22), ("KGZ", 23))]  # fmt: skip
    panel = paneled([*LINES, *two, *tour])
    shown = "\n".join(lines(panel, records=True))
    for head in (
        "PARTNERS",
        "AGAINST THE BASELINE",
        "CONTACTS",
        "SPREAD",
        "FOLLOW-THROUGH",
        "TOURS",
        "PLACE AMONG ALL",
    ):
        assert head in shown
    assert "told by it and by the United States: 1 engagements" in shown
    assert "Vladimir Putin: Kazakhstan, Kyrgyzstan (seen from its stops)" in shown
    assert all(len(line) <= WIDTH for line in shown.splitlines())
