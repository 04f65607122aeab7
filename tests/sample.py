"""A small world of 2022 for the tests of what is published: texts in our own words, their claims, and what follows.

The events are public and the people were in office. What they say is on the public record in sense, and given in
indirect speech; the one direct quotation is of a text made for this sample that quotes itself.
"""

# ruff: noqa: E501

from functools import cache
from typing import Any

import msgspec

from demarche.model import (
    Claim,
    Difference,
    Document,
    Engagement,
    Evidence,
    Family,
    Participant,
    Place,
    Reject,
    Statement,
    Stretch,
    When,
    Words,
    document_id,
    text_sha256,
)
from demarche.network import measures
from demarche.publish import Material
from demarche.records import records

PEOPLE: dict[str, Participant] = {
    "Antony Blinken": Participant(name="Antony Blinken", role="secretary of state", country="USA", level="minister"),
    "Sergei Lavrov": Participant(name="Sergei Lavrov", role="foreign minister", country="RUS", level="minister"),
    "Sergey Lavrov": Participant(name="Sergey Lavrov", role="foreign minister", country="RUS", level="minister"),
    "Vladimir Putin": Participant(name="Vladimir Putin", role="president", country="RUS", level="head"),
    "Emmanuel Macron": Participant(name="Emmanuel Macron", role="president", country="FRA", level="head"),
    "Recep Tayyip Erdogan": Participant(name="Recep Tayyip Erdogan", role="president", country="TUR", level="head"),
    "Yoweri Museveni": Participant(name="Yoweri Museveni", role="president", country="UGA", level="head"),
    "Olaf Scholz": Participant(name="Olaf Scholz", role="chancellor", country="DEU", level="head"),
    "Wang Yi": Participant(name="Wang Yi", role="foreign minister", country="CHN", level="minister"),
    "the Russian foreign ministry": Participant(name=None, actor="organ:RU/foreign_ministry", country="RUS"),
    "ASEAN Regional Forum": Participant(actor="org:asean", organisation="org:asean"),
    "Russia": Participant(actor="iso:RU", country="RUS"),
    "Turkey": Participant(actor="iso:TR", country="TUR"),
    "Uganda": Participant(actor="iso:UG", country="UGA"),
    "Egypt": Participant(actor="iso:EG", country="EGY"),
}

