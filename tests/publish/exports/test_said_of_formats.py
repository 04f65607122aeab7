"""The registry of exporters, what the page says of each, and the page of the docs are one list."""

import re
from pathlib import Path

import pytest

from demarche.publish.exports import EXPORTERS
from demarche.publish.exports.formats import described

DOCS = Path(__file__).parents[3] / "docs" / "exports.md"


def test_every_format_is_described() -> None:
    told = described(set(EXPORTERS))
    assert {f.name for f in told} == set(EXPORTERS)
    assert all(f.title and f.says and f.lacks for f in told)
    assert "Of other packages" not in {f.group for f in told}


def test_a_format_of_another_package_stands_under_its_own_name() -> None:
    (other,) = described({"sas"})
    assert (other.name, other.title, other.group) == ("sas", "sas", "Of other packages")


@pytest.mark.skipif(not DOCS.is_file(), reason="the docs are not here")
def test_the_docs_list_the_same_formats() -> None:
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)) == set(EXPORTERS)
