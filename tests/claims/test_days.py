"""Which day an engagement has: that of its own clause, never that of the saying."""

import pytest

from demarche.model import Engagement
from tests.claims.reading import engagements

# ruff: noqa: E501

DAYS = [
    ("Antony Blinken said on Monday that he expects to speak with Russian Foreign Minister Sergei Lavrov.", None),
    ("Antony Blinken will meet Sergei Lavrov in Geneva, the State Department said on Monday.", None),
    (
        "Secretary of State Antony Blinken will speak with Sergei Lavrov, the State Department said on Monday.",
        None,
    ),
    ("The Kremlin said on Monday that Vladimir Putin met Xi Jinping on Thursday.", "Thursday"),
    ("The Kremlin said Vladimir Putin met Xi Jinping on Thursday.", "Thursday"),
    ("President Vladimir Putin and President Xi Jinping spoke by phone on Thursday, the Kremlin said.", "Thursday"),
    ("Vladimir Putin met Xi Jinping on Thursday, the Kremlin said on Friday.", "Thursday"),
]


SHARED = [
    ("Antony Blinken cancelled a meeting with Sergei Lavrov scheduled for Thursday in Geneva.", "2022-08-04"),
    ("Speaking from a train on Thursday, Emmanuel Macron telephoned Olaf Scholz and thanked him.", "2022-07-28"),
    ("Joe Biden and Xi Jinping met on the sidelines of the summit on Thursday, after Beijing had lifted a tariff.",
     "2022-07-28"),
    ("Viktor Orban left Kyiv on Thursday, hours after Volodymyr Zelensky had received him.", "2022-07-28"),
    ("The rebels laid down their arms on Thursday, a day after Emmanuel Macron met Paul Kagame.", "2022-07-27"),
    ("The rebels laid down their arms on Thursday, two weeks after Emmanuel Macron had met Paul Kagame.", "2022-07-14"),
    ("The rebels laid down their arms on Thursday, two years after Emmanuel Macron had met Paul Kagame.", None),
    ("Joe Biden and Vladimir Putin held their first telephone call since the invasion on Thursday.", "2022-07-28"),
    ("Antony Blinken suspended talks with Iran on Thursday.", None),
    ("Antony Blinken will meet Sergei Lavrov in the coming weeks.", None),
    ("Antony Blinken and Sergei Lavrov will meet again in four months.", "2022-11-01..2022-11-30"),
    ("Antony Blinken and Sergei Lavrov will meet again within four months.", None),
    ("The three-day summit of Joe Biden and Kim Jong Un in Hanoi ended on Thursday.", "2022-07-26..2022-07-28"),
    ("Joe Biden and Xi Jinping, guarantors of a 1994 treaty, met in Bali.", None),
    ("Joe Biden shook hands on Thursday at a summit with Kim Jong Un.", "2022-07-28"),
    ("Emmanuel Macron convened a summit with Olaf Scholz for Thursday.", "2022-08-04"),
    ("Joe Biden and Xi Jinping agreed to cut tariffs after weekend talks in Geneva.", "2022-07-30..2022-07-31"),
    ("On the morning of July 14 local time, Xi Jinping met Joe Biden in Bali.", "2022-07-14"),
]  # fmt: skip
"""Days that a clause shares with the one around it, or that the occasion has. The texts are of Saturday 30 July."""

OWN = [
    ("The cabinet of Lebanon decided on Tuesday to stay away from the summit of Saudi Arabia and Egypt that begins in "
     "Damascus on Friday.", "2022-08-05"),
    ("Emmanuel Macron flew to Kyiv, where Volodymyr Zelensky received him on Thursday; on Friday he was home.",
     "2022-07-28"),
    ("Antony Blinken was in Moscow before Christmas to meet Sergei Lavrov.", None),
    ("Antony Blinken and Sergei Lavrov are to meet at least once a year from now on.", None),
    ("Antony Blinken will meet Sergei Lavrov in Moscow within a month.", None),
    ("After four days of haggling, Antony Blinken and Sergei Lavrov shook hands on Thursday.",
     "2022-07-25..2022-07-28"),
    ("After four days of rain, Antony Blinken and Sergei Lavrov shook hands on Thursday.", "2022-07-28"),
    ("Antony Blinken met Sergei Lavrov, the first such meeting in the past ten years.", None),
    ("Antony Blinken and Sergei Lavrov discussed plans for 2023.", None),
    ("Antony Blinken and Sergei Lavrov held talks in the Winter Garden.", None),
    ("The fair opens on August 4. In the afternoon Antony Blinken will meet Sergei Lavrov.", None),
    ("Antony Blinken will meet Sergei Lavrov in the afternoon.", "2022-07-30"),
    ("The negotiations between Israel and Egypt had begun in July 2021.", None),
    ("On July 11 Antony Blinken met Sergei Lavrov following the July 7 assassination of the president.", "2022-07-11"),
]  # fmt: skip
"""Days that the event's own words tell or refuse."""

