"""The Word document holds what the digest says, and every number in it leads to its note."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from demarche.publish import edition
from demarche.publish.digest.docx import docx
from tests.sample import material


@pytest.fixture(scope="module")
def made() -> bytes:
    return docx(edition(material()))


def test_every_entry_and_note_is_there(made: bytes) -> None:
    e = edition(material())
    text = "\n".join(p.text for p in Document(io.BytesIO(made)).paragraphs)
    entries = [x for w in (*e.weeks, *e.loose) for s in w.sections for x in s.entries]
    assert entries
    assert all(" ".join(x.headline.split()) in text for x in entries)
    assert all((n.title or n.publisher or "") in text for n in e.notes)


def test_every_number_leads_to_its_note(made: bytes) -> None:
    body = Document(io.BytesIO(made)).element.body
    marks = {m.get(qn("w:name")) for m in body.iter(qn("w:bookmarkStart"))}
    links = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    assert links
    assert links <= marks


def test_it_carries_no_macro_and_fetches_nothing(made: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert not any("vba" in name.lower() for name in names)
    rels = [zipfile.ZipFile(io.BytesIO(made)).read(n).decode() for n in names if n.endswith(".rels")]
    assert not any('TargetMode="External"' in r for r in rels)
