"""Parquet -> documents, one a row, with the columns that a line of JSON may have.

A data set partitioned by date (`…/date=2022-07-01/part-0.parquet`) lends its rows the day in the folder's name. Rows
are read a few hundred at a time; the bytes kept of a row are its columns as JSON.
"""

import re
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from io import BufferedReader
from typing import Any

import msgspec

from demarche.model import BadInput, Reject
from demarche.sources.formats import Format
from demarche.sources.items import Found, Item, refused
from demarche.sources.jsonl import Line, found_in
from demarche.sources.settings import Settings

_ROWS = 256
_PARTITION = re.compile(r"(?:^|/)(date|published|language|publisher)=([^/]+)/")


def _read(item: Item, stream: BufferedReader, settings: Settings) -> Iterator[Found | Reject]:
    given = dict(_PARTITION.findall(item.source))
    for number, row in enumerate(_rows(stream), start=1):
        mark = f":{number}"
        raw = msgspec.json.encode({**given, **row}, enc_hook=str, order="sorted")
        try:
            if len(raw) > settings.max_bytes:
                raise BadInput(f"a row longer than the limit of {settings.max_bytes:,} bytes")
            yield found_in(raw, mark)
        except BadInput as e:
            yield refused(item.source + mark, e.reason)


def _rows(stream: BufferedReader) -> Iterator[dict[str, Any]]:
    if find_spec("pyarrow") is None:
        raise BadInput("Parquet needs pyarrow: pip install 'demarche[cluster]'")
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    if not stream.seekable():
        raise BadInput("a Parquet file must not be packed once more")
    try:
        file = ParquetFile(stream)
        known = [name for name in file.schema_arrow.names if name in Line.__struct_fields__]
        for batch in file.iter_batches(_ROWS, columns=known):
            yield from ({k: _plain(v) for k, v in row.items() if v is not None} for row in batch.to_pylist())
    except (ArrowException, OSError) as e:
        raise BadInput(f"damaged Parquet: {e}") from e


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


FORMAT = Format("parquet", (".parquet", ".pq"), ("application/vnd.apache.parquet",), _read)
