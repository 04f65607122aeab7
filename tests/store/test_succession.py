"""An id that was once given out always leads somewhere: to its heir, or to a tombstone."""

import msgspec
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from demarche.store import Store, schema
from demarche.store.succession import heirs
from tests.store.store_cases import DID, FAMILY, RECORD, WILL

change = msgspec.structs.replace


def test_two_families_that_turn_out_to_be_one(store_of_two: Store) -> None:
    store_of_two.families.replace([FAMILY])
    assert store_of_two.current("fam_p") == store_of_two.current("fam_c") == "fam_a"
    assert next(iter(store_of_two.families)).referents == ("fam_c", "fam_p")


def test_a_chain_of_merges(full: Store) -> None:
    full.records.replace([change(RECORD, id="rec_b")])
    full.records.replace([change(RECORD, id="rec_c")])
    assert full.current("rec_call") == "rec_c"
    assert full.records["rec_c"].referents == ("rec_b", "rec_call")


def test_a_record_that_splits_leads_to_its_larger_part(full: Store) -> None:
    full.records.replace([change(RECORD, id="rec_x", claims=(WILL.id,)), change(RECORD, id="rec_y", claims=(DID.id,))])
    assert full.current("rec_call") == "rec_x"


def test_what_is_gone_leaves_a_tombstone_and_may_come_back(full: Store) -> None:
    full.records.replace([])
    with full.link.reading() as connection:
        (stone,) = connection.execute(sa.select(schema.tombstones))
    assert (stone.id, stone.noun) == ("rec_call", "record")
    full.records.replace([RECORD])
    with full.link.reading() as connection:
        assert connection.execute(sa.select(schema.tombstones)).all() == []
    assert full.current("rec_call") == "rec_call"


def test_an_id_that_comes_and_goes_never_leads_in_a_circle(full: Store) -> None:
    for id in ("rec_b", "rec_call", "rec_b", "rec_call"):
        full.records.replace([change(RECORD, id=id)])
        assert full.current("rec_call") == full.current("rec_b") == id


PARTITIONS = st.dictionaries(st.sampled_from("pqrstu"), st.sampled_from("ABCD"), max_size=6)


@given(PARTITIONS, PARTITIONS)
def test_every_id_that_is_gone_has_an_answer(before: dict[str, str], after: dict[str, str]) -> None:
    old, new = groups(before), groups(after)
    found = heirs(old, new)
    assert set(found) == set(old) - set(new)
    for id, heir in found.items():
        shared = {part for part in old[id] if part in after}
        assert (heir is None) == (not shared)
        assert heir is None or heir in new


def groups(home: dict[str, str]) -> dict[str, list[str]]:
    return {id: [part for part in home if home[part] == id] for id in set(home.values())}
