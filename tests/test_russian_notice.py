"""A Russian official notice and an English report of the same meeting, end to end: one record with two sources."""

import importlib.util
import json
from pathlib import Path

import pytest

from demarche.pipeline import add, process
from demarche.store import Store

NOTICE = (
    "Владимир Путин провёл в Сочи переговоры с Президентом Турецкой Республики Реджепом Тайипом Эрдоганом.\n\n"
    "Обсуждались вопросы двустороннего сотрудничества, в том числе торговля и энергетика. В ходе переговоров "
    "президенты также обменялись мнениями по региональной тематике."
)
REPORT = (
    "Russian President Vladimir Putin held talks with Turkish President Recep Tayyip Erdogan in Sochi on Friday. "
    "Trade and energy were on the agenda."
)
GERMAN = "Der Bundeskanzler empfing am Montag in Berlin den Präsidenten der Französischen Republik zu einem Gespräch."


def written(folder: Path) -> Path:
    rows = [
        {
            "id": "notice", "text": NOTICE, "date": "2022-08-05", "language": "ru", "url": "http://kremlin.ru/notice",
            "title": "Переговоры с Президентом Турции Реджепом Тайипом Эрдоганом",
        },
        {"id": "report", "text": REPORT, "date": "2022-08-05", "title": "Putin and Erdogan meet in Sochi"},
        {"id": "german", "text": GERMAN, "date": "2022-08-05"},
    ]  # fmt: skip
    path = folder / "texts.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


@pytest.mark.skipif(importlib.util.find_spec("natasha") is None, reason="needs the extra demarche[ru]")
def test_a_notice_and_a_report_are_one_record(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        add(store, [written(tmp_path)])
        process(store)
        (record,) = [r for r in store.records if r.type == "engagement"]
        assert (record.mode, record.status, record.families) == ("talks", "happened", 2)
        assert {(p.name, p.country, p.level) for p in record.participants} == {
            ("Vladimir Putin", "RUS", "head"), ("Recep Tayyip Erdoğan", "TUR", "head"),
        }  # fmt: skip
        assert record.place is not None
        assert (record.place.name, record.place.country) == ("Sochi", "RUS")
        assert {a.side for a in record.accounts} >= {"RUS"}
        quotes = {store.documents[e.document].text[e.start : e.end] == e.quote for e in record.evidence}
        assert quotes == {True}


def test_what_nobody_reads_is_kept_and_counted(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        add(store, [written(tmp_path)])
        process(store)
        assert len(store.documents) == 3
        assert {d for f in store.families for d in f.documents} == {d.id for d in store.documents}
        assert any("(de)" in r.reason for r in store.rejects)