TEXTS: dict[str, tuple[dict[str, Any], str]] = {
    "call-announced": (
        {"publisher": "Capital Courier", "published": "2022-07-28", "title": "Washington wants to talk to Moscow again",
         "url": "https://courier.example/2022/07/28/talk", "source_class": "press", "family": "isolation"},
        "Washington wants to talk to Moscow again, after months of silence.\n\n"
        "Antony Blinken said on Wednesday that he expected to speak by phone with Sergey Lavrov in the coming days. "
        "The prisoners held in Russia would be the first subject, he said.\n\n"
        "Sergey Lavrov said that he would hear what the Americans had to offer once he was back in Moscow."),
    "call-held": (
        {"publisher": "Capital Courier", "published": "2022-07-30", "title": "Top diplomats speak for the first time since February",
         "url": "https://courier.example/2022/07/30/spoke", "source_class": "press", "family": "isolation"},
        "WASHINGTON. On Friday, Antony Blinken spoke by phone with Sergei Lavrov about the Americans held in Russia.\n\n"
        "It was their first conversation since the invasion of Ukraine in February. Antony Blinken said that he had "
        "pressed the other side to accept the offer on the table."),
    "readout-us": (
        {"publisher": "Department of State", "published": "2022-07-29", "title": "Call with the Russian foreign minister",
         "url": "https://state.example/readout", "source_class": "official", "official_of": "USA", "family": "readout-us"},
        "Antony Blinken spoke today with Sergei Lavrov. He raised the release of detained Americans, the grain agreement "
        "and the consequences of any annexation of Ukrainian territory."),
    "readout-ru": (
        {"publisher": "Foreign Ministry of Russia", "published": "2022-07-29", "title": "On a telephone conversation",
         "url": "https://mid.example/call", "source_class": "official", "official_of": "RUS", "family": "readout-ru"},
        "On 29 July Sergey Lavrov had a telephone conversation with Antony Blinken. Sergey Lavrov suggested a return to "
        "quiet diplomacy on prisoners. The grain agreement was discussed as well."),
    "copy-of-call": (
        {"publisher": "Daily Mirror of the Wire", "published": "2022-07-31", "title": "Diplomats speak again",
         "url": "http://mirror.example/a?b=1&c=(2)", "source_class": "press", "family": "isolation"},
        "On Friday, Antony Blinken talked by phone with Sergei Lavrov about the Americans held in Russia."),
    "sochi": (
        {"publisher": "Black Sea Review", "published": "2022-08-05", "title": "Grain, gas and drones in Sochi",
         "url": "https://review.example/sochi", "source_class": "press", "family": "sochi"},
        "SOCHI. Vladimir Putin met Recep Tayyip Erdogan in Sochi on Friday for four hours of talks on trade, energy and "
        "the grain agreement. A further meeting of the two leaders in Turkey is planned for later this year."),
    "sochi-wire": (
        {"publisher": "Straits Wire", "published": "2022-08-05", "title": "Putin and Erdogan meet", "source_class": "wire",
         "family": "sochi-wire"},
        "Vladimir Putin and Recep Tayyip Erdogan met in Sochi on Friday, the Turkish presidency said."),
    "uganda": (
        {"publisher": "Great Lakes Post", "published": "2022-07-27", "title": "Lavrov in Entebbe",
         "url": "https://lakes.example/entebbe", "source_class": "press", "family": "uganda"},
        "Sergei Lavrov visited Uganda on Tuesday and was received by Yoweri Museveni in Entebbe. He had been to Egypt on Sunday."),
    "february": (
        {"publisher": "Rhine Observer", "published": "2022-02-16", "title": "At the long table", "source_class": "press",
         "url": "https://rhine.example/long-table", "family": "february"},
        "Olaf Scholz met Vladimir Putin in Moscow on Tuesday. Emmanuel Macron had been there a week earlier: on 7 February "
        "Emmanuel Macron met Vladimir Putin in Moscow for more than five hours."),
    "arf": (
        {"publisher": "Mekong Notes", "published": "2022-07-29", "title": "Next week in Phnom Penh", "source_class": "press",
         "family": "arf"},
        "Russia is expected at the ASEAN Regional Forum next week in Phnom Penh."),
    "bilateral-off": (
        {"publisher": "Mekong Notes", "published": "2022-08-05", "title": "No meeting of ministers", "source_class": "press",
         "family": "off"},
        "A meeting of Antony Blinken with Sergei Lavrov in Phnom Penh is not planned, officials in Washington said, though "
        "some had spoken of one on Friday. Antony Blinken met Wang Yi there last month in Bali, on 9 July."),
    "undated": (
        {"publisher": None, "title": None, "source_class": "other", "family": "undated"},
        "Vladimir Putin has met Recep Tayyip Erdogan more than once this year. Dozens of calls went out to African capitals."),
}  # fmt: skip


def documents() -> dict[str, Document]:
    """The texts as documents, by their short names."""
    return {name: _document(name, about, text) for name, (about, text) in TEXTS.items()}


def _document(name: str, about: dict[str, Any], text: str) -> Document:
    known = {k: v for k, v in about.items() if k != "family"}
    basis = "given" if "published" in known else "unknown"
    return Document(
        id=document_id(name, text), source=f"{name}.txt", text=text, text_sha256=text_sha256(text),
        raw_sha256=text_sha256(text), published_basis=basis, language="en", **known,
    )  # fmt: skip


def families(of: dict[str, Document]) -> tuple[Family, ...]:
    """The families that the table names."""
    homes: dict[str, list[str]] = {}
    for name, (about, _) in TEXTS.items():
        homes.setdefault(about["family"], []).append(of[name].id)
    best = {"isolation": of["call-held"].id}
    return tuple(
        Family(id=f"fam_{home}", documents=tuple(sorted(ids)), best=best.get(home))
        for home, ids in sorted(homes.items())
    )


def at(document: Document, quote: str) -> Words:
    """The words of a document where they first stand."""
    start = document.text.index(quote)
    return Words(start, start + len(quote), quote)


def sentence(document: Document, words: Words) -> Stretch:
    """From the full stop before some words to the one after."""
    text = document.text
    start = max(text.rfind(". ", 0, words.start) + 2, text.rfind("\n", 0, words.start) + 1, 0)
    end = text.find(". ", words.end)
    return Stretch(start if start > 1 else 0, len(text) if end < 0 else end + 1)