STORY = [
    ("An agency quoted Sergei Lavrov as saying on Thursday that Russia was ready. In talks with Antony Blinken on the "
     "sidelines of a forum in Bali, he handed over a list.", None),
    ("Emmanuel Macron arrived in Cotonou this morning. It was hot. In the afternoon he went to the palace and met "
     "Patrice Talon.", "2022-07-30"),
    ("Emmanuel Macron and Patrice Talon met the press on Tuesday. The two had talked for an hour beforehand.",
     "2022-07-26"),
    ("5:07 P.M. EDT\n\nTHE PRESIDENT: Emmanuel Macron and Olaf Scholz spoke by telephone.", None),
    ("Joe Biden and Olaf Scholz announced it in the July 15 Washington Declaration. Joe Biden and Olaf Scholz talked "
     "about trade.", None),
    ("The harbour was quiet on Tuesday. Antony Blinken and Sergei Lavrov met at the customs house.", "2022-07-26"),
    ("France was quiet on Tuesday. Antony Blinken telephoned Sergei Lavrov.", None),
    ("Joe Biden and Vladimir Putin met in Geneva. Biden told Putin on Tuesday that time was short.", "2022-07-26"),
    ("19.15 Emmanuel Macron and Olaf Scholz spoke by telephone.", "2022-07-30"),
    ("The leaders dined at the Group of 20 summit in Bali on Tuesday. Joe Biden met Xi Jinping on the sidelines.",
     "2022-07-26"),
    ("Saudi Arabia and Qatar made their peace on Tuesday. "
     "Crown Prince Mohammed bin Salman embraced Qatar's emir, Sheikh Tamim bin Hamad al-Thani.", "2022-07-26"),
    ("Saudi Arabia and Qatar made their peace on Tuesday. President Emmanuel Macron telephoned Olaf Scholz.", None),
    ("Saudi Arabia and Qatar made their peace on Tuesday. "
     "Crown Prince Mohammed bin Salman had met Qatar's emir, Sheikh Tamim bin Hamad al-Thani, in Jeddah.", None),
    ("Saudi Arabia made its peace on Tuesday, Qatar on Thursday. "
     "Crown Prince Mohammed bin Salman embraced Qatar's emir, Sheikh Tamim bin Hamad al-Thani.", None),
]  # fmt: skip
"""Days that the sentence before tells, where both sides go on."""


SPANS = [
    ("Israeli and Palestinian diplomats closed two days of talks in Cairo on Thursday.", "2022-07-27..2022-07-28"),
    ("Israeli and Palestinian diplomats spoke of two days of talks in Cairo on Thursday.", "2022-07-28"),
    ("Israel and Egypt signed a deal on Thursday. The ceremony in Cairo ended three days of talks between "
     "Israel and Egypt.", "2022-07-26..2022-07-28"),
    ("Israel and Egypt made their peace on Friday. Yair Lapid and Abdel Fattah al-Sisi had been in talks since Tuesday.",
     "2022-07-26..2022-07-29"),
    ("Yair Lapid and Abdel Fattah al-Sisi had been in talks since Tuesday.", None),
    ("Israel and Egypt made their peace on Friday. Yair Lapid and Abdel Fattah al-Sisi held talks from Tuesday.",
     "2022-07-26..2022-07-29"),
    ("Talks between Israel and Egypt began on Tuesday and ended on Friday.", "2022-07-26..2022-07-29"),
    ("Talks between Israel and Egypt began on Tuesday and stalled on Friday.", "2022-07-26"),
    ("Antony Blinken and Sergei Lavrov will meet again this year.", "2022-07-30..2022-12-31"),
    ("Antony Blinken and Sergei Lavrov met again this year.", "2022-01-01..2022-12-31"),
    ("Antony Blinken and Sergei Lavrov will meet before the end of September.", "2022-07-30..2022-09-30"),
    ("Antony Blinken and Sergei Lavrov will meet at the end of September.", "2022-09-21..2022-09-30"),
    ("Antony Blinken and Sergei Lavrov will meet in the coming days.", None),
    ("Antony Blinken and Sergei Lavrov will meet within fifteen days.", None),
    ("Antony Blinken and Sergei Lavrov will meet in the coming week.", "2022-08-01..2022-08-07"),
]  # fmt: skip
"""Stretches of days: counted back from an end, up to the day told of, what is left of a year."""

