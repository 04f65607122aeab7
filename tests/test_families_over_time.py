"""Families as documents arrive: nothing is split or renamed in silence, and a damaged copy hides no call."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demarche import families
from demarche.model import Document, Engagement
from demarche.pipeline import add, process
from demarche.pipeline.families import related
from demarche.pipeline.log import Log
from demarche.store import Store
from tests.families.labelled import stories
from tests.families.texts import FIRST_CALL, NEXT_CALL, REWRITE, SAME_EVENT, WIRE, document

WHOLE = WIRE.split("\n\n")


def pool() -> list[Document]:
    """Versions of three stories, texts that hold two of them, and forms."""
    found = [document(f"{name} {key}", text) for name in ("river", "cable") for key, text in stories()[name].items()]
    river, cable = stories()["river"]["base"].strip(), stories()["cable"]["base"].strip()
    found += [document("both", river + "\n\n" + cable), document("half", cable + "\n\n" + "\n\n".join(WHOLE[:3]))]
    found += [document("wire", WIRE, published="2023-03-02"), document("again", WIRE, published="2023-03-01")]
    found += [document("rewrite", REWRITE, published="2023-03-03"), document("event", SAME_EVENT)]
    return [*found, document("call", FIRST_CALL), document("next", NEXT_CALL)]


EVERY = pool()


def take(store: Store, documents: list[Document]) -> dict[str, frozenset[str]]:
    """The families after some more documents came in."""
    store.documents.put((d, d.text.encode()) for d in documents)
    with Log(store, "run", {}, None) as log:
        related(store, log, 1)
    return {f.id: frozenset(f.documents) for f in store.families}


@settings(max_examples=6, deadline=None)
@given(st.permutations(EVERY), st.lists(st.integers(1, 8), min_size=2, max_size=6))
def test_what_was_one_family_stays_one_and_its_id_leads_there(every: list[Document], sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.db") as store:
        seen: dict[str, frozenset[str]] = {}
        while every:
            batch, every = every[: sizes[0]], every[sizes[0] :]
            sizes = [*sizes[1:], sizes[0]]
            now = take(store, batch)
            for id, members in seen.items():
                home = now[store.current(id)]
                assert members <= home
            seen |= now
        assert len(store.profiles) == len(EVERY)
        assert edges(store.families) == edges(families.families(EVERY))


def edges(found: object) -> set[object]:
    return {e for f in found for e in f.edges}  # type: ignore[attr-defined]


def test_with_nothing_new_nothing_is_done(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        before = take(store, EVERY)
        assert (store.profiles.fresh(), store.profiles.missing("another maker")) == (set(), sorted(d.id for d in EVERY))
        assert take(store, []) == before


def test_a_document_of_which_more_is_known_is_compared_again(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        wire = next(d for d in EVERY if d.source == "wire")
        take(store, EVERY)
        take(store, [document("wire", WIRE, published="2023-03-02", publisher="The Valley Times")])
        (home,) = [f for f in store.families if wire.id in f.documents]
        assert home.origin == "house:the valley times"


def test_a_revision_at_one_address_is_told_sentence_by_sentence(tmp_path: Path) -> None:
    page = {"url": "https://example.org/talks", "publisher": "The Valley Times"}
    first = document("https://example.org/talks", WIRE, published="2023-03-02", **page)
    later = document("https://example.org/talks", WIRE.replace("26,000", "27,500"), published="2023-03-02", **page)
    with Store(tmp_path / "a.db") as store:
        take(store, [first])
        take(store, [later])
        (family,) = store.families
        assert [e.kind for e in family.edges] == ["revision"]
        assert [(d.kind, d.field) for d in store.differences] == [("fact_change", "number")]


GOOD = """\
 date 2022-09-14 Foreign ministers discuss grain corridor

The Norwegian foreign minister, Anniken Huitfeldt, spoke by phone with Turkish Foreign Minister Mevlut Cavusoglu on \
Tuesday about the export of grain through the Black Sea.

The two ministers agreed that inspections in the strait should be speeded up before the winter, the ministry in Oslo \
said in a statement.

On Monday Huitfeldt visited Warsaw, where she held talks with her Polish counterpart, Zbigniew Rau, on energy supplies \
and the reconstruction of Ukraine.

Norway has become the largest supplier of natural gas to Europe since the start of the war, and prices have risen to \
record levels.

A spokesperson for the ministry said that further consultations with Ankara were planned for the end of the month.
"""
SPUN = """\
 date 2022-09-15 Overseas clergymen talk about cereal hallway

The Norwegian overseas minister, Anniken Huitfeldt, addressed by telephone set to Turkish Overseas Minister Mevlut \
Cavusoglu on Tuesday approximately the fare of cereal by means of the Dark Ocean.

The 2 clergymen concurred that reviews within the strait ought to be accelerated up earlier than the winter, the \
service in Oslo stated in an announcement.

On Monday Huitfeldt toured to Warsaw, in which she kept discussions with her Polish opposite number, Zbigniew Rau, on \
power resources and the remaking of Ukraine.

Norway has end up the biggest provider of herbal fuel to Europe because the begin of the conflict, and costs have \
climbed to file ranges.

A representative for the service stated that in addition sessions with Ankara had been arranged for the give up of the \
month.
"""
CHANGED = SPUN.replace("addressed by telephone set to", "will address by telephone set to")


@pytest.mark.parametrize(("copy", "calls"), [(SPUN, 2), (CHANGED, 1)], ids=["spoilt", "changed as well"])
def test_a_spoilt_word_hides_no_call(copy: str, calls: int, tmp_path: Path) -> None:
    for name, text in (("good.txt", GOOD), ("spun.txt", copy)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Store(tmp_path / "a.db") as store:
        add(store, [tmp_path / "good.txt", tmp_path / "spun.txt"])
        process(store)
        (family,) = store.families
        assert len(family.damaged) == 1
        assert family.best not in family.damaged
        told = [c for c in store.claims if isinstance(c, Engagement)]
        own = {c.mode: c for c in told if c.document == family.best}
        carried = {c.mode: c for c in told if c.document in family.damaged and c.found_by == "witness/1"}
        assert carried["visit"].confidence < own["visit"].confidence
        assert ("call" in carried) == (calls == 2)
        assert all(c.confidence < own[mode].confidence for mode, c in carried.items())
        assert sum(c.mode == "call" and c.status == "happened" for c in told) == calls
        visits = [r for r in store.records if r.mode == "visit"]
        assert [(r.documents, r.families) for r in visits] == [(2, 1)]
        before = store.claims.ids()
        process(store)
        assert store.claims.ids() == before
