"""What an engagement was about: ids of the taxonomy and the phrases as found, each phrase with its place."""

import pytest

from tests.claims.reading import engagements

MET = "French President Emmanuel Macron met Polish President Andrzej Duda in Paris on Friday"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{MET} to discuss the export of grain from Odesa.", ("grain exports", "export of grain from Odesa")),
        (f"{MET} for talks on border controls.", ("migration", "border controls")),
        (f"{MET}. They discussed fishing rights.", ("environment", "fishing rights")),
        (f"{MET}. The meeting focused on debt relief.", ("finance", "debt relief")),
        (f"{MET}. They did not discuss sanctions.", ()),
        (f"{MET}. The weather was discussed by nobody.", ()),
        ("Envoys of Iran and France held nuclear talks in Vienna.", ("nuclear programme", "nuclear talks")),
    ],
)
def test_topics(text: str, wanted: tuple[str, ...]) -> None:
    found = engagements(text)
    assert set(wanted) <= {topic for e in found for topic in e.topics}
    assert wanted or not found[0].topics


def test_the_phrases_stand_where_they_say() -> None:
    text = f"{MET} to discuss sanctions. They also touched on the release of hostages."
    (met,) = engagements(text)
    assert [text[w.start : w.end] for w in met.about] == ["sanctions", "release of hostages"]
    assert met.topics == ("sanctions", "hostages", "release of hostages")
