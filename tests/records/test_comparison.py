"""The accounts compared: words and numbers by their own examples; the two-sided cases end to end."""

from pathlib import Path

import msgspec
import pytest

from demarche import pipeline
from demarche.lexicon.topics import topics
from demarche.records.comparison import compare
from demarche.records.comparison.numbers import amounts, minutes
from demarche.records.comparison.passages import sentences
from demarche.records.comparison.words import AccountWords, Theme, account_words, themed, themes
from demarche.store import Store
from tests.records.accounts import cases, documents, scored

TURNS = [(f.name, getattr(account_words(), f.name)) for f in msgspec.structs.fields(AccountWords)]


@pytest.mark.parametrize("theme", themes().values(), ids=lambda t: t.id)
def test_a_theme_finds_its_examples(theme: Theme) -> None:
    assert theme.yes
    assert theme.no or theme.id in topics().by_id
    assert all(theme.id in {t.id for t, _ in themed(text)} for text in theme.yes)
    assert not any(theme.id in {t.id for t, _ in themed(text)} for text in theme.no)


@pytest.mark.parametrize("turn", TURNS, ids=lambda t: t[0])
def test_a_turn_of_phrase_finds_its_examples(turn: tuple[str, object]) -> None:
    _, words = turn
    assert all(words.stand_in(text) for text in words.yes)  # type: ignore[attr-defined]
    assert not any(words.stand_in(text) for text in words.no)  # type: ignore[attr-defined]


NUMBERS = {
    "an order of 24 aircraft": [(24.0, "aircraft")],
    "worth $1.5 billion": [(1.5e9, "dollar")],
    "worth 14 billion dollars in energy": [(1.4e10, "dollar")],
    "a cut of 10 million barrels of oil": [(1e7, "barrel")],
    "tariffs of 25 percent": [(25.0, "percent")],
    "the release of 5,000 prisoners": [(5000.0, "prisoner")],
    "twelve ships": [(12.0, "ship")],
    "on 3 October 2019 in Vilnius": [],
    "PARIS, Sept 14 - The ministers": [],
    "the two presidents spoke": [],
    "the two last spoke in May": [],
    "Article 5 of the treaty": [],
}


@pytest.mark.parametrize(("text", "told"), NUMBERS.items())
def test_numbers_and_what_they_count(text: str, told: list[tuple[float, str]]) -> None:
    assert [(a.value, a.unit) for a in amounts(text)] == told


LENGTHS = {
    "about an hour": 60,
    "more than two hours": 120,
    "an hour and a half": 90,
    "40-minute": 40,
    "two and a half hours": 150,
    "an hour and twenty minutes": 80,
    "90 minutes": 90,
    "half an hour": 30,
}


@pytest.mark.parametrize(("text", "told"), LENGTHS.items())
def test_lengths_of_time(text: str, told: int) -> None:
    assert minutes(text) == told


@pytest.mark.parametrize("case", cases("first")[:4], ids=lambda c: c["id"])
def test_sentences_stand_where_they_say(case: dict[str, object]) -> None:
    for document, _ in documents(case):
        cut = sentences(document)
        assert cut
        assert all(document.text[s.start : s.end] == s.text for s in cut)


FLOOR = {"contradiction": 0.75, "omission": 0.9, "extra": 0.7, "not_comparable": 0.9}


@pytest.fixture(scope="module", params=["first", "second"])
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> object:
    folder: Path = tmp_path_factory.mktemp("accounts")
    return scored(request.param, folder)


@pytest.mark.parametrize(("kind", "floor"), FLOOR.items())
def test_the_differences_of_two_sided_cases(kind: str, floor: float, found: object) -> None:
    there, got, told, right = (getattr(found, name)[kind] for name in ("there", "found", "told", "right"))
    lines = "\n".join(line for line in found.lines if kind in line)  # type: ignore[attr-defined]
    assert got >= floor * there, lines
    assert right >= floor * told, lines


MEANT: dict[str, tuple[str, str, str | None]] = {
    "one number": ("60 aircraft", "60 aircraft", "same"),
    "another number": ("60 aircraft", "90 aircraft", "contradiction"),
    "more than it": ("more than 60 aircraft", "75 aircraft", "same"),
    "more than what the other says": ("more than 60 aircraft", "40 aircraft", "contradiction"),
    "about it": ("about 60 aircraft", "62 aircraft", "same"),
    "further off than about": ("about 60 aircraft", "80 aircraft", "contradiction"),
    "up to it": ("up to 60 aircraft", "45 aircraft", "same"),
    "inside a range": ("between 50 and 70 aircraft", "60 aircraft", "same"),
    "another thing": ("60 aircraft", "90 tractors", None),
}


@pytest.mark.parametrize("name", MEANT)
def test_a_figure_contradicts_only_what_it_rules_out(name: str, tmp_path: Path) -> None:
    one, other, expected = MEANT[name]
    case = OPPOSED | {
        "a": ["DEU", "2018-05-14", f"The Federal Chancellor spoke by telephone today with the President of Turkey. "
              f"Turkey will buy {one} from Germany."],
        "b": ["TUR", "2018-05-14", f"The President of Turkey spoke by telephone today with the Federal Chancellor of "
              f"Germany. Turkey will buy {other} from Germany."],
    }  # fmt: skip
    with Store(tmp_path / "a.db") as store:
        store.documents.put(documents(case))
        pipeline.process(store, workers=1)
        (record,) = (r for r in store.records if r.mode == "call")
        rows = compare(record, pipeline.material(store, [record])).rows
    found = [row.verdict for row in rows if row.field == "figures" and row.verdict in ("same", "contradiction")]
    assert found == ([expected] if expected else [])


OPPOSED = {
    "id": "a stance turned round",
    "a": ["DEU", "2018-05-14", "The Federal Chancellor spoke by telephone today with the President of Turkey. Turkey "
          "supports the expansion of the customs union."],
    "b": ["TUR", "2018-05-14", "The President of Turkey spoke by telephone today with the Federal Chancellor of "
          "Germany. Turkey opposes the expansion of the customs union."],
    "press": "The two leaders spoke by telephone on Monday.",
}  # fmt: skip


@pytest.mark.parametrize(("verb", "there"), [("opposes", True), ("supports", False)])
def test_opposite_stances_of_one_side_are_a_contradiction(verb: str, there: bool, tmp_path: Path) -> None:
    side, day, text = OPPOSED["b"]
    case = OPPOSED | {"b": [side, day, text.replace("opposes", verb)]}
    with Store(tmp_path / "a.db") as store:
        store.documents.put(documents(case))
        pipeline.process(store, workers=1)
        found = [(d.kind, d.side_a, d.side_b) for d in store.differences if d.field == "positions"]
    assert found == ([("contradiction", "DEU", "TUR")] if there else [])
