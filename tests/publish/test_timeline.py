"""The edition along its days: every mark lies on its day and is said again in the table under the drawing."""

import re

import msgspec
import pytest

from demarche.model import Campaign, Engagement, Evidence, Participant
from demarche.publish import Material, edition
from demarche.publish.digest import html, markdown
from demarche.publish.editions import Edition
from tests.publish.test_heat import document, met

DAYS = ("2022-05-01", "2022-05-20", "2022-06-15", "2022-07-01", "2022-07-02", "2022-07-31")
RECORDS = tuple(met(n, day, "TUR" if n % 2 else "IRN", "minister") for n, day in enumerate(DAYS))
CLAIMS = {
    f"c{n}": Engagement(
        id=f"c{n}", document="doc_1", start=0, end=1, quote="x", found_by="test/1", mode="meeting", status="happened"
    )
    for n in range(6)
}  # fmt: skip
TEXTS = {d.id: d for d in (document(1, "2022-05-02"), document(2, "2022-07-02"))}
MATERIAL = Material(documents=TEXTS, claims=CLAIMS, records=RECORDS)


@pytest.fixture(scope="module")
def made() -> Edition:
    return edition(MATERIAL)


def test_marks_lie_on_their_days(made: Edition) -> None:
    assert made.timeline is not None
    found = {m.record: m.at for row in made.timeline.rows for m in row.marks}
    assert found == {
        r.id: pytest.approx(n / 91, abs=1e-3) for r, n in zip(RECORDS, (0, 19, 45, 61, 62, 91), strict=True)
    }
    assert [name for _, name in made.timeline.ticks] == ["May 2022", "Jun 2022", "Jul 2022"]


def test_the_table_says_what_the_drawing_says(made: Edition) -> None:
    page = html(made)
    drawing, table = page.split('<section class="timeline"')[1].split("</svg>")
    drawn = re.findall(r'<a href="#(rec_\d)"><title>([^:]+): ', drawing)
    told = re.findall(r'<td>([^<]+)</td><td dir="auto"><a href="#(rec_\d)">', table.split("</table>")[0])
    assert sorted(drawn) == sorted((id, day) for day, id in told)
    assert len(drawn) == len(RECORDS)


def test_too_few_are_not_drawn() -> None:
    few = edition(msgspec.structs.replace(MATERIAL, records=RECORDS[:5]))
    assert few.timeline is None
    assert '<section class="timeline"' not in html(few)


def test_one_month_has_its_ends_as_ticks() -> None:
    july = tuple(met(n, f"2022-07-{n + 1:02}", "TUR", "minister") for n in range(6))
    timeline = edition(msgspec.structs.replace(MATERIAL, records=july)).timeline
    assert timeline is not None
    assert timeline.ticks == ((0.0, "1 July 2022"), (1.0, "6 July 2022"))


def test_a_campaign_is_a_line_with_its_size_in_the_words_of_its_text() -> None:
    text = document(3, "2022-07-03")
    ours = Campaign(
        id="cmp_a", kind="campaign", initiator=Participant(name="Sergey Lavrov", country="RUS"), first="2022-07-01",
        last="2022-07-02", members=("rec_3", "rec_4"), partners=("IRN", "TUR"), reported_size=("dozens of calls",),
        told_as_one=True, evidence=(Evidence(text.id, 0, 1, "x", "reported_size"),),
    )  # fmt: skip
    held = msgspec.structs.replace(MATERIAL, documents={**MATERIAL.documents, text.id: text}, campaigns=(ours,))
    (line,) = edition(held).courses
    assert (line.engagements, [id for id, _ in line.records]) == (2, ["rec_3", "rec_4"])
    assert line.records[0][1] == "Türkiye, meeting, 1 Jul"
    assert (
        "campaign, 2 engagements on record, 1–2 July 2022: Iran and Türkiye. Reported: “dozens of calls”."
        in markdown(edition(held))
    )
    assert edition(held, until="2022-06-30").courses == ()
