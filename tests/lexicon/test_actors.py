"""The shipped tables of actors: sound in themselves, and right about who held what when."""

from collections import Counter
from pathlib import Path

import pytest
from knowledge.coverage import table

from demarche.lexicon import Knowledge, knowledge
from demarche.lexicon.overlay import added, check, collisions
from demarche.lexicon.shelf import shelf
from demarche.lexicon.surfaces import surfaces
from demarche.lexicon.tables import data
from demarche.model import BadKnowledge


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return knowledge()


def test_every_member_of_the_united_nations_is_there(known: Knowledge) -> None:
    members = [s for s in known.tables.states if s.un_member]
    assert len(members) == 193
    assert all(s.capital and s.wikidata and s.cow for s in members)
    assert len({s.alpha3 for s in known.tables.states}) == len(known.tables.states)


def test_no_words_mean_two_states(known: Knowledge) -> None:
    surfaces = Counter(a.surface for a in known.tables.aliases)
    assert [s for s, n in surfaces.items() if n > 1] == []


def test_each_country_has_one_capital_place_of_a_name(known: Knowledge) -> None:
    capitals = Counter((c.country, c.name) for c in known.tables.places if c.capital)
    assert max(capitals.values()) == 1


def test_every_row_names_its_source(known: Knowledge) -> None:
    tables = [getattr(known.tables, name) for name in known.tables.__struct_fields__ if name not in ("roles", "digest")]
    assert all(row.source for table in tables for row in table)


def test_no_tenure_ends_before_it_starts(known: Knowledge) -> None:
    assert [t for t in known.tables.tenures if t.last < t.first] == []


def test_a_tenure_without_an_end_says_how_long_it_is_vouched_for(known: Knowledge) -> None:
    assert [t for t in known.tables.tenures if not t.end and not t.known_until] == []


def test_shipped_data_stay_small() -> None:
    assert sum(len(f.read_bytes()) for f in data("actors").iterdir()) < 8_000_000


HOLDERS = [
    ("DE", "head_of_government", "1996-05-05", "Helmut Kohl"),
    ("HR", "head_of_state", "1996-05-05", "Franjo Tuđman"),
    ("PE", "head_of_state", "1996-05-05", "Alberto Fujimori"),
    ("ID", "head_of_state", "1996-05-05", "Suharto"),
    ("CD", "head_of_state", "1996-05-05", "Mobutu Sese Seko"),
    ("CN", "head_of_government", "1996-05-05", "Li Peng"),
    ("RU", "head_of_state", "1991-10-30", "Mikhail Gorbachev"),
    ("US", "head_of_state", "1991-10-30", "George H.W. Bush"),
    ("US", "foreign_minister", "1996-05-05", "Warren Christopher"),
    ("RS", "head_of_state", "1995-11-21", "Slobodan Milošević"),
    ("IL", "head_of_government", "1993-09-13", "Yitzhak Rabin"),
    ("FR", "head_of_state", "1990-11-21", "François Mitterrand"),
    ("PL", "head_of_state", "1994-07-06", "Lech Wałęsa"),
    ("GB", "head_of_government", "1988-06-01", "Margaret Thatcher"),
    ("US", "head_of_state", "2000-06-04", "Bill Clinton"),
    ("US", "head_of_state", "2022-03-04", "Joe Biden"),
    ("US", "head_of_state", "2025-03-04", "Donald Trump"),
    ("US", "vice_president", "2021-05-11", "Kamala Harris"),
    ("US", "foreign_minister", "2003-02-05", "Colin Powell"),
    ("US", "foreign_minister", "2022-07-27", "Antony Blinken"),
    ("US", "foreign_minister", "2025-03-11", "Marco Rubio"),
    ("US", "defence_minister", "2022-07-27", "Lloyd Austin"),
    ("US", "national_security_adviser", "2021-05-18", "Jake Sullivan"),
    ("RU", "head_of_state", "2000-01-03", "Vladimir Putin"),
    ("RU", "head_of_state", "2010-06-11", "Dmitry Medvedev"),
    ("RU", "foreign_minister", "2022-07-29", "Sergey Lavrov"),
    ("GB", "head_of_government", "2003-06-24", "Tony Blair"),
    ("GB", "head_of_government", "2022-09-10", "Liz Truss"),
    ("GB", "head_of_government", "2025-02-10", "Keir Starmer"),
    ("GB", "foreign_minister", "2022-07-29", "Liz Truss"),
    ("FR", "head_of_state", "2003-03-13", "Jacques Chirac"),
    ("FR", "head_of_state", "2022-03-13", "Emmanuel Macron"),
    ("DE", "head_of_government", "2022-02-24", "Olaf Scholz"),
    ("DE", "head_of_government", "2025-06-24", "Friedrich Merz"),
    ("DE", "foreign_minister", "2022-02-24", "Annalena Baerbock"),
    ("IT", "head_of_government", "2022-03-15", "Mario Draghi"),
    ("UA", "head_of_state", "2003-07-01", "Leonid Kuchma"),
    ("UA", "head_of_state", "2022-07-01", "Volodymyr Zelenskyy"),
    ("TR", "foreign_minister", "2022-06-08", "Mevlüt Çavuşoğlu"),
    ("TR", "foreign_minister", "2024-06-08", "Hakan Fidan"),
    ("JP", "head_of_government", "2022-05-23", "Fumio Kishida"),
    ("CN", "foreign_minister", "2022-08-21", "Wang Yi"),
    ("IL", "head_of_government", "2022-08-21", "Yair Lapid"),
    ("KZ", "head_of_state", "2024-08-21", "Kassym-Jomart Tokayev"),
    ("BY", "head_of_state", "2010-06-11", "Alexander Lukashenko"),
    ("org:un", "secretary_general", "2022-08-21", "António Guterres"),
    ("org:nato", "secretary_general", "2025-01-21", "Mark Rutte"),
    ("org:iaea", "organisation_head", "2022-08-21", "Rafael Grossi"),
]


