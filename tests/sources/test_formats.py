"""Feeds, mails, archives, PDFs; which format a file is in; doors for formats from outside."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from demarche.model import Reject, UsageError, document_id
from demarche.sources import BUILT_IN, Raw, Settings, format_named, formats
from demarche.sources.formats import format_of
from demarche.sources.items import Item
from demarche.sources.pdf import unwrapped
from tests.sources.places import NOW, PAGE, PROSE, SETTINGS, all_of, document, documents, reasons, wrote

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
<language>en-GB</language>
<item><title>Full</title><link>https://example.org/1</link><pubDate>Fri, 29 Jul 2022 23:30:00 -0400</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>{PROSE}</p><p>Second &amp; last.</p>]]></content:encoded></item>
<item><title>Summary</title><guid>g2</guid><description>{PROSE}</description></item>
<item><title>Only a title</title><link>https://example.org/3</link></item>
<item><link>https://example.org/4</link></item>
</channel></rss>"""
MAIL = f"""From: Press Office <press@example.org>
To: list@example.org
Subject: =?utf-8?q?Readout_of_a_call_=E2=80=93_grain?=
Date: Fri, 29 Jul 2022 10:00:00 +0000
Message-ID: <m1@example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=B

--B
Content-Type: text/plain; charset=utf-8

View this mail in your browser
--B
Content-Type: text/html; charset=utf-8

<html><body><p>{PROSE}</p><p>Second paragraph.</p></body></html>
--B--
"""


def pdf(*lines: str) -> bytes:
    """A PDF of one page with those lines of text."""
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (A readout) /Author (Press Office) >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    size = len(parts) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF"
    return out + tail % (
        size,
        table,
        size,
        len(out),
    )


