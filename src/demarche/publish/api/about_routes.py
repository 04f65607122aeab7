"""`/about`, `/exports`: what the store holds, and the whole of a question in every format."""

import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import sqlalchemy as sa
from litestar import get
from litestar.params import Parameter
from litestar.response import Stream

from demarche.publish.api.duties import House
from demarche.publish.api.revision import revision
from demarche.publish.api.shapes import About
from demarche.publish.exports import export, exporters
from demarche.publish.exports.formats import Format, described
from demarche.publish.names import file
from demarche.publish.queries import Query
from demarche.store import schema

CHUNK = 1 << 16


@get("/about", sync_to_thread=True)
def about(house: House) -> About:
    """The store: how much it holds, of which days, and whether it may be written."""
    store = house.store
    d = schema.documents.c.published
    days = store.link.row(sa.select(sa.func.min(d), sa.func.max(d)))
    return About(
        name=file(store.name), version=house.version, revision=revision(store), documents=len(store.documents),
        families=len(store.families), records=len(store.records), claims=len(store.claims),
        writable=house.access.writable, first=days[0] if days else None, last=days[1] if days else None,
    )  # fmt: skip


@get("/formats", sync_to_thread=False)
def formats() -> list[Format]:
    """The formats of `/exports`, and what each of them cannot carry."""
    return described(set(exporters()))


@get("/exports/{format:str}", sync_to_thread=True)
def exports(
    house: House, question: Query, format: Annotated[str, Parameter(max_length=40, description="One of `/formats`.")]
) -> Stream:
    """All that a question takes, in one format, as a ZIP; complete, however much it is."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="demarche-export-")))
        packed = _packed(folder / "out", export(house.store, folder / "out", [format], question))
        headers = {"Content-Disposition": f'attachment; filename="demarche-{format}.zip"'}
        return Stream(_read(packed, stack.pop_all()), media_type="application/zip", headers=headers)


def _packed(folder: Path, files: list[Path]) -> Path:
    """The files of a folder beside it in one archive, under their places in the folder."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in files:
            archive.write(one, one.relative_to(folder).as_posix())
    return path


def _read(path: Path, held: ExitStack) -> Iterator[bytes]:
    """The file in pieces; its folder goes when the last is sent, or when nobody wants the rest."""
    with held, path.open("rb") as archive:
        while piece := archive.read(CHUNK):
            yield piece


ROUTES = [about, formats, exports]