BESIDE = [
    ("Antony Blinken visited Oslo on Wednesday, meeting with Sergei Lavrov in the palace.", "2022-07-27"),
    ("Antony Blinken visited Oslo on Wednesday, having met Sergei Lavrov in Bali.", None),
    ("A spokesman said Joe Biden on Tuesday, in a meeting with Xi Jinping, asked for a visa.", "2022-07-26"),
    ("Joe Biden left Geneva when Antony Blinken met Sergei Lavrov last year.", "2021-01-01..2021-12-31"),
    ("The paper was signed in Oslo on Thursday. Hours earlier Antony Blinken had met Sergei Lavrov, "
     "whose term ends on Monday.", "2022-07-28"),
    ("The paper was signed in Oslo on Thursday. Antony Blinken had met Sergei Lavrov, whose term ends on Monday.", None),
    ("Joe Biden spoke in Oslo on Thursday. He told reporters that Antony Blinken and Sergei Lavrov had met "
     "in the morning.", "2022-07-28"),
    ("On Tuesday Joe Biden was to bring Isaac Herzog and King Abdullah together. Joe Biden received Isaac Herzog alone.",
     "2022-07-26"),
    ("CAIRO, July 30 - Egypt signed a loan on Thursday. Antony Blinken and Sergei Lavrov met at the palace.",
     "2022-07-28"),
    ("16.40 GMT - The talks between Antony Blinken and Sergei Lavrov have ended.", "2022-07-30"),
    ("The talks between Antony Blinken and Sergei Lavrov have ended.", None),
    ("Joe Biden said on Thursday that there had been a meeting with Xi Jinping that very morning.", "2022-07-28"),
    ("Emmanuel Macron flew to Cotonou on Wednesday to meet Patrice Talon.", "2022-07-27"),
    ("Last week Emmanuel Macron was in Cotonou, where he met Patrice Talon.", "2022-07-18..2022-07-24"),
    ("Emmanuel Macron spent Wednesday and Thursday in Cotonou, where he met Patrice Talon.", "2022-07-27..2022-07-28"),
    ("The deal was struck at a forum in Beijing in May 2019, when Uhuru Kenyatta met Xi Jinping.", "2019-05-01..2019-05-31"),
    ("Emmanuel Macron left Yaounde for Cotonou on Wednesday after talks with Paul Biya.", "2022-07-27"),
    ("Emmanuel Macron visited Cotonou on Wednesday years after talks with Paul Biya.", None),
    ("As Joe Biden met King Salman on Friday, Antony Blinken sat down with Faisal bin Farhan.", "2022-07-29"),
    ("A planned meeting between Olaf Scholz and Viktor Orban on Monday has been put off.", "2022-08-01"),
    ("On Monday Olaf Scholz put off a meeting with Viktor Orban.", None),
]  # fmt: skip
"""Days of what an engagement stands beside: its verb, the hour before, the plan it came of, the hour of a live report."""

STAYS = [
    ("Nanaia Mahuta had been due in Tarawa on July 21, the first such trip in years.", "2022-07-21"),
    ("The foreign minister of New Zealand was due in Tarawa on January 21.", "2023-01-21"),
    ("The foreign minister of Norway was to have been in Paris on July 21 and 22.", "2022-07-21..2022-07-22"),
    ("Kiril Petkov took nine ministers to Skopje on Tuesday, his first working trip to North Macedonia.", "2022-07-26"),
    ("On July 28 Joe Biden held talks with President Yoon Suk Yeol, who is making a visit to Washington.", "2022-07-28"),
    ("On July 28 Joe Biden held talks with President Yoon Suk Yeol, who had paid a visit to Washington.", None),
    ("Joe Biden became the first president to set foot in Burma when he landed in Rangoon on Thursday.", "2022-07-28"),
    ("Joe Biden flew to Rome on Tuesday. Critics of Italy said that the visit came too soon.", "2022-07-26"),
    ("Joe Biden spoke today with Olaf Scholz. They discussed his recent trip to China.", None),
    ("The foreign minister of Mexico left Havana on Monday.", None),
    ("Joe Biden was the first president to visit Vietnam in the last quarter of a century.", None),
    ("The foreign minister of Mexico left Havana on Monday after a stay of three hours.", "2022-07-25"),
]  # fmt: skip
"""Days of visits."""

SECOND = [
    ("Emmanuel Macron telephoned Joe Biden on Wednesday to arrange to meet Patrice Talon.", None),
    ("Emmanuel Macron met Patrice Talon on Wednesday, one day after talks with Paul Biya.", "2022-07-26"),
]
"""Days of the second of two engagements that one sentence tells."""


@pytest.mark.parametrize(("text", "days"), STAYS)
def test_the_days_of_a_visit(text: str, days: str | None) -> None:
    (found,) = {days_of(e) for e in engagements(text) if e.mode == "visit"}
    assert found == days


@pytest.mark.parametrize(("text", "days"), SHARED + OWN + STORY + SPANS + BESIDE)
def test_the_day_around_an_engagement(text: str, days: str | None) -> None:
    (found,) = {days_of(e) for e in engagements(text) if e.mode != "visit"}
    assert found == days


@pytest.mark.parametrize(("text", "days"), SECOND)
def test_the_day_of_the_second_of_two(text: str, days: str | None) -> None:
    first, second = engagements(text)
    assert days_of(first) != days_of(second) == days


def days_of(found: Engagement) -> str | None:
    """The days of an engagement as the rows have them."""
    if found.date is None or found.date.start is None:
        return None
    return found.date.start if found.date.start == found.date.end else f"{found.date.start}..{found.date.end}"


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_an_engagement(text: str, day: str | None) -> None:
    (found,) = engagements(text)
    assert (found.date.expression if found.date else None) == day
