"""A house's style changes how a digest is titled, spelt and ordered, and nothing that is somebody else's words."""

from pathlib import Path

import pytest

from demarche.model import BadKnowledge, UsageError
from demarche.publish import edition
from demarche.publish.editions.house import House, house_style, spelt, styled
from tests.sample import material

SPELLINGS = House(spellings={"Kyiv": "Kiev", "Zelenskyy": "Zelensky"})


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Zelenskyy met them in Kyiv", "Zelensky met them in Kiev"),
     ("“Kyiv stands,” Zelenskyy said", "“Kyiv stands,” Zelensky said"),
     ("Kyivans", "Kyivans"), ("", "")],
)  # fmt: skip
def test_spelling(given: str, expected: str) -> None:
    assert spelt(given, SPELLINGS) == expected


def test_title_order_and_what_is_left_out() -> None:
    plain = edition(material())
    made = styled(plain, House(title="Watch", order=("off", "ahead"), leave_out=("general",), quote_length=40))
    assert made.title == "Watch"
    for week in (*made.weeks, *made.loose):
        kinds = [s.kind for s in week.sections]
        assert "general" not in kinds
        assert [k for k in kinds if k in ("off", "ahead")] == [k for k in ("off", "ahead") if k in kinds]
        assert not kinds or "off" not in kinds or kinds[0] == "off"
    assert all(len(s.words) <= 40 for s in made.sayings)
    assert made.notes == plain.notes


@pytest.mark.parametrize("wrong", ["title = 3", "colour = 'red'", "order = ['sideways']", "= broken"])
def test_a_wrong_file_is_refused_by_name(wrong: str, tmp_path: Path) -> None:
    file = tmp_path / "house.toml"
    file.write_text(wrong)
    with pytest.raises(BadKnowledge, match=r"house\.toml"):
        house_style(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml"):
        house_style(tmp_path / "none.toml")
