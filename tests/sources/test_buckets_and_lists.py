"""Object stores, Parquet and lists of archives: an S3 server and a web server on this machine."""

import gzip
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from demarche.sources.lists import COMMON_CRAWL, listed
from demarche.sources.places import files
from tests.sources.places import PAGE, PROSE, SETTINGS, documents, reasons, wrote
from tests.sources.test_web import HERE, Site, site

__all__ = ["site"]
pa = pytest.importorskip("pyarrow")
from pyarrow import fs, parquet  # noqa: E402


def archive(url: str) -> bytes:
    """A web archive of one page."""
    held = BytesIO()
    writer = WARCWriter(held, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(url, "response", payload=BytesIO(PAGE.encode()), http_headers=headers)
    )
    return held.getvalue()


def table(**columns: list[object]) -> bytes:
    held = BytesIO()
    parquet.write_table(pa.table(columns), held)
    return held.getvalue()


class Buckets:
    """A server that speaks S3, with one bucket."""

    def __init__(self, port: int) -> None:
        self.query = f"endpoint_override=127.0.0.1:{port}&scheme=http&region=us-east-1"
        self.system = fs.S3FileSystem(
            endpoint_override=f"127.0.0.1:{port}", scheme="http", region="us-east-1", allow_bucket_creation=True
        )
        self.system.create_dir("news")

    def put(self, key: str, data: bytes) -> None:
        with self.system.open_output_stream(f"news/{key}", compression=None) as stream:
            stream.write(data)

    def at(self, key: str) -> str:
        return f"s3://news/{key}?{self.query}"


@pytest.fixture(scope="module")
def buckets() -> Iterator[Buckets]:
    server = pytest.importorskip("moto.server", reason="needs moto").ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        server.start()
        yield Buckets(server.get_host_and_port()[1])
        server.stop()


def test_everything_under_a_prefix_is_read_in_order(buckets: Buckets) -> None:
    buckets.put("july/b.txt", PROSE.encode())
    buckets.put("july/a.html.gz", gzip.compress(PAGE.encode()))
    buckets.put("july/c.warc.gz", archive("https://example.org/c"))
    buckets.put("july/_SUCCESS", b"x")
    buckets.put("july/date=2022-07-01/part.parquet", table(id=["x"], text=[PROSE + "Grain."]))
    found = documents(buckets.at("july"), settings=SETTINGS)
    assert [d.source for d in found] == [
        "s3://news/july/a.html.gz", "s3://news/july/b.txt", "s3://news/july/c.warc.gz#1",
        "s3://news/july/date=2022-07-01/part.parquet:1",
    ]  # fmt: skip
    assert (found[2].url, found[3].published) == ("https://example.org/c", "2022-07-01")
    assert documents(buckets.at("july/b.txt"))[0].text == PROSE


def test_an_object_that_is_not_there_is_refused(buckets: Buckets) -> None:
    assert reasons(buckets.at("august/")) == ["not there"]
    (reason,) = reasons(f"s3://no-such-bucket/a?{buckets.query}")
    assert "not there" in reason or "cannot be listed" in reason


def test_rows_of_parquet_are_documents(tmp_path: Path) -> None:
    data = table(
        id=[1, 2, 3], text=[PROSE, None, PROSE + "More."], date=[date(2022, 7, 1), None, date(2022, 7, 2)],
        ignored=[b"\x00", b"", b""],
    )  # fmt: skip
    path = wrote(tmp_path, "rows.parquet", data)
    assert reasons(path) == ["neither text nor html in it"]
    found = documents(wrote(tmp_path, "good.parquet", table(id=[1], text=[PROSE], date=[date(2022, 7, 1)])))
    assert [(d.text, d.published, d.published_basis) for d in found] == [(PROSE, "2022-07-01", "given")]


@pytest.mark.parametrize("data", [b"PAR1 nothing", b"PAR1" + bytes(100) + b"PAR1"])
def test_damaged_parquet_is_refused(data: bytes, tmp_path: Path) -> None:
    (reason,) = reasons(wrote(tmp_path, "a.parquet", data))
    assert "damaged Parquet" in reason


def test_a_list_of_archives_is_followed(site: Site) -> None:
    site.answers["/crawl/warc.paths.gz"] = (200, {}, gzip.compress(b"crawl/1.warc.gz\ncrawl/2.warc.gz\n\n"))
    site.answers["/crawl/1.warc.gz"] = (200, {}, archive("https://example.org/1"))
    site.answers["/crawl/2.warc.gz"] = (404, {}, b"")
    place = f"{site.url}/crawl/warc.paths.gz"
    small = msgspec.structs.replace(HERE, max_bytes=600)  # a page is longer than that; an archive may be
    assert reasons(place, settings=small)[-1] == "the server answered 404"
    (found,) = documents(place.replace("warc.paths.gz", "1.warc.gz"), settings=HERE)
    assert found.url == "https://example.org/1"


def test_a_list_on_disk_names_what_lies_beside_it_or_at_common_crawl(tmp_path: Path) -> None:
    wrote(tmp_path, "crawl/1.warc.gz", archive("https://example.org/1"))
    path = wrote(tmp_path, "warc.paths", "crawl/1.warc.gz\ncrawl/2.warc.gz\ns3://commoncrawl/3.warc.gz\n")
    (item,) = files(path, SETTINGS, {})
    assert list(listed(item, SETTINGS)) == [  # type: ignore[arg-type]
        str(tmp_path / "crawl/1.warc.gz"), f"{COMMON_CRAWL}crawl/2.warc.gz", "s3://commoncrawl/3.warc.gz",
    ]  # fmt: skip
    assert documents(wrote(tmp_path, "one.paths", "crawl/1.warc.gz"))[0].url == "https://example.org/1"
