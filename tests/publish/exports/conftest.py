"""A small store that holds every noun."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from demarche.model import Act, Assertion, Campaign, Evidence, Figure, Participant, Position, Record, Reject, Statement
from demarche.model.span import words
from demarche.store import Store
from tests.store.store_cases import (
    CALL,
    CALL_RAW,
    DID,
    DIFFERENCE,
    FAMILY,
    MEASURE,
    PLAN,
    PLAN_RAW,
    RECORD,
    WILL,
)

ODD = 'He said, "no";\r\n=1+1 and a line break'
WHO = (Participant(name="Antony Blinken", country="USA"),)


def said() -> list[object]:
    place = {"document": CALL.id, "start": 0, "end": 14, "quote": CALL.text[:14], "found_by": "test/1"}
    return [
        Statement(**place, kind="indirect", content=words(CALL.text, 15, 26), speakers=WHO).with_id(),  # type: ignore[arg-type]
        Position(**place, actors=WHO, stance="opposes", target=ODD).with_id(),  # type: ignore[arg-type]
        Figure(**place, value=2.5, unit="bn USD", what="aid").with_id(),  # type: ignore[arg-type]
        Assertion(**place, about="first call since February", speakers=WHO, since="2022-02").with_id(),  # type: ignore[arg-type]
        ACT,
    ]


ACT = Act(
    document=CALL.id, start=0, end=14, quote=CALL.text[:14], found_by="test/1", event="aid", status="happened",
    actors=WHO, targets=(Participant(name="Ukraine", country="UKR"),), what=ODD,
).with_id()  # fmt: skip
ACT_RECORD = Record(
    id="rec_aid", type="act", event="aid", status="happened", claims=(ACT.id,), actors=ACT.actors, targets=ACT.targets,
    what=ODD,
)  # fmt: skip


TOUR = Campaign(
    id="cmp_tour", kind="tour", initiator=WHO[0], first="2022-07-28", last="2022-07-29", partners=("RUS",),
    members=(RECORD.id,), reported_size=(ODD,),
    evidence=(Evidence(document=CALL.id, start=0, end=14, quote=CALL.text[:14], field="members", claim=DID.id),),
)  # fmt: skip


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the store, made once: every test has a copy of its own."""
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    with Store(path) as store:
        store.documents.put([(PLAN, PLAN_RAW), (CALL, CALL_RAW)])
        store.families.replace([FAMILY])
        store.differences.replace("copies", [DIFFERENCE])
        store.claims.put(PLAN.id, [WILL], "reader/1")
        store.claims.put(CALL.id, [DID, *said()], "reader/1")  # type: ignore[list-item]
        store.records.replace([RECORD, ACT_RECORD])
        store.campaigns.replace([TOUR])
        store.measures.replace([MEASURE])
        store.rejects.put([Reject("sources", "empty.txt", "it is empty")])
    return path


@pytest.fixture
def whole(template: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(template, tmp_path / "whole.db")
    with Store(tmp_path / "whole.db") as store:
        yield store
