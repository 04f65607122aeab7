"""What made a data set: the versions of code, model and knowledge, the question, who froze it and when."""

import hashlib

import msgspec

from demarche import __version__
from demarche.engine.fingerprint import fingerprint
from demarche.language.shipped import load_meta
from demarche.lexicon.shelf import own_folder
from demarche.model import UsageError
from demarche.model.values import check_day
from demarche.store import Store

STAGES = ("text", "lexicon", "sources", "families", "language", "claims", "records", "network", "publish")


class Model(msgspec.Struct, frozen=True):
    """The language model: its name, version, and the digest of each of its files."""

    name: str
    version: str
    sha256: dict[str, str]


class Passport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a data set was made by. `code` has a digest of every stage, its word lists included.

    `knowledge` is the digest of the shipped tables, `own_tables` of the user's own ones; `reader` names all that
    decides what a text is found to say.
    """

    name: str
    title: str
    version: str
    on: str
    by: str
    licence: str | None
    query: str | None
    with_texts: bool
    demarche: str
    reader: str
    model: Model
    knowledge: str
    own_tables: str | None
    code: dict[str, str]
    judgements: int
    counts: dict[str, int]


def passport(
    store: Store, *, reader: str, on: str, by: str, title: str = "Diplomatic engagements and statements",
    version: str = "1.0.0", licence: str | None = None, query: str | None = None, with_texts: bool = True,
) -> Passport:  # fmt: skip
    """The passport of a store as it is; refused while texts are unread or were read by another version."""
    check_day(on, "the day of the release")
    if stale := store.claims.unread(reader):
        raise UsageError(f"{len(stale):,} documents were not read by this version; `demarche run` first")
    meta = load_meta()
    return Passport(
        name="demarche-release", title=title, version=version, on=on, by=by, licence=licence, query=query,
        with_texts=with_texts, demarche=__version__, reader=reader,
        model=Model(meta.name, meta.version, meta.sha256), knowledge=fingerprint("demarche.lexicon"),
        own_tables=_own_tables(), code={stage: fingerprint(f"demarche.{stage}") for stage in STAGES},
        judgements=len(list(store.judgements)),
        counts={name: len(getattr(store, name)) for name in ("documents", "families", "claims", "records")},
    )  # fmt: skip


def _own_tables() -> str | None:
    folder = own_folder()
    if folder is None:
        return None
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.csv")):
        digest.update(file.name.encode() + b"\x1f" + file.read_bytes() + b"\x1f")
    return digest.hexdigest()[:16]
