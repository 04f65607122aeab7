"""Who stands for something inside a state, which sector it is of, and lists that are parted."""

import pytest

from demarche.language.mentions.inside import sector_of_name
from demarche.language.mentions.short import mentions_in
from demarche.lexicon import knowledge
from tests.language.mentions.texts import mentions

HEADS = [
    ("The Hezbollah leader spoke.", "2022-03-01", ("p:hassan-nasrallah", "party_leader", "LBN", "REB")),
    ("The leader of the Labour Party spoke.", "2021-03-01", ("organ:GB/labour_party", "party_leader", "GBR", "PTY")),
    ("The president of Harvard spoke.", "2024-01-02", ("organ:US/harvard_university", "official", "USA", "EDU")),
    ("The chairman of Gazprom spoke.", "2022-03-01", ("organ:RU/gazprom", "official", "RUS", "BUS")),
    ("A CNN reporter spoke.", "2022-03-01", ("organ:US/cnn", None, "USA", "JRN")),
    (
        "The president of Abkhazia spoke.",
        "2022-03-01",
        ("office:GE/subnational_leader", "subnational_leader", "GEO", "GOV"),
    ),
    ("The governor of Texas spoke.", "2022-03-01", ("office:US/governor", "governor", "USA", "GOV")),
    ("The IAEA chief spoke.", "2022-03-01", ("p:rafael-grossi", "organisation_head", None, "IGO")),
    ("The Pentagon chief spoke.", "2022-03-01", ("wd:Q941013", "defence_minister", "USA", "GOV")),
    ("The Taliban spoke.", "2002-05-01", ("organ:AF/taliban", None, "AFG", "REB")),
    ("The Taliban spoke.", "2023-05-01", ("organ:AF/taliban", None, "AFG", "GOV")),
    ("Taliban fighters spoke.", "2023-05-01", ("organ:AF/taliban", None, "AFG", "GOV")),
    ("The Italian Democratic Party spoke.", "2022-03-01", (None, None, "ITA", "PTY")),
    ("Georgia's governor spoke.", "2022-03-01", ("office:US/governor", "governor", "USA", "GOV")),
    ("Georgia's president spoke.", "2022-03-01", ("wd:Q272416", "head_of_state", "GEO", "GOV")),
]


@pytest.mark.parametrize(("words", "day", "expected"), HEADS, ids=[row[0] for row in HEADS])
def test_whose_head_it_is(words: str, day: str, expected: tuple[str | None, ...]) -> None:
    m = mentions_in(words, day)[0]
    assert (m.actor, m.role, m.country, m.sector) == expected


LISTS = [
    ("Shells hit Poles and Lithuanians.", ["POL", "LTU"]),
    ("Shells hit Polish and Lithuanian soldiers.", ["POL", "LTU"]),
    ("Shells hit Polish soldiers.", ["POL"]),
    ("Canada, the United States, Brazil and Mexico met in Oslo in May.", ["CAN", "USA", "BRA", "MEX", "NOR"]),
    ("Finnish President [Alexander Stubb] and Swedish Prime Minister [Ulf Kristersson] met.", ["FIN", "SWE"]),
    (
        "U.S. Trade Representative [Katherine Tai] met counterparts from Chile, Peru, and Norway.",
        ["USA", "CHL", "PER", "NOR"],
    ),
    ("[Biden] and [Scholz] discussed the war.", ["USA", "DEU"]),
    (
        "France and Greek Foreign Minister [Nikos Dendias] both accused Libya, so Cairo summoned Tripoli's ambassador.",
        ["FRA", "GRC", "LBY", "EGY", "LBY"],
    ),
    ("The leaders of Chile, Peru, and Brazil met at the leaders' summit in Lima.", ["CHL", "PER", "BRA", "PER"]),
    ("The foreign ministers of Kenya and Uganda met.", ["KEN", "UGA"]),
    ("US and European officials met.", ["USA", None]),
    ("Russian and Ukrainian negotiators met.", ["RUS", "UKR"]),
    ("He led a delegation to Ghana.", ["GHA"]),
    ("The Ghanaian delegation to Togo left.", ["GHA", "TGO"]),
]


@pytest.mark.parametrize(("words", "countries"), LISTS, ids=[row[0] for row in LISTS])
def test_a_list_is_as_many_actors_as_it_names(words: str, countries: list[str | None]) -> None:
    _, found = mentions(words, "2023-03-01")
    assert [m.country for m in found] == countries
    assert len({(m.start, m.end) for m in found}) == len(countries)


def test_a_delegation_is_not_of_where_it_goes() -> None:
    found = mentions_in("a delegation to Ghana", "2023-03-01")
    assert all(m.country != "GHA" or m.kind == "state" for m in found)


NAMES = [
    ("Northern Medical Services Alliance", "MED"),
    ("Lahore High Court", "JUD"),
    ("Free Farmers Party", "PTY"),
    ("Amsterdam Business School", "EDU"),
    ("Union of Concerned Teachers", "EDU"),
    ("Congressional group", "LEG"),
    ("breakaway region", "PRE"),
    ("asylum seekers", "REF"),
    ("political prisoners", "CVL"),
    ("Quiet", None),
]


@pytest.mark.parametrize(("name", "sector"), NAMES)
def test_what_the_words_of_a_name_say_of_its_bearer(name: str, sector: str | None) -> None:
    assert sector_of_name(name, knowledge()) == sector


ANONYMOUS = [
    ("A senior administration official said so.", "USA", "USA", False),
    ("A senior administration official said so.", None, None, False),
    ("Two senior US officials said so.", None, "USA", True),
    ("Government officials said so.", None, None, True),
]


@pytest.mark.parametrize(("words", "home", "country", "plural"), ANONYMOUS)
def test_officials_without_a_name_are_nobody_in_particular(
    words: str, home: str | None, country: str | None, plural: bool
) -> None:
    m = mentions(words, "2022-03-01", home)[1][0]
    assert (m.role, m.name, m.country, m.plural) == ("official", None, country, plural)
