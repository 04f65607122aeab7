"""Build the parts of the demo corpus that are not plain files: a web archive and a PDF, from `pages/`.

`python -m demarche.demo.build` writes them anew; same pages, same bytes (of the records; compression may differ).
"""

from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
SITE = "https://wire.example.org"
ARCHIVED = (
    ("lviv", "/europe/2022-08-18-lviv", "2022-08-19T06:00:00Z"),
    ("security-council", "/europe/2022-09-22-security-council", "2022-09-23T06:00:00Z"),
    ("blinken-wang", "/asia/2022-09-23-blinken-wang", "2022-09-24T06:00:00Z"),
)
"""Page, address, and when the archive holds that it was fetched."""


def warc() -> bytes:
    """The archived pages, each a compressed response record."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    for name, address, fetched in ARCHIVED:
        page = (HERE / "pages" / f"{name}.html").read_bytes()
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        headers = {"WARC-Date": fetched, "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, SITE + address)}>"}
        record = writer.create_warc_record(
            SITE + address, "response", payload=BytesIO(page), http_headers=http, warc_headers_dict=headers
        )
        writer.write_record(record)
    return out.getvalue()


def pdf(text: str, title: str, day: str) -> bytes:
    """One page of plain lines: the smallest PDF that readers of PDF agree on."""
    lines = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").splitlines()
    shown = "\n".join(f"({line}) '" for line in lines)
    content = f"BT /F1 10 Tf 14 TL 56 790 Td\n{shown}\nET".encode("latin-1")
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({title}) /CreationDate (D:{day.replace('-', '')}120000Z) >>".encode("latin-1"),
    ]
    return _numbered(bodies)


def _numbered(bodies: list[bytes]) -> bytes:
    """PDF objects in a row, with the table of where each begins; the last one is the document's information."""
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(bodies, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table, size = len(out), len(bodies) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(bodies), table)
    return bytes(out)


def main() -> None:
    """Write both into the corpus."""
    note = (HERE / "pages" / "caucasus-note.txt").read_text(encoding="utf-8")
    (HERE / "corpus" / "example-wire.warc.gz").write_bytes(warc())
    title = "Armenia and Azerbaijan: contacts since August 2022"
    (HERE / "corpus" / "caucasus-note.pdf").write_bytes(pdf(note, title, "2022-11-08"))


if __name__ == "__main__":
    main()