def engagement(
    document: Document, quote: str, mode: Any, status: Any, who: list[str], *, on: str | None = None, said: str | None = None,
    place: tuple[str, str] | None = None, **more: Any,
) -> Engagement:  # fmt: skip
    """A claim found at its words, its people and its date found inside the document."""
    words = at(document, quote)
    date = None
    if on is not None:
        start, _, end = on.partition("..")
        date = When(
            start=start, end=end or start, precision=more.pop("precision", "interval" if end else "day"), expression=said,
            words=at(document, said) if said else None,
        )  # fmt: skip
    size: Any = "country" if place and place[0] in PEOPLE else "city"
    where = Place(name=place[0], country=place[1], precision=size, words=at(document, place[0])) if place else None
    return Engagement(
        document=document.id, start=words.start, end=words.end, quote=quote, sentence=sentence(document, words),
        found_by="sample/1", mode=mode, status=status, participants=tuple(_there(document, w) for w in who), date=date,
        place=where, **more,
    ).with_id()  # fmt: skip


def _there(document: Document, name: str) -> Participant:

    words = at(document, name)
    return msgspec.structs.replace(PEOPLE[name], start=words.start, end=words.end)


def statement(document: Document, speaker: str, content: str, kind: Any = "indirect") -> Statement:
    """What somebody says in a document."""
    words = at(document, content)
    whole = sentence(document, words)
    return Statement(
        document=document.id, start=whole.start, end=whole.end, quote=document.text[whole.start : whole.end],
        sentence=whole, found_by="sample/1", kind=kind, content=words, speakers=(_there(document, speaker),),
    ).with_id()  # fmt: skip


def claims(of: dict[str, Document]) -> list[Claim]:
    """What the texts say, as a careful reader would mark it."""
    ab, sl, sl2 = "Antony Blinken", "Sergei Lavrov", "Sergey Lavrov"
    vp, rte = "Vladimir Putin", "Recep Tayyip Erdogan"
    moscow, sochi = ("Moscow", "RUS"), ("Sochi", "RUS")
    turkey = Participant(name="the Turkish presidency", country="TUR")
    return [
        engagement(of["call-announced"], "he expected to speak by phone with Sergey Lavrov in the coming days", "call",
                   "expected", [ab, sl2], on="2022-07-28..2022-08-04", said="in the coming days", precision="approx",
                   topics=("prisoners",)),
        engagement(of["call-held"], "Antony Blinken spoke by phone with Sergei Lavrov about the Americans held in Russia",
                   "call", "happened", [ab, sl], on="2022-07-29", said="On Friday", topics=("prisoners",)),
        engagement(of["readout-us"], "Antony Blinken spoke today with Sergei Lavrov", "call", "happened", [ab, sl],
                   on="2022-07-29", said="today", topics=("prisoners", "grain", "Ukraine")),
        engagement(of["readout-ru"], "Sergey Lavrov had a telephone conversation with Antony Blinken", "call", "happened",
                   [ab, sl2], on="2022-07-29", said="On 29 July", topics=("prisoners", "grain")),
        engagement(of["copy-of-call"], "Antony Blinken talked by phone with Sergei Lavrov", "call", "happened", [ab, sl],
                   on="2022-07-29", said="On Friday"),
        engagement(of["sochi"], "Vladimir Putin met Recep Tayyip Erdogan in Sochi on Friday", "meeting", "happened",
                   [vp, rte], on="2022-08-05", said="on Friday", place=sochi, topics=("trade", "energy", "grain")),
        engagement(of["sochi"], "A further meeting of the two leaders in Turkey is planned for later this year", "meeting",
                   "planned", [vp, rte], on="2022-08-06..2022-12-31", said="later this year", place=("Turkey", "TUR")),
        engagement(of["sochi-wire"], "Vladimir Putin and Recep Tayyip Erdogan met in Sochi on Friday", "meeting",
                   "happened", [vp, rte], on="2022-08-05", said="on Friday", place=sochi, attributed_to=turkey),
        engagement(of["uganda"], "Sergei Lavrov visited Uganda on Tuesday", "visit", "happened",
                   [sl, "Yoweri Museveni"], on="2022-07-26", said="on Tuesday", place=("Uganda", "UGA")),
        engagement(of["uganda"], "He had been to Egypt on Sunday", "visit", "happened", [sl, "Egypt"], on="2022-07-24",
                   said="on Sunday", place=("Egypt", "EGY")),
        engagement(of["february"], "Olaf Scholz met Vladimir Putin in Moscow on Tuesday", "meeting", "happened",
                   ["Olaf Scholz", vp], on="2022-02-15", said="on Tuesday", place=moscow),
        engagement(of["february"], "Emmanuel Macron met Vladimir Putin in Moscow", "meeting", "happened",
                   ["Emmanuel Macron", vp], on="2022-02-07", said="on 7 February", place=moscow),
        engagement(of["arf"], "Russia is expected at the ASEAN Regional Forum next week", "summit", "expected",
                   ["Russia", "ASEAN Regional Forum"], on="2022-08-01..2022-08-07", said="next week", precision="week",
                   place=("Phnom Penh", "KHM"), event_name="ASEAN Regional Forum"),
        engagement(of["bilateral-off"], "A meeting of Antony Blinken with Sergei Lavrov in Phnom Penh is not planned",
                   "meeting", "denied", [ab, sl], on="2022-08-05", said="on Friday", place=("Phnom Penh", "KHM"),
                   attributed_to=Participant(name="officials in Washington", country="USA")),
        engagement(of["bilateral-off"], "Antony Blinken met Wang Yi there last month in Bali", "meeting", "happened",
                   [ab, "Wang Yi"], on="2022-07-09", said="on 9 July", place=("Bali", "IDN")),
        engagement(of["undated"], "Vladimir Putin has met Recep Tayyip Erdogan more than once", "meeting", "happened",
                   [vp, rte]),
        engagement(of["undated"], "Dozens of calls went out to African capitals", "call", "happened", [], generic=True),
        statement(of["call-announced"], sl2, "that he would hear what the Americans had to offer once he was back in Moscow"),
        statement(of["call-held"], ab, "that he had pressed the other side to accept the offer on the table"),
    ]  # fmt: skip


