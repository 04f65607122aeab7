"""The development pages, feeds and archives: figures that may not fall, and nothing that crashes."""

from pathlib import Path

import pytest

from demarche.bench.html import TASK
from demarche.model import Reject
from demarche.sources import read
from tests.bench.gold import gold, needs_gold

pytestmark = needs_gold


def test_articles_and_days_of_the_development_pages() -> None:
    file = gold("html/gold.jsonl")
    figures = TASK.score(list(TASK.answer(file)), file)
    assert figures["f1_median"] >= 0.985
    assert figures["f1_mean"] >= 0.965
    assert figures["date_accuracy"] >= 0.95


@pytest.mark.parametrize("folder", ["feeds", "warc"])
def test_every_feed_and_archive_is_read_or_refused_with_a_reason(folder: str) -> None:
    files = sorted(gold(folder).iterdir())
    told: set[Path] = set()
    for one in read(files):
        source = one.item if isinstance(one, Reject) else one.document.source
        told.add(Path(source.split("#")[0]))
        assert not isinstance(one, Reject) or one.reason
    assert told == set(files)


def test_the_two_articles_in_full_gold() -> None:
    found = {
        Path(x.document.source).name[:3]: x.document
        for x in read(sorted(gold("records").glob("*.txt")))
        if not isinstance(x, Reject)
    }
    assert (found["000"].published, found["000"].published_basis) == ("2022-07-30", "header")
    assert (found["001"].published, found["001"].published_basis) == (None, "unknown")
    marked = {n: [d.text[b.start : b.end] for b in d.boilerplate] for n, d in found.items()}
    assert marked["000"][0] == "date 2022-07-30"
    assert marked["001"] == ["Leave a Comment", "Your email address will not be published."]


def test_all_readouts_are_read() -> None:
    assert not any(isinstance(x, Reject) for x in read([gold("readouts/readouts_dev.jsonl.gz")]))
