"""Russian names and days, as the finders see them; and a Russian text where nothing reads it."""

import importlib.util
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.claims import claims
from demarche.language.parse import BACKENDS, backend, readable, why_unread
from demarche.language.reader import Reader
from demarche.lexicon import knowledge
from demarche.model import Document, Mention, text_sha256

read_here = pytest.mark.skipif(importlib.util.find_spec("natasha") is None, reason="needs the extra demarche[ru]")


def document(text: str, published: str | None = "2022-07-30") -> Document:
    return Document(
        id="doc_ru", source="ru", text=text, text_sha256=text_sha256(text), raw_sha256="", published=published,
        published_basis="given" if published else "unknown", language="ru",
    )  # fmt: skip


@cache
def reader_of_all() -> Reader:
    return Reader(knowledge())


@pytest.fixture
def reader() -> Reader:
    return reader_of_all()


ODD = [
    "Путин", "Эрдоган", "Си Цзиньпин", "с", "и", ",", ".", "С.", "В.Лавров", "министр иностранных дел", "президенты", "глава МИД",
    "России", "и Турции", "российско-турецкие", "переговоры", "встретился", "встреча", "провёл", "визит в", "Москву", "МИД",
    "«", "»", "—", ":", "\n\n", "сообщил, что", "по словам", "не", "планируется", "15 июля", "в понедельник", "ООН", "коллегой", "?",
    "Президент", "посол", "по", "его", "он", "Ван И", "🙂", "U.S.", "-", "телефонный разговор",
]  # fmt: skip


def first(reader: Reader, text: str) -> Mention:
    return reader.read(document(text)).mentions[0]


# ruff: noqa: E501

PEOPLE = [
    ("Министр иностранных дел Российской Федерации С.В.Лавров выступил в Москве.", "Sergey Lavrov", "foreign_minister", "RUS"),
    ("Глава турецкого МИД Мевлют Чавушоглу выступил.", "Mevlüt Çavuşoğlu", "foreign_minister", "TUR"),
    ("Турецкий лидер выступил.", "Recep Tayyip Erdoğan", "head_of_state", "TUR"),
    ("Канцлер Германии выступил.", "Olaf Scholz", "head_of_government", "DEU"),
    ("Председателю КНР Си Цзиньпину вручён отчёт.", "Xi Jinping", "head_of_state", "CHN"),
    ("Генеральному секретарю ООН Антониу Гутерришу вручён отчёт.", "António Guterres", "secretary_general", None),
    ("Председатель Еврокомиссии Урсула фон дер Ляйен выступила.", "Ursula von der Leyen", "secretary_general", None),
    ("Министр иностранных дел Кипра Иоаннис Касулидис выступил.", "Ioannis Kasoulidis", "foreign_minister", "CYP"),
    ("Владимиру Зеленскому вручён отчёт.", "Volodymyr Zelenskyy", "head_of_state", "UKR"),
    ("Касым-Жомарт Кемелевич Токаев выступил.", "Kassym-Jomart Tokayev", "head_of_state", "KAZ"),
    ("Официальный представитель МИД России Мария Захарова выступила.", "Maria Zakharova", "foreign_ministry_spokesperson", "RUS"),
]  # fmt: skip


@read_here
@pytest.mark.parametrize(("text", "name", "role", "country"), PEOPLE, ids=range(len(PEOPLE)))
def test_people(reader: Reader, text: str, name: str, role: str, country: str | None) -> None:
    found = first(reader, text)
    assert (found.name, found.role, found.country) == (name, role, country)


TIMES = [
    ("15 июля", "2022-07-15", "2022-07-15"),
    ("15 июля 2021 года", "2021-07-15", "2021-07-15"),
    ("4 мая", "2022-05-04", "2022-05-04"),
    ("12 марта", "2022-03-12", "2022-03-12"),
    ("28 декабря", "2022-12-28", "2022-12-28"),
    ("12-14 июля", "2022-07-12", "2022-07-14"),
    ("с 19 по 21 июля 2022 года", "2022-07-19", "2022-07-21"),
    ("01.02.2022", "2022-02-01", "2022-02-01"),
    ("вчера", "2022-07-29", "2022-07-29"),
    ("Сегодня", "2022-07-30", "2022-07-30"),
    ("завтра", "2022-07-31", "2022-07-31"),
    ("в понедельник", "2022-07-25", "2022-07-25"),
    ("в следующий вторник", "2022-08-02", "2022-08-02"),
    ("в прошлую среду", "2022-07-27", "2022-07-27"),
    ("на прошлой неделе", "2022-07-18", "2022-07-24"),
    ("на следующей неделе", "2022-08-01", "2022-08-07"),
    ("в этом месяце", "2022-07-01", "2022-07-31"),
    ("в июне", "2022-06-01", "2022-06-30"),
    ("в сентябре 2022 года", "2022-09-01", "2022-09-30"),
    ("в 2021 году", "2021-01-01", "2021-12-31"),
]


@read_here
@pytest.mark.parametrize(("words", "start", "end"), TIMES, ids=[t[0] for t in TIMES])
def test_times(reader: Reader, words: str, start: str, end: str) -> None:
    text = f"{words[0].upper()}{words[1:]} министры стран региона собрались в столице."
    (found,) = reader.read(document(text)).times
    assert (text[found.start : found.end].lower(), found.first, found.last) == (words.lower(), start, end)


@read_here
def test_a_weekday_ahead(reader: Reader) -> None:
    (found,) = reader.read(document("Министры стран региона соберутся в столице в понедельник.")).times
    assert found.first == "2022-08-01"


@read_here
def test_without_a_day_of_publication(reader: Reader) -> None:
    text = "Вчера, 15 июля 2021 года, министры стран региона собрались в столице."
    assert [t.first for t in reader.read(document(text, None)).times] == ["2021-07-15"]


@read_here
def test_offsets_are_the_documents(reader: Reader) -> None:
    text = "\n\n".join(row[0] for row in PEOPLE)
    parsed = reader.read(document(text))
    assert [text[t.start : t.end] for s in parsed.sentences for t in s.tokens if t.upos != "PUNCT"]
    assert all(0 <= s.start < s.end <= len(text) for s in parsed.sentences)
    assert {m.name for m in parsed.mentions} >= {row[1] for row in PEOPLE}


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "natasha", None)
    assert readable() == ("en",)
    assert backend.__wrapped__("ru") is None
    assert "pip install 'demarche[ru]'" in why_unread(document(PEOPLE[0][0]))


def test_a_language_nobody_reads() -> None:
    german = document("Der Bundeskanzler empfing am Montag in Berlin den Präsidenten der Französischen Republik.")
    assert "(de)" in why_unread(german)


def test_the_docs_list_every_language() -> None:
    page = (Path(__file__).parents[3] / "docs" / "languages.md").read_text(encoding="utf-8")
    assert all(f"| `{code}` |" in page for code in BACKENDS)


@read_here
@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(ODD), min_size=1, max_size=25))
def test_no_text_breaks_it(words: list[str]) -> None:
    """Names, marks and line ends in any order are read, and what is found quotes the text."""
    doc = document(" ".join(words))
    for claim in claims(doc, reader_of_all().read(doc), knowledge()):
        assert doc.text[claim.start : claim.end] == claim.quote