def differences(of: dict[str, Document], call: str) -> tuple[Difference, ...]:
    """Where the tellings part; `call` is the record of the call of 29 July."""

    def words(name: str, quote: str) -> Evidence:
        w = at(of[name], quote)
        return Evidence(of[name].id, w.start, w.end, w.quote)

    return (
        Difference(
            id="dif_1", scope="fam_isolation", kind="fact_update", label="updated in the later version", field="status",
            a=words("call-announced", "he expected to speak by phone with Sergey Lavrov in the coming days"),
            b=words("call-held", "Antony Blinken spoke by phone with Sergei Lavrov about the Americans held in Russia"),
        ),
        Difference(
            id="dif_2", scope="fam_isolation", kind="fact_change", label="wording differs", field="words",
            a=words("call-held", "Antony Blinken spoke by phone with Sergei Lavrov"),
            b=words("copy-of-call", "Antony Blinken talked by phone with Sergei Lavrov"),
        ),
        Difference(
            id="dif_3", scope=call, kind="omission", label="only in the text of the United States", field="topics",
            a=words("readout-us", "the consequences of any annexation of Ukrainian territory"), b=None,
        ),
        Difference(
            id="dif_4", scope="fam_isolation", kind="name_variant", label="spelling", field="name",
            a=words("call-announced", "Sergey Lavrov"), b=words("call-held", "Sergei Lavrov"),
        ),
    )  # fmt: skip


def material(**more: Any) -> Material:
    """All of it, merged and measured; `more` takes the place of what is there."""
    return msgspec.structs.replace(_material(), **more)


@cache
def _material() -> Material:
    of = documents()
    by_id = {d.id: d for d in of.values()}
    known, groups = claims(of), families(of)
    merged = records(known, groups, by_id)
    call = next(r.id for r in merged if r.mode == "call" and r.date)
    return Material(
        documents=by_id,
        families=groups,
        claims={c.id: c for c in known},
        records=merged,
        differences=differences(of, call),
        measures=tuple(measures(merged, groups, by_id)),
        rejects=(
            Reject("sources", "empty.txt", "the file is empty"),
            Reject("sources", "noise.bin", "no text: binary data"),
        ),
    )