@pytest.mark.parametrize(("body", "role", "day", "name"), HOLDERS)
def test_who_held_an_office_on_a_day(known: Knowledge, body: str, role: str, day: str, name: str) -> None:
    assert known.persons[known.holders(f"office:{body}/{role}", day)[0].person].name == name


def test_an_office_nobody_is_known_to_hold_has_no_holder(known: Knowledge) -> None:
    assert known.holders("office:US/head_of_state", "1801-03-04") == ()


NAMES = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy"),
    ("Abdel Fattah el-Sissi", "Abdel Fattah el-Sisi"),
    ("Joseph R. Biden, Jr.", "Joe Biden"),
    ("Xi Jinping", "Xi Jinping"),
]


@pytest.mark.parametrize(("written", "name"), NAMES)
def test_a_name_in_another_spelling_is_the_same_person(known: Knowledge, written: str, name: str) -> None:
    found = set(known.called(written) or known.like(written))
    assert {known.persons[p].name for p in found} >= {name}


PHRASES = [
    ("Secretary of State", None, "foreign_minister"),
    ("Chancellor", "iso:AT", "head_of_government"),
    ("foreign secretary", "iso:GB", "foreign_minister"),
    ("foreign secretary", "iso:IN", "permanent_secretary"),
    ("secretary general", "org:nato", "secretary_general"),
    ("defense minister", None, "defence_minister"),
]


@pytest.mark.parametrize(("phrase", "body", "role"), PHRASES)
def test_the_role_that_a_title_names(known: Knowledge, phrase: str, body: str | None, role: str) -> None:
    title = known.title(phrase, body)
    assert title is not None
    assert title.role == role


def test_a_place_has_a_country_and_coordinates(known: Knowledge) -> None:
    city = known.place("Yekaterinburg")
    assert city is not None
    assert (city.country, round(city.lat), round(city.lon)) == ("RUS", 57, 61)


def test_members_of_an_organisation(known: Knowledge) -> None:
    assert {"USA", "GBR", "FRA", "DEU", "ITA", "JPN", "CAN"} <= set(known.members("org:g7"))
    assert "RUS" not in known.members("org:nato")


def test_a_users_own_rows_take_the_place_of_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "aliases.csv").write_text(
        "surface,entity,kind,source\nKremlin Wall,iso:RU,name,own\nMoscow,iso:US,capital,own\n", encoding="utf-8"
    )
    tables = shelf(tmp_path)
    assert {a.surface: a.entity for a in tables.aliases if a.source == "own"} == {
        "Kremlin Wall": "iso:RU",
        "Moscow": "iso:US",
    }
    assert sum(a.surface == "Moscow" for a in tables.aliases) == 1
    found = collisions(tmp_path)
    assert found[0] == "aliases.csv: Moscow replaces a shipped row"
    assert any("'Moscow' for iso:US shadows" in line and "iso:RU" in line for line in found)
    assert not any("Kremlin Wall" in line for line in found)


def test_a_row_is_added_only_where_all_tables_stay_sound(tmp_path: Path) -> None:
    own = tmp_path / "own"
    path = added(own, "aliases", {"surface": "Bellevue Palace", "entity": "iso:DE", "kind": "name"})
    added(own, "aliases", {"surface": "Villa Hammerschmidt", "entity": "iso:DE", "kind": "name"})
    before = path.read_text(encoding="utf-8")
    assert [a.surface for a in shelf(own).aliases if a.source == "own"] == ["Bellevue Palace", "Villa Hammerschmidt"]
    for row in ({"surface": "Nowhere", "entity": "iso:ZZ", "kind": "name"}, {"surface": "X", "kind": "nickname"}):
        with pytest.raises(BadKnowledge):
            added(own, "aliases", row)
    assert path.read_text(encoding="utf-8") == before
    assert check(own) == 2


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    (tmp_path / "alias.csv").write_text("surface,entity,kind,source\n", encoding="utf-8")
    with pytest.raises(BadKnowledge, match="is no table"):
        check(tmp_path)


