"""A meeting planned and then held: one event, or AGREE and then CONSULT, as the reader of PLOVER wants it."""

import json
from pathlib import Path

import msgspec
import pytest

from demarche.lexicon.plover import plover
from demarche.model import Plover, StatusEntry
from demarche.model.values import Status
from demarche.publish.exports import export
from demarche.store import Store
from tests.store.store_cases import DID, RECORD, WILL

AGREE, CONSULT, REJECT = (plover("call", s)[0] for s in ("planned", "happened", "cancelled"))
CASES: list[tuple[list[Status], Plover | None, list[str]]] = [
    (["happened"], CONSULT, ["CONSULT"]),
    (["planned", "happened"], CONSULT, ["AGREE", "CONSULT"]),
    (["expected", "planned", "happened"], CONSULT, ["AGREE", "CONSULT"]),
    (["planned", "cancelled"], REJECT, ["AGREE", "REJECT"]),
    (["planned", "disputed", "happened"], CONSULT, ["AGREE", "CONSULT"]),
    (["planned"], AGREE, ["AGREE"]),
    (["planned", "denied"], None, ["AGREE"]),
]


@pytest.mark.parametrize(("statuses", "code", "types"), CASES, ids=lambda c: "-".join(c) if isinstance(c, list) else "")
def test_steps(statuses: list[Status], code: Plover | None, types: list[str], whole: Store, tmp_path: Path) -> None:
    history = tuple(
        StatusEntry(as_of=f"2022-07-2{n}", status=s, claim=DID.id if s == "happened" else WILL.id)
        for n, s in enumerate(statuses)
    )
    cameo = plover("call", statuses[-1])[1]
    record = msgspec.structs.replace(
        RECORD, status=statuses[-1], status_history=history, claims=(WILL.id, DID.id), plover=code, cameo=cameo
    )
    whole.records.replace([record])
    (one,), (steps,) = export(whole, tmp_path, ["plover"]), export(whole, tmp_path, ["plover-steps"])
    events = [json.loads(line) for line in steps.read_text().splitlines()]
    assert [e["event"][0] for e in events] == types
    assert len({e["id"] for e in events}) == len(events)
    assert {e["link"][0] for e in events} == {record.id}
    assert one.read_text().count("\n") == (code is not None)
    if len(events) > 1 and code:
        assert events[-1] == json.loads(one.read_text())
        assert events[0]["date"] == "2022-07-20"
        assert [i["text_story"] for i in events[0]["text_info"]] == [WILL.document]
