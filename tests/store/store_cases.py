"""A few nouns that fit together: one call, as two texts of July 2022 tell it in plain words of ours."""

from demarche.model import (
    Account,
    Difference,
    Document,
    Edge,
    Engagement,
    Evidence,
    Family,
    Measure,
    Participant,
    Record,
    StatusEntry,
    When,
    Words,
    document_id,
    sha256,
    text_sha256,
)

PLANNED = "Antony Blinken is expected to call Sergey Lavrov in the coming days."
HELD = "Antony Blinken held a call with Sergey Lavrov on 29 July 2022. 📞 It was their first since February."


def document(name: str, text: str, **fields: object) -> tuple[Document, bytes]:
    raw = text.encode()
    made = Document(
        id=document_id(name, text), source=name, text=text, text_sha256=text_sha256(text), raw_sha256=sha256(raw),
        **fields,  # type: ignore[arg-type]
    )  # fmt: skip
    return made, raw


PLAN, PLAN_RAW = document("planned.txt", PLANNED, published="2022-07-27", published_basis="header")
CALL, CALL_RAW = document("held.txt", HELD, published="2022-07-29", published_basis="header", publisher="A desk")


def engagement(of: Document, quote: str, status: str, **fields: object) -> Engagement:
    start = of.text.index(quote)
    people = tuple(
        Participant(name=name, country=country, level="minister", start=at, end=at + len(name))
        for name, country in (("Antony Blinken", "USA"), ("Sergey Lavrov", "RUS"))
        if (at := of.text.find(name)) >= 0
    )
    return Engagement(
        document=of.id, start=start, end=start + len(quote), quote=quote, found_by="test/1", mode="call",
        status=status, participants=people, **fields,  # type: ignore[arg-type]
    ).with_id()  # fmt: skip


WILL = engagement(PLAN, "is expected to call", "expected")
DID = engagement(
    CALL, "held a call", "happened",
    date=When(start="2022-07-29", end="2022-07-29", expression="on 29 July 2022",
              words=Words(HELD.index("on 29"), HELD.index("on 29") + 15, "on 29 July 2022")),
)  # fmt: skip

FAMILY = Family(
    id="fam_a",
    documents=tuple(sorted((PLAN.id, CALL.id))),
    edges=(Edge(a=min(PLAN.id, CALL.id), b=max(PLAN.id, CALL.id), kind="revision", score=0.8, why="one story"),),
    best=CALL.id,
)

RECORD = Record(
    id="rec_call", type="engagement", mode="call", status="happened", claims=tuple(sorted((WILL.id, DID.id))),
    participants=DID.participants, date=DID.date, level="minister", documents=2, families=1, origins=1,
    independent_sources=1, first_seen="2022-07-27", last_change="2022-07-29",
    status_history=(StatusEntry(as_of="2022-07-27", status="expected", claim=WILL.id),
                    StatusEntry(as_of="2022-07-29", status="happened", claim=DID.id)),
    accounts=(Account(side=None, source_class="press", claims=tuple(sorted((WILL.id, DID.id)))),),
    evidence=(Evidence(CALL.id, DID.start, DID.end, DID.quote, "mode", DID.id),),
)  # fmt: skip

DIFFERENCE = Difference(
    id="dif_a", scope="fam_a", kind="fact_update", label="the call took place", field="status",
    a=Evidence(PLAN.id, WILL.start, WILL.end, WILL.quote), b=Evidence(CALL.id, DID.start, DID.end, DID.quote),
)  # fmt: skip

MEASURE = Measure(
    state="RUS", metric="partners", level="minister", window_start="2022-07-01", window_end="2022-07-31", value=1.0,
    n=1, coverage=1, records=("rec_call",),
)  # fmt: skip