def test_a_tenure_from_general_knowledge_says_how_sure_it_is(known: Knowledge) -> None:
    general = [t for t in known.tables.tenures if t.source == "general"]
    assert len(general) > 200
    assert sum(t.confidence < 1 for t in general) > 200  # others are borne out by a table
    assert all(t.end or t.known_until <= "2026-06-30" for t in general)


def test_what_a_group_governs_are_stretches_of_days(known: Knowledge) -> None:
    spans = [span.partition("/") for o in known.tables.organs for span in o.governs]
    assert spans
    assert all(not end or start < end for start, _, end in spans)


def test_the_four_foremost_offices_are_known_for_nearly_every_member_of_the_united_nations(known: Knowledge) -> None:
    missing = {(office, year): m for office, year, _, _, m in table(known) if office != "defence_minister"}
    assert max(len(m) for m in missing.values()) <= 12


def test_names_come_the_same_from_the_cache_and_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The Russian foreign minister, Sergei Lavrov, met Hezbollah leaders in Moscow."
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    tables = shelf()
    made = list(surfaces(tables).hits(text))
    assert list(surfaces(tables).hits(text)) == made
    next(tmp_path.rglob("names-*.pickle")).write_bytes(b"cut short")
    assert list(surfaces(tables).hits(text)) == made


def test_a_row_that_points_at_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tenures.csv").write_text(
        "person,office,start,source\nwd:Q0,office:US/head_of_state,2020-01-01,own\n", encoding="utf-8"
    )
    with pytest.raises(BadKnowledge, match="'wd:Q0' stands in no table") as refused:
        shelf(tmp_path)
    assert refused.value.file == "tenures.csv"


def test_tables_are_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = shelf()
    kept = list(tmp_path.rglob("actors-*.msgpack"))
    assert len(kept) == 1
    assert shelf() == first
    kept[0].write_bytes(b"cut short")
    assert shelf() == first


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert shelf().states


SPELLINGS = [
    ("Wolfgang Schuessel", "Wolfgang Schüssel"),
    ("Franjo Tudjman", "Franjo Tuđman"),
    ("Zoran Djindjic", "Zoran Đinđić"),
    ("Jonas Gahr Stoere", "Jonas Gahr Støre"),
    ("Jonas Gahr Store", "Jonas Gahr Støre"),
    ("Lars Loekke Rasmussen", "Lars Løkke Rasmussen"),
    ("Goeran Persson", "Göran Persson"),
    ("Horst Koehler", "Horst Köhler"),
]


@pytest.mark.parametrize(("written", "name"), SPELLINGS)
def test_letters_that_a_wire_lacks_are_written_as_two_or_as_one(known: Knowledge, written: str, name: str) -> None:
    assert [known.persons[id].name for id in known.called(written)] == [name]


def test_those_of_one_name_are_told_apart_by_the_day(known: Knowledge) -> None:
    both = known.called("George Bush")
    held = [{id for id in both if known.posts_on(id, day)} for day in ("1991-10-30", "2003-02-05")]
    assert [[known.persons[id].name for id in ids] for ids in held] == [["George H.W. Bush"], ["George W. Bush"]]


def test_initials_tell_those_of_one_surname_apart(known: Knowledge) -> None:
    for written in ("G. W. Bush", "W. Bush"):
        assert [known.persons[id].name for id in known.like(written)] == ["George W. Bush"]
    assert [known.persons[id].name for id in known.like("G. H. W. Bush")] == ["George H.W. Bush"]


def test_few_names_are_two_persons(known: Knowledge) -> None:
    names = known.namesakes.exact
    assert sum(len(persons) > 1 for persons in names.values()) <= 40


FORMER = [
    ("Republic of Macedonia", "MK"), ("FYROM", "MK"), ("Czechoslovakia", "CZ"), ("North Yemen", "YE"),
    ("the GDR", "DE"), ("Bosnia-Hercegovina", "BA"),
    ("Transdniestria", "MD"), ("Moldavia", "MD"), ("Kampuchea", "KH"), ("FRY", "RS"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "state"), FORMER)
def test_states_are_found_under_former_names(known: Knowledge, words: str, state: str) -> None:
    found = {s.target for hit in known.surfaces.hits(f"He flew to {words} today.") for s in hit.surfaces}
    assert f"iso:{state}" in found