def warc(*pages: tuple[str, str, bytes]) -> bytes:
    """An archive of responses: status line, address, body."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for status, url, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        dated = {"WARC-Date": "2020-08-30T12:00:00Z"}
        record = writer.create_warc_record(
            url, "response", BytesIO(body), http_headers=headers, warc_headers_dict=dated
        )
        writer.write_record(record)
    return out.getvalue()


def test_a_feed_gives_full_content_else_the_summary_else_the_title(tmp_path: Path) -> None:
    found = all_of(wrote(tmp_path, "feed.xml", RSS))
    full, summary, title, nothing = found
    assert isinstance(full, Raw)
    assert full.document.text == f"{PROSE.strip()}\n\nSecond & last."
    assert (full.document.published, full.document.published_basis) == ("2022-07-29", "meta")
    assert (full.document.title, full.document.publisher, full.document.language) == ("Full", "The Gazette", "en")
    assert full.document.id == document_id("https://example.org/1", full.document.text)
    assert isinstance(summary, Raw)
    assert summary.document.text == PROSE.strip()
    assert isinstance(title, Raw)
    assert title.document.text == "Only a title"
    assert isinstance(nothing, Reject)
    assert nothing.item.endswith("feed.xml#4")


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    entities = '<!ENTITY a "boom">' + "".join(
        f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("bcdefghij", "abcdefghi", strict=True)
    )
    bomb = RSS.replace('<?xml version="1.0"?>', f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]>').replace(
        "Short.", "&j;"
    )
    outside = RSS.replace(
        '<?xml version="1.0"?>', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    ).replace("<title>Full", "<title>&x;")
    for n, feed in enumerate((bomb, outside)):
        found = all_of(wrote(tmp_path, f"{n}.xml", feed))
        texts = [f"{x.document.title}{x.document.text}" for x in found if isinstance(x, Raw)]
        assert not any("boomboom" in t or "root:" in t for t in texts)


def test_a_mail(tmp_path: Path) -> None:
    found = document(wrote(tmp_path, "a.eml", MAIL))
    assert found.text == f"{PROSE.strip()}\n\nSecond paragraph."
    assert (found.title, found.publisher) == ("Readout of a call – grain", "Press Office")
    assert (found.published, found.published_basis) == ("2022-07-29", "header")
    plain = MAIL.replace("View this mail in your browser", PROSE * 2)
    assert document(wrote(tmp_path, "b.eml", plain)).text.strip() == (PROSE * 2).strip()


def test_an_archive_keeps_its_days_and_loses_only_what_is_damaged(tmp_path: Path) -> None:
    pages = [
        ("200 OK", "https://example.org/1", PAGE.encode()),
        ("404 Not Found", "https://example.org/2", PAGE.encode()),
        ("301 Moved", "https://example.org/3", b""),
        ("200 OK", "https://example.org/4", PAGE.replace("A title", "Another").encode()),
    ]
    whole = warc(*pages)
    read, refused, last = all_of(wrote(tmp_path, "a.warc.gz", whole))
    assert isinstance(read, Raw)
    assert (read.document.url, read.document.title) == ("https://example.org/1", "A title")
    assert read.document.retrieved_at == "2020-08-30T12:00:00+00:00"
    assert read.raw == PAGE.encode()
    assert isinstance(refused, Reject)
    assert "404" in refused.reason
    assert isinstance(last, Raw)
    cut = all_of(wrote(tmp_path, "b.warc.gz", whole[:-60]))
    assert isinstance(cut[0], Raw)
    assert isinstance(cut[-1], Reject)


def test_a_pdf(tmp_path: Path) -> None:
    found = document(
        wrote(
            tmp_path,
            "a.pdf",
            pdf(
                "The two ministers met in Vienna on Monday to talk about",
                "grain, and agreed to go on.",
                "July 29, 2022",
            ),
        )
    )
    assert "Monday to talk about grain, and agreed" in found.text
    assert (found.title, found.author) == ("A readout", "Press Office")
    empty = BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(empty)
    assert "no text" in reasons(wrote(tmp_path, "b.pdf", empty.getvalue()))[0]
    writer.encrypt("secret")
    locked = BytesIO()
    writer.write(locked)
    assert reasons(wrote(tmp_path, "c.pdf", locked.getvalue())) == ["encrypted"]
    assert reasons(wrote(tmp_path, "d.pdf", b"%PDF-1.4\nrubbish"))


def test_lines_of_a_layout_become_paragraphs_again() -> None:
    laid_out = (
        "The two ministers met in Vienna to talk about the ex-\nport of grain and agreed.\n"
        "Another paragraph starts here and it runs to the end\nof the line."
    )
    assert (
        unwrapped(laid_out) == "The two ministers met in Vienna to talk about the export of grain and agreed.\n\n"
        "Another paragraph starts here and it runs to the end of the line."
    )


SNIFFED = [
    ("a.xml", RSS.encode(), "feed"),
    ("a.bin", PAGE.encode(), "html"),
    ("a", b"%PDF-1.7", "pdf"),
    ("noname", b"WARC/1.0\r\n", "warc"),
    ("a.json", b'{"text": "one"}\n{"text": "two"}\n', "jsonl"),
    ("mail", MAIL.encode(), "eml"),
    ("a", b"Plain words.", "txt"),
    ("a.txt", b"<p>kept as text</p>", "txt"),
    ("A.HTML", b"words", "html"),
    ("a.atom", b"<feed></feed>", "feed"),
]


@pytest.mark.parametrize(("name", "head", "expected"), SNIFFED)
def test_a_format_is_told_by_name_then_by_its_first_bytes(name: str, head: bytes, expected: str) -> None:
    item = Item(source=name, name=name, open=lambda: BytesIO(head), retrieved_at=NOW.isoformat())
    assert format_of(item, head, SETTINGS).name == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('[{"text": "one"}]', "one document a line"),
        ('{\n "text": "x"\n}', "one document a line"),
        ("<note><to/></note>", "no known kind"),
    ],
)
def test_data_that_are_no_documents_are_refused(tmp_path: Path, content: str, reason: str) -> None:
    assert reason in reasons(wrote(tmp_path, "a.data", content))[0]


def test_every_format_is_one_module_and_unknown_names_list_the_known_ones(tmp_path: Path) -> None:
    assert [f.name for f in formats().values()][: len(BUILT_IN)] == list(BUILT_IN)
    with pytest.raises(UsageError, match="txt, html, jsonl"):
        format_named("docx")
    path = wrote(tmp_path, "page.dat", PAGE)
    assert documents(path, settings=Settings(format="txt"))[0].text == PAGE
